package org.tongban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a real server, which is started once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTests {

    private static final Options SHORT =
            Options.parse(List.of("--callers", "2", "--seconds", "1", "--rounds", "1"));

    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    private DurableServer server;

    @BeforeAll
    void startServer() {
        server = DurableServer.start(Path.of("target", "round-tests").toAbsolutePath());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Test
    void countsTheStatementsAndCommitsThatWereMade() {
        try (var entrant = Entrant.prepare(new Ledger(true), server, SHORT)) {

            var round = Round.run(entrant, server, SHORT, SHORT.length());

            // The count of finished cases is asked before the mark and after the cost is read. The
            // server's own upkeep may commit now and then.
            assertThat(round.statementsPerCase()).isEqualTo(6.0);
            assertThat(round.durableCommitsPerCase()).isCloseTo(6.0, within(0.5));
            assertThat(round.walBytesPerCase()).isGreaterThan(6 * 50.0);
            assertThat(round.acts().count(Act.DELIVER)).isEqualTo(round.cases());
        }
    }

    @Test
    void refusesAContenderWhoseActsShareACommit() {
        try (var entrant = Entrant.prepare(new Ledger(false), server, SHORT)) {
            assertThatThrownBy(() -> Round.run(entrant, server, SHORT, SHORT.length()))
                    .isInstanceOf(BenchFailed.class)
                    .hasMessageContaining("not one an act");
        }
    }
}
