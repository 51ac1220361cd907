package org.tongban.casework.line;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.FOLLOWER;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.CaseMoved;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.schema.tables.records.CaseEventRecord;

/**
 * Leads every follower along the event line. A line is read only when no transaction that began
 * before its own can still commit, so that nobody's place passes a line that comes late. One node
 * leads a follower at a time: its row is locked while it works.
 */
@Component
public class Followers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    /** Lines taken in one transaction: many enough to be fast, few enough to be short. */
    private static final int BATCH = 100;

    /** Another node's act does not nudge us; it is seen after this at the latest. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(5);

    /** No transaction before this one can still commit. */
    private static final Field<Long> SETTLED =
            field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final List<Follower> followers;
    private final ConcurrentMap<String, Semaphore> nudges = new ConcurrentHashMap<>();
    private final LineGate gate;
    private final boolean serving;
    private volatile boolean running;

    Followers(
            DSLContext db,
            TransactionTemplate transaction,
            List<Follower> followers,
            LineGate gate,
            @Value("${tongban.followers:true}") boolean serving) {
        this.gate = gate;
        this.serving = serving;
        this.db = db;
        this.transaction = transaction;
        this.followers = followers;
    }

    @Override
    public void start() {
        running = true;
        // Before the first act can be done here: a follower's beginning does not wait for its turn.
        followers.forEach(this::begin);
        if (!serving) {
            return;
        }
        for (var follower : followers) {
            var nudge = new Semaphore(0);
            nudges.put(follower.name(), nudge);
            Thread.ofVirtual()
                    .name("follower-" + follower.name())
                    .start(() -> lead(follower, nudge));
        }
    }

    @Override
    public void stop() {
        running = false;
        nudges.values().forEach(Semaphore::release);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @EventListener
    void on(CaseMoved ignored) {
        nudges.values().forEach(Semaphore::release);
    }

    private void lead(Follower follower, Semaphore nudge) {
        while (running) {
            var pause = PAUSE;
            try {
                while (running && !gate.isHeld() && step(follower) == BATCH) {
                    // There is more; go on without a pause.
                }
            } catch (RuntimeException fault) {
                LOG.error(
                        "follower {} stands still: {}", follower.name(), fault.getMessage(), fault);
                pause = PAUSE_AFTER_FAULT;
            }
            await(nudge, pause);
        }
    }

    private static void await(Semaphore nudge, Duration pause) {
        try {
            if (nudge.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                nudge.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Leads one follower along everything that is settled, now: for who cannot wait for its turn.
     *
     * @throws java.util.NoSuchElementException when there is none of that name
     */
    public void catchUp(String name) {
        var follower =
                followers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        while (step(follower) > 0) {
            // There may be more.
        }
    }

    /** Takes the next lines, in one transaction with the follower's new place. */
    int step(Follower follower) {
        var count = transaction.execute(_ -> followNext(follower));
        return count == null ? 0 : count;
    }

    /**
     * Gives a follower that is new here its place: at the front of the line, or behind everything
     * that is settled. What is still open then comes after it, whenever it commits.
     */
    private void begin(Follower follower) {
        db.insertInto(FOLLOWER)
                .set(FOLLOWER.NAME, follower.name())
                .set(FOLLOWER.XACT, follower.rebuilds() ? val(0L) : SETTLED)
                .set(FOLLOWER.CASE_ID, new UUID(0, 0))
                .set(FOLLOWER.SEQ, 0)
                .onConflictDoNothing()
                .execute();
    }

    private int followNext(Follower follower) {
        begin(follower);
        var place =
                db.selectFrom(FOLLOWER)
                        .where(FOLLOWER.NAME.eq(follower.name()))
                        .forUpdate()
                        .skipLocked()
                        .fetchOptional();
        if (place.isEmpty()) {
            return 0;
        }
        var lines =
                db.selectFrom(CASE_EVENT)
                        .where(
                                row(CASE_EVENT.XACT, CASE_EVENT.CASE_ID, CASE_EVENT.SEQ)
                                        .gt(
                                                val(place.get().getXact()),
                                                val(place.get().getCaseId()),
                                                val(place.get().getSeq())))
                        .and(CASE_EVENT.XACT.lt(SETTLED))
                        .orderBy(CASE_EVENT.XACT, CASE_EVENT.CASE_ID, CASE_EVENT.SEQ)
                        .limit(BATCH)
                        .fetch();
        if (!lines.isEmpty()) {
            follower.followAll(lines.map(Followers::line));
            var last = lines.getLast();
            db.update(FOLLOWER)
                    .set(FOLLOWER.XACT, last.getXact())
                    .set(FOLLOWER.CASE_ID, last.getCaseId())
                    .set(FOLLOWER.SEQ, last.getSeq())
                    .where(FOLLOWER.NAME.eq(follower.name()))
                    .execute();
        }
        return lines.size();
    }

    private static CaseLine line(CaseEventRecord line) {
        return new CaseLine(
                line.getCaseId(),
                line.getSeq(),
                line.getAt().toInstant(),
                line.getActorName(),
                CaseJson.readEvent(line.getAct(), line.getBody()));
    }
}
