package org.tongban.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The PostgreSQL that all contenders share, each in a database of its own. A commit is on the disk
 * when it returns: the binaries come with that switched off for tests, so it is switched on here
 * and asked back.
 */
final class DurableServer implements AutoCloseable {

    private static final List<String> ON_OR_NOT_DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final List<String> REPORTED =
            List.of(
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "wal_sync_method",
                    "shared_buffers",
                    "max_wal_size",
                    "autovacuum",
                    "jit");

    /** Statements kept apart by the counter; the peers together send some hundreds. */
    private static final int KNOWN_STATEMENTS = 20_000;

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final int LONE_COMMITS = 200;

    private static final Duration LONGEST_VACUUM = Duration.ofMinutes(2);
    private static final Duration LOOKS_AGAIN = Duration.ofMillis(200);
    private static final String VACUUMING =
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'";

    /** Four pools of 64, Tongban's own, and what watches them. */
    private static final String MOST_CONNECTIONS = "350";

    private final EmbeddedPostgres postgres;
    private final Connection admin;

    private DurableServer(EmbeddedPostgres postgres, Connection admin) {
        this.postgres = postgres;
        this.admin = admin;
    }

    /**
     * Starts a fresh server with its data in {@code folder}, which is emptied at the end.
     *
     * @throws BenchFailed if it does not start or would not be durable
     */
    static DurableServer start(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            var postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setPGStartupWait(START_LIMIT)
                            .setServerConfig("max_connections", MOST_CONNECTIONS)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                            .setServerConfig(
                                    "pg_stat_statements.max", Integer.toString(KNOWN_STATEMENTS))
                            .setServerConfig("pg_stat_statements.track_utility", "on")
                            .start();
            var server =
                    new DurableServer(postgres, postgres.getPostgresDatabase().getConnection());
            server.execute("CREATE EXTENSION pg_stat_statements");
            server.refuseUnlessDurable();
            return server;
        } catch (IOException | SQLException failure) {
            throw new BenchFailed("PostgreSQL does not start", failure);
        }
    }

    private void refuseUnlessDurable() {
        for (var setting : ON_OR_NOT_DURABLE) {
            var value = show(setting);
            if (!value.equals("on")) {
                throw new BenchFailed(
                        "PostgreSQL runs with %s = %s, so its commits are not durable"
                                .formatted(setting, value));
            }
        }
    }

    /** Makes an empty database and a pool of this many connections to it. */
    HikariDataSource createDatabase(String name, int connections) {
        execute("CREATE DATABASE " + name);
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(connections);
        return new HikariDataSource(pool);
    }

    /**
     * Makes the start the same for everyone: nothing left over from the one before, all pages
     * written out, so that the page images after a checkpoint fall on each contender alike, and the
     * counters at zero.
     */
    Mark mark() {
        awaitVacuum();
        execute("CHECKPOINT");
        execute("SELECT pg_stat_statements_reset()");
        return new Mark(nextTransaction());
    }

    /** The server may still be cleaning up behind the one before; the next must not pay for it. */
    private void awaitVacuum() {
        var giveUp = System.nanoTime() + LONGEST_VACUUM.toNanos();
        while (number(VACUUMING) > 0 && System.nanoTime() - giveUp < 0) {
            LockSupport.parkNanos(LOOKS_AGAIN.toNanos());
        }
    }

    /**
     * What happened on this database since the mark.
     *
     * @throws BenchFailed if the server had to forget statements, so that the count is too low
     */
    Cost costSince(Mark mark, String database) {
        var transactions = nextTransaction() - mark.transaction();
        if (number("SELECT dealloc FROM pg_stat_statements_info") != 0) {
            throw new BenchFailed("the server met more kinds of statement than it can count");
        }
        return new Cost(
                sum("calls", "query !~* '^(BEGIN|COMMIT|ROLLBACK)'", database),
                transactions,
                sum("wal_bytes", "true", database),
                sum("wal_fpi", "true", database));
    }

    /** Where the transaction ids stood. */
    record Mark(long transaction) {}

    private long sum(String counter, String condition, String database) {
        return number(
                """
                SELECT coalesce(sum(s.%s), 0)
                  FROM pg_stat_statements AS s JOIN pg_database AS d ON d.oid = s.dbid
                 WHERE d.datname = '%s' AND %s
                """
                        .formatted(counter, database, condition));
    }

    /** Reading it takes no transaction id. */
    private long nextTransaction() {
        return number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    /** The server's version and the settings that bear on the figures. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server_version", show("server_version"));
        REPORTED.forEach(name -> settings.put(name, show(name)));
        return settings;
    }

    /** Milliseconds of one durable commit with nobody else about, the median of many: the disk. */
    double loneCommitMillis() {
        execute("CREATE TABLE lone_commit (n bigint PRIMARY KEY)");
        var nanos = new long[LONE_COMMITS];
        for (var n = 0; n < LONE_COMMITS; n++) {
            var started = System.nanoTime();
            execute("INSERT INTO lone_commit VALUES (" + n + ")");
            nanos[n] = System.nanoTime() - started;
        }
        execute("DROP TABLE lone_commit");
        Arrays.sort(nanos);
        return nanos[LONE_COMMITS / 2] / 1_000_000.0;
    }

    private String show(String setting) {
        return text("SHOW " + setting);
    }

    private long number(String query) {
        return Long.parseLong(text(query));
    }

    private String text(String query) {
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new BenchFailed("PostgreSQL refuses: " + query, failure);
        }
    }

    private void execute(String command) {
        try (var statement = admin.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new BenchFailed("PostgreSQL refuses: " + command, failure);
        }
    }

    @Override
    public void close() {
        try {
            admin.close();
            postgres.close();
        } catch (IOException | SQLException failure) {
            throw new BenchFailed("PostgreSQL does not stop", failure);
        }
    }
}
