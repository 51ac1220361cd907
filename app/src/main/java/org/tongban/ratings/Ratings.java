package org.tongban.ratings;

import static org.jooq.impl.DSL.count;
import static org.tongban.schema.Tables.RATING;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** All ratings. */
@Component
public class Ratings {

    /** More than a place has. */
    private static final int MOST_AGENCIES = 500;

    private static final String ONLINE = "online";

    private final DSLContext db;
    private final Clock clock;

    Ratings(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<Rating> of(UUID caseId) {
        return db.selectFrom(RATING)
                .where(RATING.CASE_ID.eq(caseId))
                .fetchOptional(Ratings::rating);
    }

    /**
     * Keeps the rating of a case.
     *
     * @return false when it was rated before; what was said first stays
     */
    public boolean give(UUID caseId, String agency, Satisfaction satisfaction) {
        return db.insertInto(RATING)
                        .set(RATING.CASE_ID, caseId)
                        .set(RATING.AGENCY_KEY, agency)
                        .set(RATING.SATISFACTION, satisfaction.code())
                        .set(RATING.CHANNEL, ONLINE)
                        .set(RATING.RATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .onConflict(RATING.CASE_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /**
     * Adds words to a rating that has none.
     *
     * @return false when there is no rating, or it has words already
     */
    public boolean say(UUID caseId, String words) {
        return db.update(RATING)
                        .set(RATING.WORDS, words)
                        .where(RATING.CASE_ID.eq(caseId))
                        .and(RATING.WORDS.isNull())
                        .execute()
                == 1;
    }

    /** How often each level was given to an agency since a moment; a level never given is 0. */
    public Map<Satisfaction, Integer> counts(String agency, Instant since) {
        var counts = new EnumMap<Satisfaction, Integer>(Satisfaction.class);
        for (var level : Satisfaction.values()) {
            counts.put(level, 0);
        }
        db.select(RATING.SATISFACTION, count())
                .from(RATING)
                .where(RATING.AGENCY_KEY.eq(agency))
                .and(RATING.RATED_AT.ge(since.atOffset(ZoneOffset.UTC)))
                .groupBy(RATING.SATISFACTION)
                .forEach(row -> counts.put(level(row.value1()), row.value2()));
        return counts;
    }

    /** The agencies that were rated since then, the most rated first. */
    public List<String> ratedAgencies(Instant since) {
        return db.select(RATING.AGENCY_KEY)
                .from(RATING)
                .where(RATING.RATED_AT.ge(since.atOffset(ZoneOffset.UTC)))
                .groupBy(RATING.AGENCY_KEY)
                .orderBy(count().desc(), RATING.AGENCY_KEY)
                .limit(MOST_AGENCIES)
                .fetch(RATING.AGENCY_KEY);
    }

    /** The latest ratings of an agency that have words, the last first. */
    public List<Rating> latestWords(String agency, Instant since, int most) {
        return db.select(RATING.SATISFACTION, RATING.WORDS, RATING.RATED_AT)
                .from(RATING)
                .where(RATING.AGENCY_KEY.eq(agency))
                .and(RATING.RATED_AT.ge(since.atOffset(ZoneOffset.UTC)))
                .and(RATING.WORDS.isNotNull())
                .orderBy(RATING.RATED_AT.desc(), RATING.CASE_ID)
                .limit(most)
                .fetch(Ratings::rating);
    }

    private static Rating rating(Record row) {
        return new Rating(
                level(row.get(RATING.SATISFACTION)),
                Optional.ofNullable(row.get(RATING.WORDS)),
                row.get(RATING.RATED_AT).toInstant());
    }

    private static Satisfaction level(int code) {
        return Satisfaction.of(code).orElseThrow();
    }
}
