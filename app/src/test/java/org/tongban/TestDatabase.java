package org.tongban;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Real PostgreSQL for tests: one server for the whole run, migrated once; each {@link #fresh()} is
 * a copy of the migrated database that nobody else sees.
 */
public final class TestDatabase {

    private static final String MIGRATED = "migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private static final Set<String> FILLED = new HashSet<>();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** An empty database with the whole schema; a copy takes some tens of milliseconds. */
    public static TestDatabase fresh() {
        return copy(MIGRATED);
    }

    /**
     * A copy of a database that is filled once in a run.
     *
     * @param filled its name, one word in lower case
     * @param fill fills it; keeps no connection when it is done
     */
    public static TestDatabase copyOf(String filled, Consumer<TestDatabase> fill) {
        synchronized (FILLED) {
            if (!FILLED.contains(filled)) {
                Server.run("CREATE DATABASE " + filled + " TEMPLATE " + MIGRATED);
                fill.accept(new TestDatabase(filled));
                FILLED.add(filled);
            }
        }
        return copy(filled);
    }

    private static TestDatabase copy(String template) {
        var name = "copy_" + COPIES.incrementAndGet();
        Server.run("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(name);
    }

    public String url() {
        return "jdbc:postgresql://localhost:"
                + Server.ONLY.getPort()
                + "/"
                + name
                + "?user=postgres&reWriteBatchedInserts=true";
    }

    public DataSource dataSource() {
        return Server.ONLY.getDatabase("postgres", name);
    }

    /** Queries without an application around them; each takes a connection of its own. */
    public DSLContext queries() {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
    }

    /**
     * Lets the application of a Spring test run on this database, with a data folder of its own.
     */
    public void serve(DynamicPropertyRegistry registry) {
        registry.add("TONGBAN_DB_URL", this::url);
        registry.add("TONGBAN_DB_USER", () -> "postgres");
        registry.add("TONGBAN_DB_CONNECTIONS", () -> "4");
        var home = emptyFolder();
        registry.add("TONGBAN_HOME", home::toString);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("tongban-home-");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The server; its class is loaded, and so the server started, at the first use. */
    private static final class Server {

        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                // The starter switches durability off; the application refuses to run like that.
                var server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("full_page_writes", "on")
                                .setServerConfig("max_connections", "200")
                                .setLocaleConfig("locale", "C.UTF-8")
                                .setLocaleConfig("encoding", "UTF-8")
                                .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                create(server);
                return server;
            } catch (IOException | SQLException fault) {
                throw new IllegalStateException("no PostgreSQL for tests", fault);
            }
        }

        private static void create(EmbeddedPostgres server) throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + MIGRATED);
            }
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", MIGRATED))
                    .load()
                    .migrate();
        }

        /** One at a time: a database that is being copied must not be copied by another. */
        static synchronized void run(String statement) {
            try (var connection = ONLY.getPostgresDatabase().getConnection();
                    var work = connection.createStatement()) {
                work.execute(statement);
            } catch (SQLException fault) {
                throw new IllegalStateException(statement, fault);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException fault) {
                // The run is over, and the starter removes its folder by itself.
            }
        }
    }
}
