package org.tongban.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/**
 * The due dates of the peers' models: {@code ${deadlines.inDays(5)}}. A bean, because a variable
 * for each date would cost the peers rows that they do not need.
 */
public final class Deadlines {

    private final Clock clock;

    Deadlines(Clock clock) {
        this.clock = clock;
    }

    /** The moment this many days of 24 hours from now. */
    public Date inDays(int days) {
        return Date.from(clock.instant().plus(Duration.ofDays(days)));
    }
}
