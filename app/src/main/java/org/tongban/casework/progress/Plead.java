package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Act;
import org.tongban.law.LegalBasis;
import org.tongban.web.SeeOther;

/** The person states and defends before a grant is taken back. */
@Controller
@LegalBasis("practice/commitment/breach")
class Plead {

    private static final WordForm.Sort FORM =
            new WordForm.Sort(
                    "casework/progress/plead",
                    "pleading",
                    "plead.words",
                    true,
                    2000,
                    HttpStatus.UNPROCESSABLE_CONTENT);

    private final CaseDoor door;
    private final WordForm form;

    Plead(CaseDoor door, WordForm form) {
        this.door = door;
        this.form = form;
    }

    @GetMapping("/my/cases/{caseNo}/plead")
    @Open(door = Door.APPLICANT, audit = "pleading.asked")
    Object ask(@PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        return ProgressView.isDoubted(found.file())
                ? form.asked(FORM, found, request)
                : SeeOther.to(found.path());
    }

    @PostMapping("/my/cases/{caseNo}/plead")
    @Open(door = Door.APPLICANT, audit = "pleading.sent")
    Object send(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String pleading,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(
                FORM,
                door.own(caseNo, caller),
                pleading,
                new Act.Plead(pleading.strip()),
                act,
                caller,
                request);
    }
}
