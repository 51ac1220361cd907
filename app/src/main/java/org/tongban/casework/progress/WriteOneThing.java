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

/**
 * What people do about their case by writing one thing: taking it back, asking for the hearing that
 * was offered, stating and defending before a grant is taken back, objecting to a decision. Each is
 * asked first, and only where it can be done.
 */
@Controller
class WriteOneThing {

    private static final String CASE = "/my/cases/{caseNo}";

    private static final WordForm.Sort WITHDRAWAL =
            new WordForm.Sort(
                    "casework/progress/withdraw",
                    "reason",
                    "withdraw.reason",
                    false,
                    200,
                    HttpStatus.CONFLICT,
                    ProgressView::isWithdrawable,
                    (_, reason) -> new Act.Withdraw(reason));

    private static final WordForm.Sort HEARING =
            new WordForm.Sort(
                    "casework/progress/hearing",
                    "reason",
                    "hearing.words",
                    false,
                    1000,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    file -> file.openClock(ClockKind.HEARING_REQUEST).isPresent(),
                    (caller, reason) -> new Act.AskForHearing(caller.name(), reason));

    private static final WordForm.Sort PLEADING =
            new WordForm.Sort(
                    "casework/progress/plead",
                    "pleading",
                    "plead.words",
                    true,
                    2000,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    ProgressView::isDoubted,
                    (_, words) -> new Act.Plead(words));

    private static final WordForm.Sort OBJECTION =
            new WordForm.Sort(
                    "casework/progress/object",
                    "objection",
                    "object.words",
                    true,
                    2000,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    ProgressView::isObjectable,
                    (_, words) -> new Act.ObjectToDecision(words));

    private final CaseDoor door;
    private final WordForm form;

    WriteOneThing(CaseDoor door, WordForm form) {
        this.door = door;
        this.form = form;
    }

    @GetMapping(CASE + "/withdraw")
    @Open(door = Door.APPLICANT, audit = "withdrawal.asked")
    Object askWithdrawal(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        return asked(WITHDRAWAL, caseNo, request, caller);
    }

    @PostMapping(CASE + "/withdraw")
    @Open(door = Door.APPLICANT, audit = "case.withdrawn")
    Object withdraw(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(WITHDRAWAL, door.own(caseNo, caller), reason, act, caller, request);
    }

    @GetMapping(CASE + "/hearing")
    @Open(door = Door.APPLICANT, audit = "hearing.considered")
    @LegalBasis("licensing/47/1/request")
    Object askHearing(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        return asked(HEARING, caseNo, request, caller);
    }

    @PostMapping(CASE + "/hearing")
    @Open(door = Door.APPLICANT, audit = "hearing.asked-for")
    @LegalBasis("licensing/47/1/request")
    Object hearing(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(HEARING, door.own(caseNo, caller), reason, act, caller, request);
    }

    @GetMapping(CASE + "/plead")
    @Open(door = Door.APPLICANT, audit = "pleading.asked")
    @LegalBasis("practice/commitment/breach")
    Object askPleading(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        return asked(PLEADING, caseNo, request, caller);
    }

    @PostMapping(CASE + "/plead")
    @Open(door = Door.APPLICANT, audit = "pleading.sent")
    @LegalBasis("practice/commitment/breach")
    Object plead(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String pleading,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(PLEADING, door.own(caseNo, caller), pleading, act, caller, request);
    }

    @GetMapping(CASE + "/object")
    @Open(door = Door.APPLICANT, audit = "objection.considered")
    @LegalBasis("practice/decision/objection")
    Object askObjection(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        return asked(OBJECTION, caseNo, request, caller);
    }

    @PostMapping(CASE + "/object")
    @Open(door = Door.APPLICANT, audit = "decision.objected-to")
    @LegalBasis("practice/decision/objection")
    Object object(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String objection,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return form.sent(OBJECTION, door.own(caseNo, caller), objection, act, caller, request);
    }

    private Object asked(
            WordForm.Sort sort,
            String caseNo,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        return sort.offered().test(found.file())
                ? form.asked(sort, found, request)
                : SeeOther.to(found.path());
    }
}
