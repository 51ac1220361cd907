package org.tongban.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.tongban.calendar.WorkingCalendar;

/**
 * Moments at which somebody may have acted: office hours of working days for staff, waking hours
 * for citizens.
 */
final class Workday {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int OPEN_MINUTES = 8 * 60;

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    Workday(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** A moment in office hours, some working days after; never before the moment itself. */
    Instant after(Instant moment, int workingDays, Random random) {
        var day = calendar.plusWorkingDays(moment.atZone(zone).toLocalDate(), workingDays);
        var candidate =
                day.atTime(OPENS)
                        .plusMinutes(random.nextInt(OPEN_MINUTES))
                        .plusSeconds(random.nextInt(60))
                        .atZone(zone)
                        .toInstant();
        // The same day after the office has closed goes on as overtime, minutes later.
        return candidate.isAfter(moment)
                ? candidate
                : moment.plus(Duration.ofSeconds(60 + random.nextInt(1500)));
    }

    /** A moment at which people fill in forms, so many days before. */
    Instant before(Instant now, int days, Random random) {
        var moment =
                now.atZone(zone)
                        .toLocalDate()
                        .minusDays(days)
                        .atTime(7, 0)
                        .plusMinutes(random.nextInt(15 * 60))
                        .plusSeconds(random.nextInt(60))
                        .atZone(zone)
                        .toInstant();
        return moment.isAfter(now) ? now.minusSeconds(60 + random.nextInt(3600)) : moment;
    }
}
