package org.tongban.casework.silence;

import static org.tongban.schema.Tables.CASE_CLOCK;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Casework;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Performed;
import org.tongban.law.LegalBasis;

/**
 * Finds the terms that ended in silence and lets the engine draw the consequence. The act's id
 * comes from the case and the clock, so two nodes, or two runs, do it once.
 */
@Component
public class SilenceJob {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceJob.class);

    private static final int BATCH = 200;

    private final DSLContext db;
    private final Casework casework;
    private final Clock clock;

    SilenceJob(DSLContext db, Casework casework, Clock clock) {
        this.db = db;
        this.casework = casework;
        this.clock = clock;
    }

    /** Hourly rather than at midnight: a node that was down then catches up. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void hourly() {
        var done = run();
        if (done > 0) {
            LOG.info("期限届满而没有答复：已依法处理 {} 件", done);
        }
    }

    /**
     * Draws the consequence of every silence there is.
     *
     * @return how many cases were moved
     */
    public int run() {
        return sweep(ClockKind.ANSWER, new Act.DeemAccepted())
                + sweep(ClockKind.CORRECTION, new Act.EndForWantOfCorrections())
                + sweep(ClockKind.SUPPLEMENT, new Act.EndForWantOfPapers())
                + sweep(ClockKind.OPINION, new Act.TakeSilence());
    }

    @LegalBasis("licensing/32/4-deemed")
    private int sweep(ClockKind kind, Act consequence) {
        var moved = 0;
        List<Silent> silent;
        do {
            silent = silentBefore(kind, LocalDate.now(clock));
            var movedNow = 0;
            for (var one : silent) {
                var performed =
                        casework.perform(
                                one.caseId(),
                                OptionalInt.empty(),
                                actId(one),
                                consequence,
                                Actor.system());
                if (performed instanceof Performed.Done) {
                    movedNow++;
                }
            }
            moved += movedNow;
            // A case that will not move must not keep us here for ever.
            if (movedNow == 0) {
                break;
            }
        } while (silent.size() == BATCH);
        return moved;
    }

    private List<Silent> silentBefore(ClockKind kind, LocalDate today) {
        return db.select(CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK_NO)
                .from(CASE_CLOCK)
                .where(CASE_CLOCK.KIND.eq(kind.name().toLowerCase(Locale.ROOT)))
                .and(CASE_CLOCK.STATE.eq("running"))
                .and(CASE_CLOCK.DUE_ON.lt(today))
                .orderBy(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID)
                .limit(BATCH)
                .fetch(row -> new Silent(row.value1(), row.value2()));
    }

    private static UUID actId(Silent silent) {
        var name = "silence:" + silent.caseId() + ":" + silent.clockNo();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private record Silent(UUID caseId, int clockNo) {}
}
