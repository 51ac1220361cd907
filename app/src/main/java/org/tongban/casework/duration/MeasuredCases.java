package org.tongban.casework.duration;

import static org.tongban.schema.Tables.CASE_FILE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.PlaceSettings;
import org.tongban.catalogue.MeasuredDuration;

/**
 * Measures what was granted of the last applications for an item, from acceptance to decision. Days
 * on which a clock stood still are in it: the applicant waited through them.
 */
@Component
class MeasuredCases implements MeasuredDuration {

    /** As many of the last applications are looked at, whatever became of them. */
    private static final int LAST_CASES = 400;

    private static final int WHOLE = 100;

    /** Of fewer cases a median says more about chance than about the office. */
    private static final int FEWEST_CASES = 5;

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final DSLContext db;
    private final PlaceSettings.Source place;
    private final Clock clock;
    private final Map<String, Measured> known = new ConcurrentHashMap<>();

    MeasuredCases(DSLContext db, PlaceSettings.Source place, Clock clock) {
        this.db = db;
        this.place = place;
        this.clock = clock;
    }

    /** Working days of each case, the shortest first. */
    private record Measured(List<Integer> days, Instant at) {}

    @Override
    public Optional<Integer> workingDays(String itemKey, int percent) {
        var days = measured(itemKey).days();
        return days.size() < FEWEST_CASES
                ? Optional.empty()
                : Optional.of(days.get(Math.min(days.size() - 1, days.size() * percent / WHOLE)));
    }

    private Measured measured(String itemKey) {
        var now = clock.instant();
        var kept = known.get(itemKey);
        if (kept != null && kept.at().plus(KEPT).isAfter(now)) {
            return kept;
        }
        var measured = new Measured(days(itemKey), now);
        known.put(itemKey, measured);
        return measured;
    }

    private List<Integer> days(String itemKey) {
        var calendar = place.current().calendar();
        var last =
                db.select(CASE_FILE.OUTCOME, CASE_FILE.ACCEPTED_ON, CASE_FILE.DECIDED_ON)
                        .from(CASE_FILE)
                        .where(CASE_FILE.ITEM_KEY.eq(itemKey))
                        .orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.CASE_ID)
                        .limit(LAST_CASES)
                        .asTable("last");
        return db
                .select(last.field(CASE_FILE.ACCEPTED_ON), last.field(CASE_FILE.DECIDED_ON))
                .from(last)
                .where(last.field(CASE_FILE.OUTCOME).eq("granted"))
                .fetch(row -> calendar.workingDaysBetween(row.value1(), row.value2()))
                .stream()
                .sorted()
                .toList();
    }
}
