package org.tongban.casework.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Notice;
import org.tongban.codes.CaseNumber;
import org.tongban.law.LegalBasis;
import org.tongban.web.Typed;

/** Papers of the taking up: what came, what is missing, whether it is accepted. */
final class IntakePapers {

    private IntakePapers() {}

    /** 收件凭证: says what came and when. It is not an acceptance, and says so. */
    static PaperDraft receipt(CaseEvent.Submitted event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.RECEIPT, "receipt");
        draft.say(
                "body",
                Map.of(
                        "day", of.dates().paperDay(event.receivedOn()),
                        "item", event.itemName(),
                        "files", event.files(),
                        "number", CaseNumber.of(of.file().caseNo()).printed()));
        var answerBy =
                of.file().openClock(ClockKind.ANSWER).flatMap(c -> c.due()).orElse(of.today());
        draft.say("next", Map.of("day", of.dates().fullDay(answerBy)));
        of.contact(draft);
        return draft;
    }

    @LegalBasis("licensing/32/1(5)")
    static PaperDraft acceptance(CaseEvent.Accepted event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.ACCEPTANCE, "acceptance");
        draft.say(
                event.deemed() ? "deemed" : of.item().isLicence() ? "licence" : "body",
                Map.of("item", of.item().name(), "day", of.dates().paperDay(event.acceptedOn())));
        of.terms(draft, event.promisedDue(), event.statutoryDue());
        var stopping = stopping(of);
        if (!stopping.isEmpty()) {
            draft.say("procedures", Map.of("kinds", String.join("、", stopping)));
        }
        of.fees(draft);
        of.contact(draft);
        return draft;
    }

    /** Only those whose time is not counted; the others change no term. */
    private static List<String> stopping(Occasion of) {
        var known = of.place().policy().procedures();
        return of.item().specialProcedures().stream()
                .filter(name -> known.find(name).filter(kind -> kind.stops()).isPresent())
                .toList();
    }

    @LegalBasis("licensing/32/1(4)")
    static PaperDraft correction(CaseEvent.CorrectionsTold event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.CORRECTION, "correction");
        draft.say(of.item().isLicence() ? "licence" : "body", Map.of("item", of.item().name()));
        each(draft, event.corrections());
        draft.say("until", Map.of("day", of.dates().fullDay(event.correctBy())));
        draft.say("once", Map.of());
        return draft;
    }

    /** 补正材料告知书 a second time, with the leave it rests on and an apology. */
    @LegalBasis("licensing/32/1(4)")
    static PaperDraft correctionAgain(CaseEvent.CorrectionsToldAgain event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.CORRECTION, "correction-again");
        draft.say("body", Map.of("item", of.item().name(), "reason", Typed.clause(event.reason())));
        each(draft, event.corrections());
        draft.say("until", Map.of("day", of.dates().fullDay(event.correctBy())));
        return draft;
    }

    @LegalBasis({"licensing/32/1(1)", "licensing/32/1(2)"})
    static PaperDraft nonAcceptance(CaseEvent.AcceptanceRefused event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.NON_ACCEPTANCE, "non-acceptance");
        draft.say("body", Map.of("item", of.item().name()));
        draft.say(
                "ground." + event.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of("office", event.competentOffice()));
        draft.say("reason", Map.of("reason", event.reason()));
        of.remedies(draft);
        return draft;
    }

    static PaperDraft ended(CaseEvent.NotCorrected event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.ENDED, "ended");
        draft.say(
                "body", Map.of("item", of.item().name(), "day", of.dates().fullDay(event.dueOn())));
        draft.say("again", Map.of());
        return draft;
    }

    private static void each(PaperDraft draft, List<Act.Correction> corrections) {
        var number = 1;
        for (var correction : corrections) {
            draft.say(
                    "each",
                    Map.of(
                            "number", number++,
                            "material", correction.name(),
                            "what", correction.what()));
        }
    }
}
