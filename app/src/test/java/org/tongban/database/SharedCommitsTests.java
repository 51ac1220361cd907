package org.tongban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.TestDatabase;
import org.tongban.database.SharedCommits.Write;

/** One lane, and nobody alone: what comes while the lane is held up is written together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("H5")
class SharedCommitsTests {

    private static final String TAKE =
            "UPDATE seat SET taken_by = ? WHERE seat_id = ? AND taken_by = ''";

    private final DataSource source = TestDatabase.fresh().dataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    private final SharedCommits commits = new SharedCommits(jdbc, transactions, 0, 1);
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<UUID> seats =
            IntStream.range(0, 30).mapToObj(_ -> UUID.randomUUID()).toList();

    @BeforeAll
    void thirtySeats() {
        jdbc.execute(
                "CREATE TABLE seat (seat_id uuid PRIMARY KEY, taken_by text NOT NULL CHECK (taken_by <> 'nobody'))");
    }

    @BeforeEach
    void allSeatsAreFree() {
        jdbc.update("DELETE FROM seat");
        seats.forEach(seat -> jdbc.update("INSERT INTO seat VALUES (?, '')", seat));
    }

    @AfterAll
    void nobodyIsLeft() {
        people.close();
        commits.destroy();
    }

    private boolean take(UUID seat, String who) {
        return commits.write(new Write(seat, TAKE, new Binds().text(who).id(seat)));
    }

    private CompletableFuture<Boolean> taking(UUID seat, String who) {
        return CompletableFuture.supplyAsync(() -> take(seat, who), people);
    }

    /** Holds the first seat, so that the lane stands still at it, until all have come. */
    private List<CompletableFuture<Boolean>> whileTheLaneStands(List<Coming> coming)
            throws SQLException {
        var taken = new ArrayList<CompletableFuture<Boolean>>();
        try (var holder = source.getConnection()) {
            holder.setAutoCommit(false);
            hold(holder, seats.getFirst());
            taken.add(taking(seats.getFirst(), "first"));
            awaitThatSomebodyWaitsForALock();
            for (var each : coming) taken.add(taking(each.seat(), each.who()));
            while (commits.waiting() < coming.size()) Thread.onSpinWait();
            holder.rollback();
        }
        return taken;
    }

    private record Coming(UUID seat, String who) {}

    private static void hold(Connection holder, UUID seat) throws SQLException {
        try (var statement =
                holder.prepareStatement("SELECT 1 FROM seat WHERE seat_id = ? FOR UPDATE")) {
            statement.setObject(1, seat);
            statement.execute();
        }
    }

    private void awaitThatSomebodyWaitsForALock() {
        while (count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) Thread.onSpinWait();
    }

    private int count(String query) {
        var found = jdbc.queryForObject(query, Integer.class);
        return found == null ? 0 : found;
    }

    private static final String COMMITS =
            "SELECT count(DISTINCT xmin::text) FROM seat WHERE taken_by <> ''";

    @Test
    void whoComesWhileOthersAreWrittenSharesTheNextCommit() throws SQLException {
        var coming = seats.subList(1, 21).stream().map(seat -> new Coming(seat, "guest")).toList();

        var taken = whileTheLaneStands(coming);

        assertThat(taken).allMatch(CompletableFuture::join);
        assertThat(count("SELECT count(*) FROM seat WHERE taken_by <> ''")).isEqualTo(21);
        assertThat(count(COMMITS)).isEqualTo(2);
    }

    @Test
    void ofTwoWhoWantOneThingTheFirstGetsItAndTheOtherIsTold() throws SQLException {
        var wanted = seats.get(5);

        var taken =
                whileTheLaneStands(
                        List.of(
                                new Coming(wanted, "one"),
                                new Coming(wanted, "other"),
                                new Coming(seats.get(6), "guest")));

        assertThat(taken.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(true, true, true, false);
        assertThat(count("SELECT count(*) FROM seat WHERE taken_by <> ''")).isEqualTo(3);
    }

    @Test
    void oneFaultIsNobodyElses() throws SQLException {
        var taken =
                whileTheLaneStands(
                        List.of(
                                new Coming(seats.get(3), "nobody"),
                                new Coming(seats.get(4), "guest"),
                                new Coming(seats.get(5), "guest")));

        assertThatThrownBy(taken.get(1)::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(taken.get(2).join()).isTrue();
        assertThat(taken.get(3).join()).isTrue();
    }

    @Test
    void whoeverHasATransactionWritesInIt() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> {
                            assertThat(take(seats.get(7), "guest")).isTrue();
                            status.setRollbackOnly();
                        });

        assertThat(count("SELECT count(*) FROM seat WHERE taken_by <> ''")).isZero();
    }

    @Test
    void whatWaitsAtTheEndIsWrittenAndWhatComesLaterToo() {
        var ending = new SharedCommits(jdbc, transactions, 0, 1);
        var taken =
                seats.stream()
                        .map(
                                seat ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        ending.write(
                                                                new Write(
                                                                        seat,
                                                                        TAKE,
                                                                        new Binds()
                                                                                .text("guest")
                                                                                .id(seat))),
                                                people))
                        .toList();

        ending.destroy();

        assertThat(taken).allMatch(CompletableFuture::join);
        assertThat(count("SELECT count(*) FROM seat WHERE taken_by = 'guest'")).isEqualTo(30);
    }
}
