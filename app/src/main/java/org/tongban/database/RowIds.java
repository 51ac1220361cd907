package org.tongban.database;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the ids of rows: UUIDs of version 7 (RFC 9562, 5.7), whose order is the order in time to
 * the millisecond. Made here and not by the database, so that a row's id is known before it is
 * written and the schema needs no extension.
 */
@Component
public final class RowIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public RowIds(Clock clock) {
        this.clock = clock;
    }

    /** The least id that any row of this moment or a later one can have. */
    public static UUID first(Instant moment) {
        return new UUID((moment.toEpochMilli() << 16) | VERSION, VARIANT);
    }

    public UUID next() {
        var high = (clock.millis() << 16) | VERSION | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() & BELOW_VARIANT) | VARIANT);
    }
}
