package org.tongban.casework.notice;

import java.util.Map;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Notice;
import org.tongban.law.LegalBasis;

/** Papers about a decision that was made: a slip put right, an objection answered. */
final class LaterPapers {

    private LaterPapers() {}

    /** 更正通知书: which words of which paper, and how they are to be read. */
    @LegalBasis("practice/decision/slip")
    static PaperDraft slip(CaseEvent.SlipCorrected event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.SLIP_CORRECTION, "slip-correction");
        draft.say("body", Map.of("item", of.item().name(), "paper", event.paper()));
        draft.say("change", Map.of("wrong", event.wrong(), "right", event.right()));
        draft.say("effect", Map.of());
        return draft;
    }

    /** 异议答复书: whether the office agrees, why, and where else one can turn. */
    @LegalBasis("practice/decision/objection")
    static PaperDraft objection(CaseEvent.ObjectionAnswered event, Occasion of) {
        var draft = new PaperDraft(Notice.Kind.OBJECTION_ANSWER, "objection-answer");
        draft.say(event.founded() ? "founded" : "unfounded", Map.of("item", of.item().name()));
        draft.say("words", Map.of("words", event.words()));
        of.remedies(draft);
        return draft;
    }
}
