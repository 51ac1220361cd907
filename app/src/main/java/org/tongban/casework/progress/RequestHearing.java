package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
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
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Casework;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Performed;
import org.tongban.casework.words.CaseWords;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The applicant asks for the hearing that was offered. */
@Controller
@LegalBasis("licensing/47/1/request")
class RequestHearing {

    private static final int LONGEST = 1000;

    private final CaseDoor door;
    private final Casework casework;
    private final TextBundles bundles;

    RequestHearing(CaseDoor door, Casework casework, TextBundles bundles) {
        this.door = door;
        this.casework = casework;
        this.bundles = bundles;
    }

    @GetMapping("/my/cases/{caseNo}/hearing")
    @Open(door = Door.APPLICANT, audit = "hearing.considered")
    Object ask(@PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        var found = door.own(caseNo, caller);
        return found.file().openClock(ClockKind.HEARING_REQUEST).isPresent()
                ? page(found, "", UUID.randomUUID(), ErrorSummary.none(), texts(request))
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
        var found = door.own(caseNo, caller);
        var texts = texts(request);
        var actId = act.orElseGet(UUID::randomUUID);
        if (reason.length() > LONGEST) {
            var errors = errors(texts.localize("withdraw.too-long", LONGEST));
            return page(found, reason, actId, errors, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var done =
                casework.perform(
                        found.id(),
                        OptionalInt.empty(),
                        actId,
                        new Act.AskForHearing(caller.name(), reason.strip()),
                        Actor.applicant(caller.accountId().toString(), caller.name()));
        return switch (done) {
            case Performed.Done _, Performed.Already _ -> SeeOther.to(found.path());
            case Performed.Refused(var why) -> {
                var said = new CaseWords(texts).refusal(why);
                yield page(found, reason, actId, errors(said.matter() + said.wayOut()), texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static ErrorSummary errors(String words) {
        return ErrorSummary.of(Map.of("reason", words));
    }

    private Rendered page(
            FoundCase found, String typed, UUID act, ErrorSummary errors, Texts texts) {
        return Rendered.of("casework/progress/hearing")
                .with("item", door.item(found).name())
                .with("path", found.path())
                .with("act", act)
                .with("errors", errors)
                .with(
                        "reason",
                        FieldView.of(FieldKind.LONGTEXT, "reason", texts.localize("hearing.words"))
                                .maxLength(LONGEST)
                                .optional()
                                .value(typed)
                                .error(errors));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
