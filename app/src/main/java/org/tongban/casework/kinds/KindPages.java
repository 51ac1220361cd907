package org.tongban.casework.kinds;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;

/** The six lists, for those who work on cases and for who supervises. */
@Controller
class KindPages {

    private static final String KINDS = "/staff/kinds";

    private final CaseKinds kinds;
    private final Catalogue catalogue;
    private final Directory directory;
    private final StaffDay day;

    KindPages(CaseKinds kinds, Catalogue catalogue, Directory directory, StaffDay day) {
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.directory = directory;
        this.day = day;
    }

    @GetMapping(KINDS)
    @Open(door = Door.STAFF, audit = "cases-by-kind.read")
    Rendered show(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        if (Stream.of("accept", "review", "decide", "supervise").noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var now = day.now(request);
        var chosen = kind(kind);
        var agencies =
                directory.current().agencies().stream()
                        .map(Agency::key)
                        .filter(staff::reaches)
                        .toList();
        var found = kinds.page(chosen, agencies, afterDay(after), afterCase(after));
        var first = href(chosen);
        var next = "";
        if (found.size() > CaseKinds.PAGE) {
            var last = found.get(CaseKinds.PAGE - 1);
            next = first + "&after=" + last.since() + "_" + last.caseId();
        }
        return Rendered.of(
                "casework/kinds/list",
                new KindsPage(
                        chips(chosen, kinds.counts(agencies), now),
                        now.say("kinds." + CaseKinds.code(chosen)),
                        now.say("kinds." + CaseKinds.code(chosen) + ".rule"),
                        chosen == Kind.RETURNED,
                        found.stream().limit(CaseKinds.PAGE).map(one -> row(one, now)).toList(),
                        new Pager(after.isEmpty() ? "" : first, next, "")));
    }

    private static List<KindsPage.Chip> chips(
            Kind current, Map<Kind, Integer> counts, StaffDay.Now now) {
        return Arrays.stream(Kind.values())
                .map(
                        kind ->
                                new KindsPage.Chip(
                                        now.say("kinds." + CaseKinds.code(kind))
                                                + " "
                                                + figure(counts.getOrDefault(kind, 0)),
                                        href(kind),
                                        kind == current))
                .toList();
    }

    private static String figure(int count) {
        return count > CaseKinds.MOST_COUNTED ? CaseKinds.MOST_COUNTED + "+" : "" + count;
    }

    private KindsPage.Row row(CaseKinds.Listed one, StaffDay.Now now) {
        var file = one.file();
        return new KindsPage.Row(
                catalogue.version(file.itemKey(), file.itemVersion()).name(),
                CaseNumber.of(file.caseNo()).printed(),
                "/staff/cases/" + one.caseId(),
                directory
                        .current()
                        .agency(one.agency())
                        .map(Agency::shortName)
                        .orElse(one.agency()),
                one.applicantName(),
                now.dates().day(one.since()),
                one.reason(),
                now.strips().tag(file));
    }

    private static String href(Kind kind) {
        return KINDS + "?kind=" + CaseKinds.code(kind);
    }

    private static Kind kind(String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> CaseKinds.code(kind).equals(code))
                .findFirst()
                .orElse(Kind.PROMISED);
    }

    /** An address that nobody here wrote begins at the front. */
    private static Optional<LocalDate> afterDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text.split("_", -1)[0]));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> afterCase(String text) {
        var parts = text.split("_", -1);
        try {
            return Optional.of(UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
