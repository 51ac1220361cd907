package org.tongban.access;

import static org.tongban.schema.tables.Attempt.ATTEMPT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.crypto.Keys;

/**
 * Counts guesses at something: a password from an address, a case number with a query code. Counted
 * in the database, so that a second node or a restart gives no second chance. What is guessed at is
 * stored as a keyed hash only.
 */
@Component
public final class Attempts {

    /** Guesses are counted within quarters of an hour by the clock. */
    public static final Duration BUCKET = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext db;
    private final Keys keys;
    private final Clock clock;

    Attempts(DSLContext db, Keys keys, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Whether there were at least so many guesses in this quarter of an hour.
     *
     * @param purpose what kind of thing is guessed at, for example {@code sign-in.address}
     * @param subject the thing itself
     */
    public boolean tooMany(String purpose, String subject, int most) {
        return db.select(ATTEMPT.COUNT)
                .from(ATTEMPT)
                .where(ATTEMPT.SUBJECT.eq(hashed(purpose, subject)))
                .and(ATTEMPT.BUCKET.eq(bucket()))
                .fetchOptional(ATTEMPT.COUNT)
                .map(count -> count >= most)
                .orElse(false);
    }

    /** Counts one wrong guess. */
    public void count(String purpose, String subject) {
        var count =
                db.insertInto(ATTEMPT, ATTEMPT.SUBJECT, ATTEMPT.BUCKET, ATTEMPT.COUNT)
                        .values(hashed(purpose, subject), bucket(), 1)
                        .onConflict(ATTEMPT.SUBJECT, ATTEMPT.BUCKET)
                        .doUpdate()
                        .set(ATTEMPT.COUNT, ATTEMPT.COUNT.plus(1))
                        .returningResult(ATTEMPT.COUNT)
                        .fetchOptional(ATTEMPT.COUNT);
        if (count.isPresent() && count.get() == 1) {
            // Whoever opens a new row clears away old ones, so the table stays small by itself.
            db.deleteFrom(ATTEMPT)
                    .where(DSL.condition(ATTEMPT.BUCKET.lt(bucket().minus(KEPT))))
                    .execute();
        }
    }

    private String hashed(String purpose, String subject) {
        return HexFormat.of().formatHex(keys.lookupHash().of(subject, "attempt." + purpose));
    }

    private OffsetDateTime bucket() {
        var length = BUCKET.toSeconds();
        var start = Math.floorDiv(clock.instant().getEpochSecond(), length) * length;
        return Instant.ofEpochSecond(start).atOffset(ZoneOffset.UTC);
    }
}
