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
import org.tongban.casework.ClockKind;
import org.tongban.law.LegalBasis;
import org.tongban.web.SeeOther;

/** The applicant asks for the hearing that was offered. */
@Controller
@LegalBasis("licensing/47/1/request")
class RequestHearing {

    private static final WordForm.Sort HEARING =
            new WordForm.Sort(
                    "casework/progress/hearing",
                    "reason",
                    "hearing.words",
                    false,
                    1000,
                    HttpStatus.UNPROCESSABLE_CONTENT);

    private final CaseDoor door;
    private final WordForm form;

    RequestHearing(CaseDoor door, WordForm form) {
        this.door = door;
        this.form = form;
    }

    @GetMapping("/my/cases/{caseNo}/hearing")
    @Open(door = Door.APPLICANT, audit = "hearing.considered")
    Object ask(@PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        return found.file().openClock(ClockKind.HEARING_REQUEST).isPresent()
                ? form.asked(HEARING, found, request)
                : SeeOther.to(found.path());
    }

    @PostMapping("/my/cases/{caseNo}/hearing")
    @Open(door = Door.APPLICANT, audit = "hearing.asked-for")
    Object send(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(
                HEARING,
                door.own(caseNo, caller),
                reason,
                new Act.AskForHearing(caller.name(), reason.strip()),
                act,
                caller,
                request);
    }
}
