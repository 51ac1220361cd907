package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;

/**
 * An item that is settled at once, decided at the counter by the clerk who also holds the post that
 * decides: on the page where it was accepted, while the applicant waits. A refusal needs facts,
 * reasons and articles, so it has the whole page of the case.
 */
@Controller
class DecideAtOnce {

    private static final String OPINION = "opinion";

    private final CaseSheets sheets;
    private final Casework casework;
    private final IntakeView view;
    private final StaffDay day;

    DecideAtOnce(CaseSheets sheets, Casework casework, IntakeView view, StaffDay day) {
        this.sheets = sheets;
        this.casework = casework;
        this.view = view;
        this.day = day;
    }

    /** The decision that waits, if this clerk may take it here. */
    static Optional<IntakePage.AtOnce> offer(
            Checklist check, StaffPrincipal staff, ErrorSummary errors, StaffDay.Now now) {
        var sheet = check.sheet();
        return sheet.item().caseKind() == CaseKind.AT_ONCE && staff.has("decide")
                ? sheet.file().openTasks().stream()
                        .filter(CaseTask::decision)
                        .filter(task -> staff.posts().contains(task.post()))
                        .findFirst()
                        .map(
                                task ->
                                        new IntakePage.AtOnce(
                                                task.name(),
                                                FieldView.of(
                                                                FieldKind.LONGTEXT,
                                                                OPINION,
                                                                now.say("desk.at-once.opinion"))
                                                        .optional()
                                                        .maxLength(IntakeView.LONGEST)
                                                        .value(check.at(OPINION))
                                                        .error(errors),
                                                task.no(),
                                                IntakeView.DESK + sheet.caseId() + "/decision"))
                : Optional.empty();
    }

    @PostMapping("/staff/desk/{caseId}/decision")
    @Open(door = Door.STAFF, right = "decide", audit = "case.decided-at-once")
    Object decide(
            @PathVariable UUID caseId,
            @RequestParam int version,
            @RequestParam UUID actId,
            @RequestParam int taskNo,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var check = Checklist.of(opened(caseId, staff, now), request);
        if (check.sheet().item().caseKind() != CaseKind.AT_ONCE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var result =
                casework.perform(
                        caseId,
                        OptionalInt.of(version),
                        actId,
                        new Act.Grant(taskNo, check.at(OPINION)),
                        sheets.actor(check.sheet().file(), staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:/staff/desk/" + caseId + "?done=decision";
            case Performed.Refused(var why) -> {
                var fresh = new Checklist(opened(caseId, staff, now), check.typed());
                var said = now.words().refusal(why);
                yield view.page(
                                fresh,
                                staff,
                                IntakeView.Drawn.back(
                                        UUID.randomUUID(),
                                        why instanceof Refusal.Stale
                                                ? SheetViews.changedMeanwhile(fresh.sheet(), now)
                                                : ErrorSummary.of(
                                                        Map.of("", said.matter() + said.wayOut())),
                                        version),
                                now)
                        .status(HttpStatus.CONFLICT)
                        .at(IntakeView.DESK + caseId);
            }
        };
    }

    private CaseSheet opened(UUID caseId, StaffPrincipal staff, StaffDay.Now now) {
        return sheets.open(caseId, staff, now.say("desk.purpose"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
