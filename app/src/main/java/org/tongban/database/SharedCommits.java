package org.tongban.database;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets writes of many people share a commit when there are more of them than the disk and the
 * processors can serve one by one (ADR 15). A few at once are written each by itself, as if this
 * were not there; who comes when those places are taken is written together with all others that
 * have come by then. Nobody waits on purpose, and everybody is answered after the commit.
 *
 * <p>Writes of one thing (a case) keep their order, go through one lane and never share a
 * transaction. If one of them is wrong, each is tried by itself, so that one person's fault is
 * never another's; if the database is away, all are told.
 */
@Component
public class SharedCommits implements DisposableBean {

    /** At once, each with a transaction of its own. */
    public static final int ALONE = 16;

    private static final int LANES = 2;

    private final JdbcTemplate jdbc;
    private final Semaphore alone;
    private final AtomicInteger shared = new AtomicInteger();
    private final List<CommitLane> lanes;

    @Autowired
    SharedCommits(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, ALONE, LANES);
    }

    SharedCommits(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, int alone, int lanes) {
        this.jdbc = jdbc;
        this.alone = new Semaphore(alone);
        var together = new TransactionTemplate(transactions);
        this.lanes =
                IntStream.range(0, lanes).mapToObj(n -> new CommitLane(n, jdbc, together)).toList();
    }

    /**
     * A statement that changes one row, or none when what it rests on has moved.
     *
     * @param of the thing that is written
     */
    public record Write(UUID of, String sql, Binds binds) {

        /** Carries it out; false when nothing was changed. */
        boolean by(JdbcTemplate jdbc) {
            return jdbc.update(sql, binds) == 1;
        }
    }

    /**
     * Carries out the write, in the caller's transaction if there is one, and returns once it is
     * durable.
     *
     * @return false when nothing was changed
     * @throws DataAccessException as the write alone would
     */
    public boolean write(Write write) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return write.by(jdbc);
        // While any wait together, everybody does: those alone would keep them from the processor.
        if (shared.get() == 0 && alone.tryAcquire()) {
            try {
                return write.by(jdbc);
            } finally {
                alone.release();
            }
        }
        shared.incrementAndGet();
        try {
            return lanes.get(Math.floorMod(write.of().hashCode(), lanes.size())).write(write);
        } finally {
            shared.decrementAndGet();
        }
    }

    /** How many have come to share a commit that has not begun. */
    int waiting() {
        return lanes.stream().mapToInt(CommitLane::waiting).sum();
    }

    /** Writes what waits, and ends. */
    @Override
    public void destroy() {
        lanes.forEach(CommitLane::close);
    }
}
