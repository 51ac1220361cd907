package org.tongban.casework.notice;

import java.util.List;
import java.util.Map;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Notice;
import org.tongban.casework.Pledge;
import org.tongban.law.LegalBasis;
import org.tongban.web.Typed;

/** Papers about what was promised: what may follow, what did not come, what proved wrong. */
final class PromisePapers {

    private PromisePapers() {}

    /** 容缺受理通知书: what is owed, by which day, and what follows if it does not come. */
    @LegalBasis("practice/tolerance/acceptance")
    static PaperDraft tolerantAcceptance(CaseEvent.AcceptedTolerantly event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.TOLERANT_ACCEPTANCE, "tolerant-acceptance");
        draft.say(
                event.deemed() ? "deemed" : "body",
                Map.of("item", of.item().name(), "day", of.dates().paperDay(event.acceptedOn())));
        var number = 1;
        for (var owed : event.owed()) {
            draft.say("each", Map.of("number", number++, "material", owed.name()));
        }
        draft.say("until", Map.of("day", of.dates().fullDay(event.supplementBy())));
        draft.say("consequence", Map.of());
        of.terms(draft, event.promisedDue(), event.statutoryDue());
        of.fees(draft);
        of.contact(draft);
        return draft;
    }

    @LegalBasis("practice/tolerance/extension")
    static PaperDraft moreTime(CaseEvent.SupplementExtended event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.SUPPLEMENT_EXTENSION, "supplement-extension");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "reason", Typed.clause(event.reason()),
                        "days", event.days(),
                        "day", of.dates().fullDay(event.newDue())));
        draft.say("once", Map.of());
        return draft;
    }

    @LegalBasis("practice/tolerance/term")
    static PaperDraft papersRejected(CaseEvent.PapersRejected event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.SUPPLEMENT_REJECTION, "supplement-rejection");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "materials", String.join("、", event.names()),
                        "reason", Typed.clause(event.reason())));
        draft.say("until", Map.of("day", of.dates().fullDay(event.supplementBy())));
        return draft;
    }

    @LegalBasis("practice/tolerance/default")
    static PaperDraft papersNeverCame(CaseEvent.PapersNeverCame event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.ENDED, "papers-never-came");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "day", of.dates().fullDay(event.dueOn()),
                        "materials", names(event.broken())));
        draft.say("broken", Map.of());
        of.remedies(draft);
        return draft;
    }

    /** 拟撤销告知书: before a grant is taken back the person hears why, and may answer. */
    @LegalBasis("practice/commitment/breach")
    static PaperDraft revocationIntent(CaseEvent.CommitmentDoubted event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.REVOCATION_INTENT, "revocation-intent");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "material", event.name(),
                        "findings", event.findings()));
        draft.say("right", Map.of("day", of.dates().fullDay(event.pleadBy())));
        of.contact(draft);
        return draft;
    }

    @LegalBasis("practice/commitment/breach")
    static PaperDraft revocation(CaseEvent.GrantRevoked event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.REVOCATION, "revocation");
        draft.say("facts", Map.of("item", of.item().name(), "facts", event.facts()));
        draft.say("reasons", Map.of("articles", event.articles(), "reasons", event.reasons()));
        draft.say(of.item().isLicence() ? "licence" : "body", Map.of());
        draft.say("broken", Map.of("materials", names(event.broken())));
        of.remedies(draft);
        return draft;
    }

    /** Whoever was told that a grant would be taken back is told that it is not. */
    @LegalBasis("practice/commitment/breach")
    static PaperDraft letStand(CaseEvent.GrantLetStand event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.REVOCATION_DROPPED, "revocation-dropped");
        draft.say(
                "body", Map.of("item", of.item().name(), "reasons", Typed.clause(event.reasons())));
        return draft;
    }

    private static String names(List<Pledge> pledges) {
        return String.join("、", pledges.stream().map(pledge -> "“" + pledge.name() + "”").toList());
    }
}
