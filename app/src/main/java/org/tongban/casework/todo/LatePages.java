package org.tongban.casework.todo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

/** For supervisors: whose clocks have run out or soon will, to the single case. */
@Controller
class LatePages {

    private static final String LATE = "/staff/late";

    private final DueClocks clocks;
    private final Catalogue catalogue;
    private final Directory directory;
    private final StaffDay day;

    LatePages(DueClocks clocks, Catalogue catalogue, Directory directory, StaffDay day) {
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.directory = directory;
        this.day = day;
    }

    @GetMapping(LATE)
    @Open(door = Door.STAFF, right = "supervise", audit = "late-clocks.read")
    Rendered late(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "due") String show,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var now = day.now(request);
        var place = directory.current();
        var seen = place.agencies().stream().filter(each -> staff.reaches(each.key())).toList();
        var chosen = seen.stream().filter(each -> each.key().equals(agency)).findFirst();
        var which = which(show);
        var found =
                clocks.page(
                        which,
                        new Worklist.Days(now.today(), now.soonUntil()),
                        chosen.map(List::of).orElse(seen).stream().map(Agency::key).toList(),
                        PageKey.behindDay(after));
        var everywhere = href(which);
        var first = everywhere + chosen.map(each -> "&agency=" + each.key()).orElse("");
        var next =
                found.size() > DueClocks.PAGE
                        ? first + "&after=" + found.get(DueClocks.PAGE - 1).key()
                        : "";
        var names = new HashMap<String, String>();
        seen.forEach(each -> names.put(each.key(), each.shortName()));
        return Rendered.of(
                "casework/todo/late",
                new LatePage(
                        chips(which, chosen, now),
                        agencies(seen, agency, which, now),
                        chosen.map(Agency::name).orElse(""),
                        everywhere,
                        found.stream()
                                .limit(DueClocks.PAGE)
                                .map(due -> row(due, names, now))
                                .toList(),
                        new Pager(after.isEmpty() ? "" : first, next, "")));
    }

    private static List<TodoPage.Chip> chips(
            DueClocks.Which current, Optional<Agency> chosen, StaffDay.Now now) {
        return Arrays.stream(DueClocks.Which.values())
                .map(
                        which ->
                                new TodoPage.Chip(
                                        now.say("todo.late.show." + code(which)),
                                        href(which)
                                                + chosen.map(each -> "&agency=" + each.key())
                                                        .orElse(""),
                                        which == current))
                .toList();
    }

    private static String href(DueClocks.Which which) {
        return LATE + "?show=" + code(which);
    }

    private static String code(DueClocks.Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }

    private static DueClocks.Which which(String code) {
        return Arrays.stream(DueClocks.Which.values())
                .filter(which -> code(which).equals(code))
                .findFirst()
                .orElse(DueClocks.Which.DUE);
    }

    private List<LatePage.AgencyRow> agencies(
            List<Agency> seen, String current, DueClocks.Which which, StaffDay.Now now) {
        var counts =
                clocks.counts(
                        seen.stream().map(Agency::key).toList(), now.today(), now.soonUntil());
        return seen.stream()
                .filter(agency -> counts.containsKey(agency.key()))
                .map(
                        agency -> {
                            var figures =
                                    Optional.ofNullable(counts.get(agency.key())).orElseThrow();
                            return new LatePage.AgencyRow(
                                    agency.shortName(),
                                    href(which) + "&agency=" + agency.key(),
                                    figure(figures.late()),
                                    figure(figures.soon()),
                                    figures.late() > 0,
                                    agency.key().equals(current));
                        })
                .toList();
    }

    private LatePage.Row row(DueClocks.Due due, Map<String, String> names, StaffDay.Now now) {
        var file = due.file();
        var clock = file.openClock(due.kind());
        var strips = now.strips();
        return new LatePage.Row(
                catalogue.version(file.itemKey(), file.itemVersion()).name(),
                CaseNumber.of(file.caseNo()).printed(),
                "/staff/cases/" + file.caseId(),
                names.getOrDefault(due.agency(), due.agency()),
                due.applicantName(),
                now.say("todo.clock." + due.kind().name().toLowerCase(Locale.ROOT)),
                clock.flatMap(org.tongban.casework.Clock::due)
                        .map(now.dates()::day)
                        .orElseGet(() -> now.say("todo.late.since", now.dates().day(due.dueOn()))),
                clock.map(c -> strips.days(c, file.procedures())).orElse(List.of()),
                clock.map(c -> strips.tag(c, file.procedures())).orElseGet(() -> strips.tag(file)));
    }

    private static String figure(int count) {
        return count > DueClocks.MOST_COUNTED ? DueClocks.MOST_COUNTED + "+" : "" + count;
    }
}
