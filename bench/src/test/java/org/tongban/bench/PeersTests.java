package org.tongban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that left out a deadline or an opinion would be compared with one that keeps them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersTests {

    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    private DurableServer server;

    @BeforeAll
    void startServer() {
        server = DurableServer.start(Path.of("target", "peers-tests").toAbsolutePath());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flowable", "operaton"})
    void keepsOfOneCaseEachDeadlineOpinionAndResult(String peer) throws SQLException {
        try (var database = server.createDatabase(peer, 1);
                var contender =
                        Contenders.named(Options.parse(List.of("--only", peer)), Clock.systemUTC())
                                .getFirst()) {
            contender.prepare(database);

            contender.runCase(1, new Acts());

            assertThat(contender.finishedCases()).isEqualTo(1);
            assertThat(rows(database, "act_hi_taskinst WHERE due_date_ > now()")).isEqualTo(5);
            assertThat(rows(database, "act_hi_taskinst WHERE end_time_ IS NOT NULL")).isEqualTo(5);
            assertThat(rows(database, "act_hi_comment WHERE user_id_ LIKE 'officer-%'"))
                    .isEqualTo(5);
            assertThat(rows(database, "act_hi_varinst WHERE name_ LIKE '%Result'")).isEqualTo(5);
            assertThat(rows(database, "act_hi_varinst WHERE length(text_) > 1500")).isEqualTo(1);
            assertThat(rows(database, "act_ru_task")).isZero();
        }
    }

    private static long rows(DataSource database, String from) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
