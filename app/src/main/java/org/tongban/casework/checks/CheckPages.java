package org.tongban.casework.checks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
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
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Performed;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;

/** Checking what was vouched for, and deciding about a grant whose ground did not hold. */
@Controller
class CheckPages {

    private static final String CHECKS = "/staff/checks";

    private final OpenChecks checks;
    private final CaseSheets sheets;
    private final Casework casework;
    private final Catalogue catalogue;
    private final StaffDay day;

    CheckPages(
            OpenChecks checks,
            CaseSheets sheets,
            Casework casework,
            Catalogue catalogue,
            StaffDay day) {
        this.checks = checks;
        this.sheets = sheets;
        this.casework = casework;
        this.catalogue = catalogue;
        this.day = day;
    }

    @GetMapping(CHECKS)
    @Open(door = Door.STAFF, audit = "checks.read")
    Rendered list(
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        requireRight(staff);
        var now = day.now(request);
        var found = checks.page(staff, OpenChecks.Key.read(after));
        var rows = found.stream().limit(OpenChecks.PAGE).map(one -> row(one, now)).toList();
        return Rendered.of("casework/checks/list", new ChecksPage(rows, pager(found, after)));
    }

    private ChecksPage.Row row(OpenChecks.Waiting one, StaffDay.Now now) {
        var file = one.file();
        var clock =
                file.clocks().stream()
                        .filter(c -> c.no() == one.clockNo())
                        .findFirst()
                        .orElseThrow();
        return new ChecksPage.Row(
                catalogue.version(file.itemKey(), file.itemVersion()).name(),
                CaseNumber.of(file.caseNo()).printed(),
                // An objection is answered where all of the case is to be seen.
                (one.kind() == ClockKind.OBJECTION ? "/staff/cases/" : CHECKS + "/")
                        + file.caseId(),
                one.applicantName(),
                now.say(
                        switch (one.kind()) {
                            case PLEADING -> "checks.what.pleading";
                            case OBJECTION -> "checks.what.objection";
                            default -> "checks.what.check";
                        },
                        names(file)),
                now.strips().days(clock, file.procedures()),
                now.strips().tag(clock, file.procedures()));
    }

    private static String names(CaseFile file) {
        return String.join(
                "、",
                file.pledges().stream()
                        .filter(p -> p.isFactUnchecked() || p.state() == Pledge.State.DOUBTED)
                        .map(Pledge::name)
                        .toList());
    }

    @GetMapping(CHECKS + "/{caseId}")
    @Open(door = Door.STAFF, audit = "check.opened")
    Rendered open(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        requireRight(staff);
        var now = day.now(request);
        var said = now.texts().has("checks.done." + done) ? now.say("checks.done." + done) : "";
        return page(
                sheet(caseId, staff, now),
                staff,
                Map.of(),
                UUID.randomUUID(),
                ErrorSummary.none(),
                said,
                now);
    }

    @PostMapping(CHECKS + "/{caseId}")
    @Open(door = Door.STAFF, audit = "check.answered")
    Object answer(
            @PathVariable UUID caseId,
            @RequestParam int version,
            @RequestParam UUID actId,
            @RequestParam(defaultValue = "") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        requireRight(staff);
        var now = day.now(request);
        var sheet = sheet(caseId, staff, now);
        var typed = typed(request);
        var chosen = act(act, typed);
        if (chosen.isEmpty()) {
            var missing = Map.of(act.equals("check") ? "holds" : "", now.say("checks.choose"));
            return page(sheet, staff, typed, actId, ErrorSummary.of(missing), "", now)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var result =
                casework.perform(
                        caseId,
                        OptionalInt.of(version),
                        actId,
                        chosen.get(),
                        sheets.actor(sheet.file(), staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:" + CHECKS + "/" + caseId + "?done=" + act;
            case Performed.Refused(var why) -> {
                var said = now.words().refusal(why);
                var errors = ErrorSummary.of(Map.of(box(act, why), said.matter() + said.wayOut()));
                yield page(sheet, staff, typed, actId, errors, "", now)
                        .status(
                                why instanceof Refusal.Stale
                                        ? HttpStatus.CONFLICT
                                        : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static String box(String act, Refusal why) {
        return why instanceof Refusal.WordsMissing(var field)
                ? act.equals("stand") ? "standReasons" : field
                : "";
    }

    private static Optional<Act> act(String name, Map<String, String> typed) {
        return switch (name) {
            case "check" ->
                    Optional.of(CheckBoxes.at(typed, "holds"))
                            .filter(holds -> holds.equals("yes") || holds.equals("no"))
                            .map(
                                    holds ->
                                            new Act.RecordCheck(
                                                    CheckBoxes.at(typed, "material"),
                                                    holds.equals("yes"),
                                                    CheckBoxes.at(typed, "findings")));
            case "revoke" ->
                    Optional.of(
                            new Act.RevokeGrant(
                                    CheckBoxes.at(typed, "facts"),
                                    CheckBoxes.at(typed, "reasons"),
                                    CheckBoxes.at(typed, "articles")));
            case "stand" -> Optional.of(new Act.LetStand(CheckBoxes.at(typed, "standReasons")));
            default -> Optional.empty();
        };
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        var typed = new HashMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        return typed;
    }

    private CaseSheet sheet(UUID caseId, StaffPrincipal staff, StaffDay.Now now) {
        return sheets.open(caseId, staff, now.say("checks.purpose"))
                .filter(sheet -> staff.reaches(sheet.file().agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One of two rights will do, which the door itself cannot say. */
    private static void requireRight(StaffPrincipal staff) {
        if (!staff.has("review") && !staff.has("decide")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Rendered page(
            CaseSheet sheet,
            StaffPrincipal staff,
            Map<String, String> typed,
            UUID actId,
            ErrorSummary errors,
            String done,
            StaffDay.Now now) {
        var file = sheet.file();
        var views = new SheetViews(sheet, now);
        var doubted =
                staff.has("decide")
                        && file.pledges().stream().anyMatch(p -> p.state() == Pledge.State.DOUBTED);
        return Rendered.of(
                "casework/checks/check",
                new CheckPage(
                        sheet.item().name(),
                        CaseNumber.of(file.caseNo()).printed(),
                        Tag.plain(now.words().status(file)),
                        done,
                        errors,
                        views.applicant(false),
                        file.pledges().stream()
                                .map(
                                        p ->
                                                new CheckPage.Promise(
                                                        p.name(),
                                                        now.words().pledge(p),
                                                        p.text().lines().toList()))
                                .toList(),
                        CheckBoxes.check(file, typed, errors, now),
                        doubted
                                ? CheckBoxes.words(
                                        List.of("facts", "reasons", "articles"), typed, errors, now)
                                : List.of(),
                        doubted
                                ? CheckBoxes.words(List.of("standReasons"), typed, errors, now)
                                : List.of(),
                        file.openClock(ClockKind.PLEADING)
                                .flatMap(clock -> clock.due())
                                .map(due -> now.say("checks.waits", now.dates().day(due)))
                                .orElse(""),
                        views.timeline(),
                        CHECKS + "/" + sheet.caseId(),
                        file.version(),
                        actId.toString(),
                        "/staff/cases/" + sheet.caseId()));
    }

    private static Pager pager(List<OpenChecks.Waiting> found, String after) {
        var first = after.isEmpty() ? "" : CHECKS;
        if (found.size() <= OpenChecks.PAGE) return new Pager(first, "", "");
        var last = found.get(OpenChecks.PAGE - 1);
        return new Pager(first, CHECKS + "?after=" + last.key().written(), "");
    }
}
