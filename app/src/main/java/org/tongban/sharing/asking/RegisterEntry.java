package org.tongban.sharing.asking;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a register says about somebody.
 *
 * @param number of the entry, such as that of the licence
 * @param issuer who entered it, in words
 * @param validUntil the last day; absent: without end
 * @param data what it says, by key of the resource's data items
 */
public record RegisterEntry(
        String number,
        String issuer,
        State state,
        @Nullable LocalDate validUntil,
        Map<String, String> data) {

    /** How the entry stands. */
    public enum State {
        VALID,
        SUSPENDED,
        /** Taken back, struck off or ended in any other way. */
        ENDED
    }

    public RegisterEntry {
        data = Map.copyOf(data);
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(validUntil);
    }

    /** Never what it says: this may reach a log. */
    @Override
    public String toString() {
        return "RegisterEntry[" + state + "]";
    }
}
