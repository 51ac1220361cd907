package org.tongban.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a clock stands still, such as those of a hearing. Both ends are inclusive: the
 * clock stands on the first day, on the last, and between.
 *
 * @param from first day stopped
 * @param through last day stopped; empty while the procedure goes on
 * @param kind the procedure, in the words of the law, such as 听证
 * @param legalBasis the provision that lets the clock stand, as shown to people
 */
public record Stoppage(
        LocalDate from, Optional<LocalDate> through, String kind, String legalBasis) {

    public Stoppage {
        if (through.isPresent() && through.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "A stoppage from %s cannot end on %s".formatted(from, through.get()));
        }
    }

    /** A stoppage that is over. */
    public static Stoppage of(LocalDate from, LocalDate through, String kind, String legalBasis) {
        return new Stoppage(from, Optional.of(through), kind, legalBasis);
    }

    /** A stoppage that goes on. */
    public static Stoppage open(LocalDate from, String kind, String legalBasis) {
        return new Stoppage(from, Optional.empty(), kind, legalBasis);
    }

    /** Whether the clock stands on that day because of this. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (through.isEmpty() || !day.isAfter(through.get()));
    }

    public boolean isOpen() {
        return through.isEmpty();
    }
}
