package org.tongban.casework;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.CASE_CLOCK;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongban.directory.LegalCalendar;
import org.tongban.law.LegalBasis;

/**
 * Counts open terms anew when the holidays of a year were published: a term that ran into a year
 * nobody had arranged yet was provisional. The act's id comes from the case and the publication, so
 * that two nodes, or two runs, do it once; what does not move is left as it is.
 */
@Component
public class RecountTerms {

    private static final Logger LOG = LoggerFactory.getLogger(RecountTerms.class);

    private static final int BATCH = 200;

    private final DSLContext db;
    private final Casework casework;
    private final LegalCalendar calendar;

    RecountTerms(DSLContext db, Casework casework, LegalCalendar calendar) {
        this.db = db;
        this.casework = casework;
        this.calendar = calendar;
    }

    /** Where a scan goes on. */
    private record Place(LocalDate dueOn, UUID caseId) {}

    /** Hourly: a year imported at the command line of another process is found. */
    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void hourly() {
        var moved = run();
        if (moved > 0) {
            LOG.info("放假安排公布：已重新计算 {} 件的期限", moved);
        }
    }

    /**
     * Counts what published years have moved.
     *
     * @return how many cases have terms that moved
     */
    @LegalBasis("licensing/82")
    public int run() {
        var moved = 0;
        for (var published : calendar.notRecounted()) {
            // This node may still count by the calendar it read before.
            calendar.forget();
            for (var kind : ClockKind.values()) {
                moved += recount(kind, published);
            }
            calendar.recounted(published);
        }
        return moved;
    }

    private int recount(ClockKind kind, LegalCalendar.Published published) {
        var moved = 0;
        Optional<Place> after = Optional.empty();
        List<Place> found;
        do {
            found = running(kind, published.year().atDay(1), after);
            for (var place : found) {
                if (recount(place.caseId(), published)) moved++;
            }
            after = found.isEmpty() ? after : Optional.of(found.getLast());
        } while (found.size() == BATCH);
        return moved;
    }

    private boolean recount(UUID caseId, LegalCalendar.Published published) {
        var name = "recount:" + caseId + ":" + published.year() + ":" + published.at();
        return casework.perform(
                        caseId,
                        OptionalInt.empty(),
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        new Act.Recount(),
                        Actor.system())
                instanceof Performed.Done;
    }

    /** Terms that end in the year or later, in the order of {@code case_clock_running}. */
    private List<Place> running(ClockKind kind, LocalDate from, Optional<Place> after) {
        return db.select(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID)
                .from(CASE_CLOCK)
                .where(CASE_CLOCK.KIND.eq(kind.name().toLowerCase(Locale.ROOT)))
                .and(CASE_CLOCK.STATE.eq(inline("running")))
                .and(CASE_CLOCK.DUE_ON.ge(from))
                .and(
                        after.map(
                                        place ->
                                                row(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID)
                                                        .gt(place.dueOn(), place.caseId()))
                                .orElse(noCondition()))
                .orderBy(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID)
                .limit(BATCH)
                .fetch(row -> new Place(row.value1(), row.value2()));
    }
}
