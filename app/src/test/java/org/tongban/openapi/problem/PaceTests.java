package org.tongban.openapi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PaceTests {

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    private final Pace pace =
            new Pace(
                    60,
                    new Clock() {
                        @Override
                        public ZoneId getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });

    @Test
    void lessThanTheLimitPassesAndTheNextCallWaits() {
        for (var call = 0; call < 60; call++) {
            assertThat(pace.take("bank")).isTrue();
        }

        assertThat(pace.take("bank")).isFalse();
        assertThat(pace.take("hospital")).isTrue();
    }

    @Test
    void theBucketRefillsWithTime() {
        for (var call = 0; call < 61; call++) {
            pace.take("bank");
        }

        now = now.plus(Duration.ofSeconds(pace.secondsToWait()));

        assertThat(pace.take("bank")).isTrue();
        assertThat(pace.take("bank")).isFalse();
    }
}
