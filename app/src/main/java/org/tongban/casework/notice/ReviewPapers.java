package org.tongban.casework.notice;

import java.util.Map;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Notice;
import org.tongban.law.LegalBasis;
import org.tongban.web.Typed;

/** Papers on the way to the decision: what takes longer, who may be heard, who decides. */
final class ReviewPapers {

    private ReviewPapers() {}

    /** 特别程序告知书: with article 45 as its basis, or what the place names for its own. */
    @LegalBasis("licensing/45")
    static PaperDraft procedure(CaseEvent.ProcedureStarted event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.PROCEDURE, "procedure");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "kind", event.procedure(),
                        "reason", Typed.clause(event.reason()),
                        "days", event.expectedDays()));
        var basis = event.basis();
        if (basis == null) {
            draft.say("stops", Map.of());
        } else {
            draft.say(event.stops() ? "stops-by" : "counted", Map.of("basis", basis));
        }
        return draft;
    }

    @LegalBasis({"licensing/42/1/extension", "licensing/42/2/extension"})
    static PaperDraft extension(CaseEvent.Extended event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.EXTENSION, "extension");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "days", event.days(),
                        "reason", Typed.clause(event.reason()),
                        "day", of.dates().fullDay(event.newDue())));
        return draft;
    }

    /** 听证告知书: the right, the five days, that it costs nothing. */
    @LegalBasis({"licensing/47/1", "licensing/47/2"})
    static PaperDraft hearingRight(CaseEvent.HearingRightTold event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.HEARING_RIGHT, "hearing-right");
        draft.say("body", Map.of("item", of.item().name(), "reason", Typed.clause(event.reason())));
        if (!event.interested().isEmpty()) {
            draft.say("interested", Map.of("names", String.join("、", event.interested())));
        }
        draft.say("right", Map.of("day", of.dates().fullDay(event.askBy())));
        draft.say("free", Map.of());
        of.contact(draft);
        return draft;
    }

    /** 举行听证通知书: time, place, chair, and who may ask the chair to step aside. */
    @LegalBasis("licensing/48/1(1)")
    static PaperDraft hearingCall(CaseEvent.HearingCalled event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.HEARING_CALL, "hearing-call");
        draft.say(
                "body",
                Map.of(
                        "item", of.item().name(),
                        "day", of.dates().fullDay(event.on()),
                        "place", event.place(),
                        "chair", event.chair()));
        draft.say("challenge", Map.of());
        draft.say("stops", Map.of());
        return draft;
    }

    /** 不予听证通知书: who asked is not one of those whom the matter concerns. */
    @LegalBasis("licensing/47/1")
    static PaperDraft hearingDeclined(CaseEvent.HearingDeclined event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.HEARING_DECLINED, "hearing-declined");
        draft.say("body", Map.of("item", of.item().name(), "reason", Typed.clause(event.reason())));
        draft.say("goes-on", Map.of());
        of.contact(draft);
        return draft;
    }

    @LegalBasis("licensing/43")
    static PaperDraft forwarding(CaseEvent.Forwarded event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.FORWARDING, "forwarding");
        draft.say("body", Map.of("item", of.item().name(), "authority", event.authority()));
        draft.say(
                "next",
                Map.of(
                        "authority", event.authority(),
                        "day", of.dates().fullDay(event.expectedBy())));
        return draft;
    }

    /** 模拟审批告知书: what is missing, and that nothing has an effect yet. */
    @LegalBasis("practice/simulation/begin")
    static PaperDraft simulation(CaseEvent.SimulationBegun event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.SIMULATION, "simulation");
        draft.say(
                "body",
                Map.of("item", of.item().name(), "lacking", String.join("、", event.lacking())));
        draft.say("term", Map.of("promised", of.dates().fullDay(event.promisedDue())));
        draft.say("effect", Map.of());
        of.contact(draft);
        return draft;
    }
}
