package org.tongban.casework.words;

import java.util.Locale;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Channel;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Consultation;
import org.tongban.casework.Evidence;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.ReliedOn;
import org.tongban.casework.Right;
import org.tongban.web.Texts;

/** Puts the closed lists of casework into the reader's language. */
public final class CaseWords {

    private final Texts texts;

    public CaseWords(Texts texts) {
        this.texts = texts;
    }

    public String state(CaseState state) {
        return texts.localize("words.state." + code(state));
    }

    public String outcome(Outcome outcome) {
        return texts.localize("words.outcome." + code(outcome));
    }

    public String channel(Channel channel) {
        return texts.localize("words.channel." + code(channel));
    }

    public String delivery(Act.DeliveryWay way) {
        return texts.localize("words.delivery." + code(way));
    }

    /** What others are asked for. */
    public String form(Consultation.Form form) {
        return texts.localize("words.form." + code(form));
    }

    /** How a promise of the applicant stands. */
    public String pledge(Pledge pledge) {
        return texts.localize("words.pledge." + code(pledge.kind()) + "." + code(pledge.state()));
    }

    public String right(Right right) {
        return texts.localize("words.right." + code(right));
    }

    /**
     * Where the case stands in a few words: the outcome once there is one, the state until then.
     */
    public String status(CaseFile file) {
        return file.result().map(this::outcome).orElseGet(() -> state(file.state()));
    }

    /** What is the matter, and the way out. */
    public Said refusal(Refusal refusal) {
        return new RefusalWords(texts, this).said(refusal);
    }

    /**
     * What happened, as the applicant is told. Opinions that officers write for each other are not
     * in it.
     */
    public Told event(CaseEvent event) {
        return new EventWords(texts, this).event(event);
    }

    /** As {@link #event}, with what officers wrote for each other: for staff only. */
    public Told eventForStaff(CaseEvent event) {
        return new EventWords(texts, this).eventForStaff(event);
    }

    /** What a clock is called. */
    public String clock(ClockKind kind) {
        return texts.localize("words.clock." + code(kind));
    }

    /** What is wrong with a certificate on which a case rests. */
    public String spoilt(ReliedOn one) {
        return one.fault().map(fault -> spoilt(one.name(), fault)).orElse("");
    }

    /** What is wrong with a certificate that could have been fetched. */
    public String spoilt(String name, Evidence.Fault fault) {
        var state =
                texts.localize("words.evidence." + fault.kind().name().toLowerCase(Locale.ROOT));
        return fault.why().isEmpty()
                ? texts.localize("words.evidence", name, state)
                : texts.localize("words.evidence.why", name, state, fault.why());
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
