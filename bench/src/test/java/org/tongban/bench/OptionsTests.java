package org.tongban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @Test
    void takesTheDefaultsOfThePublishedFigures() {
        var options = Options.parse(List.of());

        assertThat(options)
                .isEqualTo(
                        new Options(
                                16,
                                Shape.SEQUENTIAL,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(15),
                                3,
                                List.of(),
                                0,
                                Path.of("target", "bench")));
    }

    @Test
    void takesWhatIsGiven() {
        var options =
                Options.parse(
                        List.of(
                                "--callers",
                                "4",
                                "--shape",
                                "parallel",
                                "--warm-up",
                                "1",
                                "--seconds",
                                "2",
                                "--rounds",
                                "1",
                                "--only",
                                "flowable",
                                "--closed",
                                "1000000",
                                "--out",
                                "there"));

        assertThat(options)
                .isEqualTo(
                        new Options(
                                4,
                                Shape.PARALLEL,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                1,
                                List.of("flowable"),
                                1_000_000,
                                Path.of("there")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "257", "many", "-1", "99999999999"})
    void refusesANumberOfCallersOutOfRange(String number) {
        assertThatThrownBy(() -> Options.parse(List.of("--callers", number)))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("from 1 to 256");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> Options.parse(List.of("--rounds")))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("--rounds needs a value");
    }
}
