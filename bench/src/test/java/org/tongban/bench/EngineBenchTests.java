package org.tongban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineBenchTests {

    @Test
    void reportsEveryPeerFromARunOfOneSecondEach() throws IOException {
        var options =
                Options.parse(
                        List.of(
                                "--callers",
                                "2",
                                "--seconds",
                                "1",
                                "--rounds",
                                "1",
                                "--out",
                                "target/bench-tests"));

        var report = Files.readString(new EngineBench(options, Clock.systemUTC()).run());

        assertThat(report)
                .contains("| Flowable 8.0.0 |", "| Operaton 1.0.3 |", "| PostgreSQL fsync | on |")
                .doesNotContain("NaN", "Infinity");
    }
}
