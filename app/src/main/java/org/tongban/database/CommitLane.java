package org.tongban.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.database.SharedCommits.Write;

/** One thread that writes whatever has come while it wrote what came before. */
final class CommitLane implements AutoCloseable {

    /** Longer transactions would hold readers of the event line back (ADR 6). */
    private static final int MOST_TOGETHER = 64;

    /** What wakes the thread to end it. */
    private static final Waiting END =
            new Waiting(new Write(new UUID(0, 0), "", new Binds()), new CompletableFuture<>());

    private final JdbcTemplate jdbc;
    private final TransactionTemplate together;
    private final LinkedBlockingQueue<Waiting> arrived = new LinkedBlockingQueue<>();

    /** Second writes of things that the transaction before has written already. */
    private final Deque<Waiting> deferred = new ArrayDeque<>();

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    private record Waiting(Write write, CompletableFuture<Boolean> written) {

        boolean isEnd() {
            return write.sql().isEmpty();
        }
    }

    CommitLane(int number, JdbcTemplate jdbc, TransactionTemplate together) {
        this.jdbc = jdbc;
        this.together = together;
        this.thread =
                Thread.ofPlatform()
                        .name("shared-commits-" + number)
                        .daemon()
                        .start(this::writeUntilClosed);
    }

    /** Waits for the commit that the write shares. */
    boolean write(Write write) {
        var waiting = new Waiting(write, new CompletableFuture<>());
        arrived.add(waiting);
        // Too late for the thread, unless it has been taken already.
        if (closed.get() && arrived.remove(waiting)) return write.by(jdbc);
        try {
            return waiting.written().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException own) throw own;
            throw failed;
        }
    }

    int waiting() {
        return arrived.size();
    }

    private void writeUntilClosed() {
        try {
            var isLast = false;
            while (!isLast) {
                var some = new ArrayList<Waiting>();
                isLast = take(some);
                try {
                    writeTogether(some);
                } finally {
                    // Whatever went wrong, nobody waits for ever; who was answered stays answered.
                    some.stream()
                            .filter(each -> !each.written().isDone())
                            .forEach(each -> each.written().completeExceptionally(unanswered()));
                }
            }
        } finally {
            closed.set(true);
            var left = new ArrayList<>(deferred);
            arrived.drainTo(left);
            left.stream().filter(each -> !each.isEnd()).forEach(this::writeAlone);
        }
    }

    /** Takes what is there, of each thing one write; true when the end is among it. */
    private boolean take(List<Waiting> some) {
        var came = new ArrayList<Waiting>(deferred);
        deferred.clear();
        try {
            if (came.isEmpty()) came.add(arrived.take());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
        arrived.drainTo(came, MOST_TOGETHER);
        var things = new HashSet<UUID>();
        for (var each : came) {
            if (each.isEnd()) continue;
            if (some.size() < MOST_TOGETHER && things.add(each.write().of())) some.add(each);
            else deferred.add(each);
        }
        var isEnd = came.stream().anyMatch(Waiting::isEnd);
        if (isEnd && !deferred.isEmpty()) arrived.add(END);
        return isEnd && deferred.isEmpty();
    }

    private void writeTogether(List<Waiting> some) {
        if (some.size() < 2) {
            some.forEach(this::writeAlone);
            return;
        }
        List<Integer> counts;
        try {
            counts = together.execute(_ -> counts(some));
        } catch (DataAccessResourceFailureException | TransactionException away) {
            // No database, or an unknown end: nobody is helped by being tried one after the other.
            var toldAsAlone =
                    new DataAccessResourceFailureException("the shared commit failed", away);
            some.forEach(each -> each.written().completeExceptionally(toldAsAlone));
            return;
        } catch (DataAccessException oneIsWrong) {
            some.forEach(this::writeAlone);
            return;
        } catch (RuntimeException unforeseen) {
            some.forEach(each -> each.written().completeExceptionally(unforeseen));
            return;
        }
        for (var i = 0; i < some.size(); i++) {
            some.get(i).written().complete(counts.get(i) == 1);
        }
    }

    /** Equal statements go to the server in one message. */
    private List<Integer> counts(List<Waiting> some) {
        var counts = new Integer[some.size()];
        var places = new ArrayList<Integer>();
        for (var i = 0; i < some.size(); i++) places.add(i);
        places.stream()
                .collect(Collectors.groupingBy(place -> some.get(place).write().sql()))
                .forEach(
                        (sql, equal) -> {
                            var changed = jdbc.batchUpdate(sql, setter(some, equal));
                            for (var n = 0; n < changed.length; n++) {
                                counts[equal.get(n)] = changed[n];
                            }
                        });
        return List.of(counts);
    }

    private static BatchPreparedStatementSetter setter(List<Waiting> some, List<Integer> equal) {
        return new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int n) throws SQLException {
                some.get(equal.get(n)).write().binds().setValues(statement);
            }

            @Override
            public int getBatchSize() {
                return equal.size();
            }
        };
    }

    private void writeAlone(Waiting waiting) {
        try {
            waiting.written().complete(waiting.write().by(jdbc));
        } catch (RuntimeException failed) {
            waiting.written().completeExceptionally(failed);
        }
    }

    private static IllegalStateException unanswered() {
        return new IllegalStateException("the thread of shared commits has ended");
    }

    @Override
    public void close() {
        arrived.add(END);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
