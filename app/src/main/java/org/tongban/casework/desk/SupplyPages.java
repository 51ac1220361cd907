package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Supplement;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Rendered;

/** Takes in at the window what an applicant was told to correct. The form stays as it is. */
@Controller
class SupplyPages {

    private final CaseSheets sheets;
    private final Casework casework;
    private final TakenFiles taken;
    private final IntakeView view;
    private final StaffDay day;

    SupplyPages(
            CaseSheets sheets, Casework casework, TakenFiles taken, IntakeView view, StaffDay day) {
        this.sheets = sheets;
        this.casework = casework;
        this.taken = taken;
        this.view = view;
        this.day = day;
    }

    /**
     * Takes in what has come.
     *
     * @param version that the clerk had before them; absent: not asked
     */
    @PostMapping("/staff/desk/{caseId}/supply")
    @Open(door = Door.STAFF, right = "accept", audit = "corrections.taken-in")
    Object supply(
            @PathVariable UUID caseId,
            @RequestParam UUID actId,
            @RequestParam(defaultValue = "0") int version,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var check = Checklist.of(opened(caseId, staff, now), request);
        var files = taken.take(request, now.texts());
        var wrong = new LinkedHashMap<>(files.faults());
        if (check.sheet().file().state() == CaseState.CORRECTING) {
            SupplyForm.missing(check, files.files(), now).forEach(wrong::putIfAbsent);
            if (!wrong.isEmpty()) {
                if (!files.files().isEmpty()) wrong.put("", now.say("desk.supply.again"));
                return back(
                        check,
                        ErrorSummary.of(wrong),
                        version,
                        staff,
                        now,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        var content = SupplyForm.content(check);
        var result =
                casework.supply(
                        caseId,
                        actId,
                        check.at(SupplyForm.NOTE),
                        new Supplement(
                                content,
                                ApplicationCheck.steps(check.sheet().item(), content),
                                files.files()),
                        sheets.actor(check.sheet().file(), staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:/staff/desk/" + caseId + "?done=supply";
            case Performed.Refused(var why) -> {
                var fresh = new Checklist(opened(caseId, staff, now), check.typed());
                var said = now.words().refusal(why);
                var stale = version != fresh.sheet().file().version();
                yield back(
                        fresh,
                        stale
                                ? SheetViews.changedMeanwhile(fresh.sheet(), now)
                                : ErrorSummary.of(Map.of("", said.matter() + said.wayOut())),
                        version,
                        staff,
                        now,
                        HttpStatus.CONFLICT);
            }
        };
    }

    private Rendered back(
            Checklist check,
            ErrorSummary errors,
            int version,
            StaffPrincipal staff,
            StaffDay.Now now,
            HttpStatusCode status) {
        return view.page(
                        check,
                        staff,
                        IntakeView.Drawn.back(UUID.randomUUID(), errors, version),
                        now)
                .status(status)
                .at(IntakeView.DESK + check.sheet().caseId());
    }

    private CaseSheet opened(UUID caseId, StaffPrincipal staff, StaffDay.Now now) {
        return sheets.open(caseId, staff, now.say("desk.purpose.supply"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
