package org.tongban.casework.notice;

import java.util.Map;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Notice;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;
import org.tongban.web.Typed;

/** Papers of the decision, and of what ends without one. */
final class DecisionPapers {

    private DecisionPapers() {}

    static PaperDraft grant(CaseEvent.Granted event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.GRANT, "grant");
        draft.say(of.item().isLicence() ? "licence" : "body", Map.of("item", of.item().name()));
        if (event.conditions() != null) {
            draft.say("conditions", Map.of("conditions", event.conditions()));
        }
        if (event.validUntil() != null) {
            draft.say("validity", Map.of("day", of.dates().paperDay(event.validUntil())));
        }
        if (!event.opinion().isBlank()) {
            draft.say("opinion", Map.of("opinion", event.opinion()));
        }
        draft.say(
                of.item().result().kind() == ItemDefinition.ResultKind.CERTIFICATE
                        ? "certificate"
                        : "result",
                Map.of("result", of.item().result().name()));
        return draft;
    }

    /** The same decision as a person's, and how it was come to. */
    @LegalBasis("practice/automatic/grant")
    static PaperDraft automaticGrant(CaseEvent.AutomaticallyGranted event, Occasion of) {
        var draft = grant(new CaseEvent.Granted(""), of);
        draft.say(
                "automatic",
                Map.of(
                        "rules",
                        String.join(
                                "；", event.checked().stream().map(rule -> rule.says()).toList())));
        return draft;
    }

    /** The grant where the review was through, else the acceptance. */
    @LegalBasis("practice/simulation/real")
    static PaperDraft madeReal(CaseEvent.MadeReal event, Occasion of) {
        if (event.granted()) return grant(event.asGrant(), of);
        var draft = new PaperDraft(Notice.Kind.ACCEPTANCE, "acceptance");
        draft.say("real", Map.of("item", of.item().name(), "proof", event.proof()));
        of.terms(draft, event.promisedDue(), event.statutoryDue());
        of.contact(draft);
        return draft;
    }

    @LegalBasis("licensing/38")
    static PaperDraft refusal(CaseEvent.Refused event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.REFUSAL, "refusal");
        draft.say("facts", Map.of("item", of.item().name(), "facts", event.facts()));
        draft.say("reasons", Map.of("articles", event.articles(), "reasons", event.reasons()));
        draft.say(of.item().isLicence() ? "licence" : "body", Map.of("item", of.item().name()));
        of.remedies(draft);
        return draft;
    }

    /** What the higher authority has decided, handed on by whoever passed it up. */
    @LegalBasis("licensing/43")
    static PaperDraft higher(CaseEvent.HigherDecided event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.HIGHER_DECISION, "higher-decision");
        draft.say(
                event.granted() ? "granted" : "refused",
                Map.of(
                        "item", of.item().name(),
                        "authority", event.authority(),
                        "day", of.dates().paperDay(event.decidedOn()),
                        "document", event.document()));
        if (!event.words().isBlank()) {
            draft.say("words", Map.of("words", event.words()));
        }
        draft.say("remedies-there", Map.of());
        return draft;
    }

    static PaperDraft withdrawal(Occasion of) {
        var draft = new PaperDraft(Notice.Kind.WITHDRAWAL, "withdrawal");
        draft.say("body", Map.of("item", of.item().name(), "day", of.dates().paperDay(of.today())));
        draft.say("again", Map.of());
        return draft;
    }

    static PaperDraft endedFor(String name, String reason, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.ENDED, name);
        draft.say("body", Map.of("item", of.item().name(), "reason", Typed.clause(reason)));
        return draft;
    }
}
