package org.tongban.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The legal day: Beijing time, wherever the machine stands. */
public final class LegalToday {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalToday() {}

    public static LocalDate of(Clock clock) {
        return of(clock.instant());
    }

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
