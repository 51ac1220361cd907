package org.tongban.casework.promises;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.staff.StaffDay;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;

/** Broken promises for those who supervise, and the repair of credit. */
@Controller
class PromisePages {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");
    private static final String PROMISES = "/staff/promises";
    private static final int LONGEST = 500;

    private final BrokenPromises promises;
    private final Directory directory;
    private final StaffDay day;

    PromisePages(BrokenPromises promises, Directory directory, StaffDay day) {
        this.promises = promises;
        this.directory = directory;
        this.day = day;
    }

    @GetMapping(PROMISES)
    @Open(door = Door.STAFF, right = "supervise", audit = "promises.read")
    Rendered list(
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return page(staff, after, ErrorSummary.none(), Map.of(), day.now(request));
    }

    @PostMapping(PROMISES + "/{caseId}/{no}/repair")
    @Open(door = Door.STAFF, right = "supervise", audit = "credit.repaired")
    Object repair(
            @PathVariable UUID caseId,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var broken =
                promises.find(caseId, no, staff)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            var errors =
                    ErrorSummary.of(
                            Map.of(box(caseId, no), now.say("promises.reason.missing", LONGEST)));
            return page(staff, "", errors, Map.of(box(caseId, no), reason), now)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(PROMISES);
        }
        if (promises.repair(broken, why, staff.name())) {
            LOG.info("credit.repaired case {} promise {} by {}", caseId, no, staff.getName());
        }
        return "redirect:" + PROMISES;
    }

    private Rendered page(
            StaffPrincipal staff,
            String after,
            ErrorSummary errors,
            Map<String, String> typed,
            StaffDay.Now now) {
        var found = promises.page(staff, key(after));
        return Rendered.of(
                "casework/promises/list",
                new PromisesPage(
                        found.stream()
                                .limit(BrokenPromises.PAGE)
                                .map(broken -> row(broken, errors, typed, now))
                                .toList(),
                        pager(found, after),
                        errors));
    }

    private PromisesPage.Row row(
            BrokenPromises.Broken broken,
            ErrorSummary errors,
            Map<String, String> typed,
            StaffDay.Now now) {
        var box = box(broken.caseId(), broken.no());
        return new PromisesPage.Row(
                broken.applicant(),
                directory
                        .current()
                        .agency(broken.agency())
                        .map(Agency::shortName)
                        .orElse(broken.agency()),
                broken.item(),
                now.say(
                        "promises.kind." + broken.kind().name().toLowerCase(Locale.ROOT),
                        broken.material()),
                now.dates().day(broken.brokenOn()),
                broken.repairedBy()
                        .map(
                                by ->
                                        now.say(
                                                "promises.repaired",
                                                by,
                                                broken.repairReason().orElse("")))
                        .orElse(""),
                "/staff/cases/" + broken.caseId(),
                PROMISES + "/" + broken.caseId() + "/" + broken.no() + "/repair",
                FieldView.of(FieldKind.TEXT, "reason", now.say("promises.reason"))
                        .id(box)
                        .maxLength(LONGEST)
                        .value(typed.getOrDefault(box, ""))
                        .error(errors.at(box)));
    }

    private static String box(UUID caseId, int no) {
        return "reason-" + caseId + "-" + no;
    }

    private static Pager pager(List<BrokenPromises.Broken> found, String after) {
        var first = after.isEmpty() ? "" : PROMISES;
        if (found.size() <= BrokenPromises.PAGE) return new Pager(first, "", "");
        var last = found.get(BrokenPromises.PAGE - 1).key();
        var next = last.brokenOn() + "_" + last.caseId() + "_" + last.no();
        return new Pager(first, PROMISES + "?after=" + next, "");
    }

    /** An address that nobody here wrote begins at the front. */
    private static Optional<BrokenPromises.Key> key(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            return Optional.of(
                    new BrokenPromises.Key(
                            LocalDate.parse(parts[0]),
                            UUID.fromString(parts[1]),
                            Integer.parseInt(parts[2])));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
