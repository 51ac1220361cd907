package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
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
import org.tongban.casework.Casework;
import org.tongban.casework.HeldCorrections;
import org.tongban.casework.Performed;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.Refusal;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CaseNumber;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Rendered;

/** The check of one application, and the office's answer: accepted, to be corrected, or not. */
@Controller
class IntakePages {

    private final CaseSheets sheets;
    private final Casework casework;
    private final IntakeView view;
    private final PlaceSettings.Source place;
    private final StaffDay day;
    private final ObjectProvider<HeldCorrections> held;

    IntakePages(
            CaseSheets sheets,
            Casework casework,
            IntakeView view,
            PlaceSettings.Source place,
            StaffDay day,
            ObjectProvider<HeldCorrections> held) {
        this.sheets = sheets;
        this.casework = casework;
        this.view = view;
        this.place = place;
        this.day = day;
        this.held = held;
    }

    @GetMapping("/staff/desk/{caseId}")
    @Open(door = Door.STAFF, right = "accept", audit = "intake.opened")
    Rendered open(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var check = Checklist.fresh(opened(caseId, staff, now, "desk.purpose"));
        return view.page(check, staff, IntakeView.Drawn.fresh(done, false), now);
    }

    /** The numbers in full: an act of its own, which leaves a line for the person concerned. */
    @PostMapping("/staff/desk/{caseId}/numbers")
    @Open(door = Door.STAFF, right = "accept", audit = "intake.numbers-shown")
    Rendered numbers(@PathVariable UUID caseId, StaffPrincipal staff, HttpServletRequest request) {
        var now = day.now(request);
        var check = Checklist.fresh(opened(caseId, staff, now, "desk.purpose.numbers"));
        return view.page(check, staff, IntakeView.Drawn.fresh("", true), now);
    }

    @PostMapping("/staff/desk/{caseId}")
    @Open(door = Door.STAFF, right = "accept", audit = "intake.answered")
    Object answer(
            @PathVariable UUID caseId,
            @RequestParam int version,
            @RequestParam UUID actId,
            @RequestParam(defaultValue = "") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var check = Checklist.of(opened(caseId, staff, now, "desk.purpose"), request);
        var against =
                switch (act) {
                    case "accept" -> check.againstAccepting(now);
                    case "preview", "tell" -> check.againstTelling(now);
                    case "refuse" -> check.againstRefusing(now);
                    default -> Map.<String, String>of();
                };
        var chosen = act(act, check, now);
        if (against.isEmpty() && chosen.isPresent()) {
            if (chosen.get() instanceof Act.TellCorrections told) {
                var kept = kept(check, version, told, staff);
                if (kept.isPresent()) return kept.get();
            }
            return perform(check, version, actId, act, chosen.get(), staff, now);
        }
        if (version != check.sheet().file().version()) {
            return stale(check, version, staff, now);
        }
        // "edit" comes back from the preview; every other case has something to put right.
        return act.equals("preview") && against.isEmpty()
                ? preview(check, now)
                : view.page(
                                check,
                                staff,
                                IntakeView.Drawn.back(actId, ErrorSummary.of(against), version),
                                now)
                        .status(
                                against.isEmpty()
                                        ? HttpStatus.OK
                                        : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** One application of several offices is told once, when all of them have looked. */
    private Optional<Object> kept(
            Checklist check, int version, Act.TellCorrections told, StaffPrincipal staff) {
        var sheet = check.sheet();
        var becomes =
                held.stream()
                        .map(
                                all ->
                                        all.hold(
                                                sheet.caseId(),
                                                version,
                                                told,
                                                sheets.actor(sheet.file(), staff)))
                        .findFirst()
                        .orElse(HeldCorrections.Becomes.ALONE);
        return switch (becomes) {
            case ALONE -> Optional.empty();
            case KEPT -> Optional.of("redirect:/staff/desk/" + sheet.caseId() + "?done=kept");
            case TOLD -> Optional.of("redirect:/staff/desk/" + sheet.caseId() + "?done=tell");
        };
    }

    private Object perform(
            Checklist check,
            int version,
            UUID actId,
            String name,
            Act act,
            StaffPrincipal staff,
            StaffDay.Now now) {
        var sheet = check.sheet();
        var result =
                casework.perform(
                        sheet.caseId(),
                        OptionalInt.of(version),
                        actId,
                        act,
                        sheets.actor(sheet.file(), staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:/staff/desk/" + sheet.caseId() + "?done=" + name;
            case Performed.Refused(Refusal.Stale _) -> {
                // Read again: what changed may have come between reading and writing.
                var fresh = opened(sheet.caseId(), staff, now, "desk.purpose");
                yield stale(new Checklist(fresh, check.typed()), version, staff, now);
            }
            case Performed.Refused(var why) -> {
                var said = now.words().refusal(why);
                var errors = ErrorSummary.of(Map.of(box(why), said.matter() + said.wayOut()));
                yield view.page(check, staff, IntakeView.Drawn.back(actId, errors, version), now)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** Who did what meanwhile, and all that was typed: in its boxes, or to be copied. */
    private Rendered stale(
            Checklist check, int seenVersion, StaffPrincipal staff, StaffDay.Now now) {
        var errors = SheetViews.changedMeanwhile(check.sheet(), now);
        return view.page(
                        check,
                        staff,
                        IntakeView.Drawn.back(UUID.randomUUID(), errors, seenVersion),
                        now)
                .status(HttpStatus.CONFLICT);
    }

    private static String box(Refusal why) {
        return why instanceof Refusal.WordsMissing(var field) && !field.equals("what") ? field : "";
    }

    private static Optional<Act> act(String name, Checklist check, StaffDay.Now now) {
        return switch (name) {
            case "accept" -> Optional.of(check.accept());
            case "tell" -> Optional.of(new Act.TellCorrections(check.corrections(now)));
            case "refuse" ->
                    Arrays.stream(Act.NonAcceptance.values())
                            .filter(ground -> ground.name().equals(check.at("ground")))
                            .findFirst()
                            .map(
                                    ground ->
                                            new Act.RefuseAcceptance(
                                                    ground,
                                                    check.at("reason"),
                                                    check.at("competentOffice")));
            default -> Optional.empty();
        };
    }

    private CaseSheet opened(UUID caseId, StaffPrincipal staff, StaffDay.Now now, String purpose) {
        return sheets.open(caseId, staff, now.say(purpose))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Rendered preview(Checklist check, StaffDay.Now now) {
        var sheet = check.sheet();
        var hidden = new ArrayList<IntakePage.Hidden>();
        check.typed()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("act") && !name.startsWith("_")) {
                                values.forEach(
                                        value -> hidden.add(new IntakePage.Hidden(name, value)));
                            }
                        });
        var days = place.current().policy().applicantCorrectionDays();
        var base = IntakeView.DESK + sheet.caseId();
        return Rendered.of(
                        "casework/desk/preview",
                        new IntakePage.Preview(
                                sheet.item().name(),
                                CaseNumber.of(sheet.file().caseNo()).printed(),
                                check.corrections(now),
                                now.say(
                                        "desk.preview.days",
                                        days,
                                        now.dates()
                                                .day(
                                                        now.calendar()
                                                                .plusWorkingDays(
                                                                        now.today(), days))),
                                hidden,
                                base))
                .at(base);
    }
}
