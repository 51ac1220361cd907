package org.tongban.casework.engine;

import java.util.Optional;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Refusal;
import org.tongban.law.LegalBasis;

/**
 * What can be said about a decision that was made: a slip of the pen is put right, an objection is
 * answered. Neither changes what was decided.
 */
final class AfterDecision {

    /** For the office to answer an objection. Working days. */
    @LegalBasis(value = "practice/decision/objection", reading = "Q-023")
    static final int ANSWER_WORKING_DAYS = 5;

    /** An office that answered so often has nothing new to say; remedies are elsewhere. */
    @LegalBasis("practice/decision/objection")
    static final int MOST_OBJECTIONS = 3;

    private AfterDecision() {}

    @LegalBasis("practice/decision/slip")
    static Ruling correct(Change change, Act.CorrectSlip act) {
        if (act.paper().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("paper"));
        }
        if (act.wrong().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("wrong"));
        }
        if (act.right().isBlank() || act.right().strip().equals(act.wrong().strip())) {
            return CaseEngine.refused(new Refusal.WordsMissing("right"));
        }
        return change.done(
                new CaseEvent.SlipCorrected(act.paper(), act.wrong().strip(), act.right().strip()));
    }

    @LegalBasis("practice/decision/objection")
    static Ruling object(Change change, Act.ObjectToDecision act) {
        if (!isOpenTo(change.before().result())
                || change.openClock(ClockKind.OBJECTION).isPresent()
                || change.clocks().stream().filter(c -> c.kind() == ClockKind.OBJECTION).count()
                        >= MOST_OBJECTIONS) {
            return CaseEngine.refused(new Refusal.ObjectionMismatch(true));
        }
        if (act.words().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("objection"));
        }
        var clock =
                change.start(
                        ClockKind.OBJECTION,
                        change.known().today(),
                        ANSWER_WORKING_DAYS,
                        Clock.TermUnit.WORKING);
        return change.done(new CaseEvent.ObjectionMade(act.words(), clock.due().orElseThrow()));
    }

    @LegalBasis("practice/decision/objection")
    static Ruling answer(Change change, Act.AnswerObjection act) {
        if (change.openClock(ClockKind.OBJECTION).isEmpty()) {
            return CaseEngine.refused(new Refusal.ObjectionMismatch(false));
        }
        if (act.words().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("objectionAnswer"));
        }
        return change.meet(ClockKind.OBJECTION)
                .done(new CaseEvent.ObjectionAnswered(act.founded(), act.words()));
    }

    /** What the applicant ended themselves there is nothing to object to. */
    private static boolean isOpenTo(Optional<Outcome> outcome) {
        return outcome.filter(
                        how ->
                                switch (how) {
                                    case GRANTED,
                                            REFUSED,
                                            NOT_ACCEPTED,
                                            NOT_CORRECTED,
                                            NOT_SUPPLEMENTED,
                                            REVOKED,
                                            VOIDED ->
                                            true;
                                    case WITHDRAWN, NOT_PREPARED -> false;
                                })
                .isPresent();
    }
}
