package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Supplement;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition;

/** Takes in at the window what an applicant was told to correct. The form stays as it is. */
@Controller
class SupplyPages {

    private final CaseSheets sheets;
    private final Casework casework;
    private final TakenFiles taken;
    private final StaffDay day;

    SupplyPages(CaseSheets sheets, Casework casework, TakenFiles taken, StaffDay day) {
        this.sheets = sheets;
        this.casework = casework;
        this.taken = taken;
        this.day = day;
    }

    @PostMapping("/staff/desk/{caseId}/supply")
    @Open(door = Door.STAFF, right = "accept", audit = "corrections.taken-in")
    String supply(
            @PathVariable UUID caseId,
            @RequestParam UUID actId,
            @RequestParam(defaultValue = "") String note,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var sheet =
                sheets.open(caseId, staff, now.say("desk.purpose.supply"))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var files = taken.take(request, now);
        var content = sheet.content();
        var applicable =
                Applicability.of(
                                sheet.item(),
                                content.situation(),
                                content.form(),
                                ApplicationCheck.facts(content.applicant()))
                        .steps()
                        .stream()
                        .map(ItemDefinition.Step::key)
                        .collect(Collectors.toSet());
        if (!files.faults().isEmpty() || (files.files().isEmpty() && note.isBlank())) {
            return "redirect:/staff/desk/" + caseId + "?done=nothing-supplied";
        }
        var result =
                casework.supply(
                        caseId,
                        actId,
                        note.strip(),
                        new Supplement(content, applicable, files.files()),
                        sheets.actor(sheet.file(), staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:/staff/desk/" + caseId + "?done=supply";
            case Performed.Refused _ -> "redirect:/staff/desk/" + caseId + "?done=nothing-supplied";
        };
    }
}
