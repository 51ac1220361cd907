package org.tongban.certificates.lending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate that its holder has lent.
 *
 * @param token of the borrower's page; whoever has it is taken for the borrower
 * @param until the last day
 * @param times how often it may be seen
 * @param used how often it was
 */
public record Loan(
        UUID id,
        UUID certificate,
        String token,
        String borrower,
        String purpose,
        Instant lentAt,
        LocalDate until,
        int times,
        int used,
        Optional<Instant> takenBack) {

    /** How a loan stands. */
    public enum State {
        OPEN,
        USED_UP,
        OVER,
        TAKEN_BACK
    }

    State state(LocalDate today) {
        if (takenBack.isPresent()) return State.TAKEN_BACK;
        if (used >= times) return State.USED_UP;
        return today.isAfter(until) ? State.OVER : State.OPEN;
    }

    int left() {
        return times - used;
    }

    /** Never the token: this may reach a log. */
    @Override
    public String toString() {
        return "Loan[" + id + "]";
    }
}
