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
import org.tongban.web.SeeOther;

/** Taking an application back. */
@Controller
class Withdraw {

    private static final WordForm.Sort FORM =
            new WordForm.Sort(
                    "casework/progress/withdraw",
                    "reason",
                    "withdraw.reason",
                    false,
                    200,
                    HttpStatus.CONFLICT);

    private final CaseDoor door;
    private final WordForm form;

    Withdraw(CaseDoor door, WordForm form) {
        this.door = door;
        this.form = form;
    }

    @GetMapping("/my/cases/{caseNo}/withdraw")
    @Open(door = Door.APPLICANT, audit = "withdrawal.asked")
    Object ask(@PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        return ProgressView.isWithdrawable(found.file())
                ? form.asked(FORM, found, request)
                : SeeOther.to(found.path());
    }

    @PostMapping("/my/cases/{caseNo}/withdraw")
    @Open(door = Door.APPLICANT, audit = "case.withdrawn")
    Object withdraw(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(
                FORM,
                door.own(caseNo, caller),
                reason,
                new Act.Withdraw(reason.strip()),
                act,
                caller,
                request);
    }
}
