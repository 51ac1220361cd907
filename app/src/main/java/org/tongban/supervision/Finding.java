package org.tongban.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.ClockKind;

/**
 * One breach, with how its card stands.
 *
 * @param number counts all findings of the place; shown with the year
 * @param clock the term that was missed; absent for a second correction
 * @param dueOn the last day that was missed
 * @param words what the officer gave as the reason when it happened; empty for a term
 * @param answerBy the office answers until that day
 * @param version counts the acts on the card; an act on an older one is stale
 */
public record Finding(
        FindingKey key,
        long number,
        String caseNo,
        String itemKey,
        int itemVersion,
        String agency,
        @Nullable ClockKind clock,
        @Nullable LocalDate dueOn,
        String words,
        LocalDate openedOn,
        LocalDate answerBy,
        State state,
        int version,
        @Nullable LocalDate closedOn) {

    /** Where the card stands. */
    public enum State {
        /** The office has to answer. */
        OPEN,
        /** The office says what happened and what it has done. */
        ANSWERED,
        /** The office says that it is no breach. */
        REBUTTED,
        /** Closed: it was a breach. */
        UPHELD,
        /** Closed: it was none. */
        DROPPED;

        public boolean isClosed() {
            return this == UPHELD || this == DROPPED;
        }
    }

    public Optional<ClockKind> missedClock() {
        return Optional.ofNullable(clock);
    }

    public Optional<LocalDate> missedDay() {
        return Optional.ofNullable(dueOn);
    }

    /**
     * 红牌: nobody answered by the day that was set. Until then the card is yellow. Not stored: the
     * day alone decides.
     */
    public boolean isRed(LocalDate today) {
        return state == State.OPEN && today.isAfter(answerBy);
    }

    Finding in(State next, LocalDate newAnswerBy, @Nullable LocalDate closed) {
        return new Finding(
                key,
                number,
                caseNo,
                itemKey,
                itemVersion,
                agency,
                clock,
                dueOn,
                words,
                openedOn,
                newAnswerBy,
                next,
                version + 1,
                closed);
    }
}
