package org.tongban.sharing.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That an office asked for the right to ask for a resource while it handles an item.
 *
 * @param until the last day on which a granted right holds
 */
public record RightRequest(
        UUID id,
        String resource,
        String agency,
        String item,
        String purpose,
        Instant askedAt,
        String askedBy,
        State state,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        Optional<String> reason,
        Optional<LocalDate> until) {

    /** How it stands. */
    public enum State {
        WAITING,
        GRANTED,
        REFUSED,
        TAKEN_BACK
    }

    public boolean isGranted(LocalDate today) {
        return state == State.GRANTED && until.filter(last -> !today.isAfter(last)).isPresent();
    }
}
