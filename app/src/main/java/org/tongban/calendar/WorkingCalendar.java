package org.tongban.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tongban.law.LegalBasis;

/**
 * Which days authorities work on, as one place sees it. Immutable; a changed arrangement is a new
 * calendar. A year whose arrangement is not published is answered from weekends alone and says so.
 */
@LegalBasis("calendar/holidays/1")
public final class WorkingCalendar {

    private static final String NATIONAL = "/calendar/holidays.csv";

    /**
     * The last days of December can still be changed by the next year's notice: those of 2007,
     * 2008, 2012, 2019 and 2023 named 29, 30 or 31 December. A week covers the weekend before.
     */
    private static final int DECEMBER_DAYS_OPEN_FROM = 25;

    private static final DayKind WORKDAY = new DayKind.Workday();
    private static final DayKind WEEKEND = new DayKind.Weekend();

    private final Map<LocalDate, CalendarDay> arranged;
    private final SortedSet<Integer> published;

    /** Days, counted from {@link #origin}, whose work or rest is not what their weekday says. */
    private final BitSet turned = new BitSet();

    private final long origin;

    private WorkingCalendar(Map<LocalDate, CalendarDay> arranged, SortedSet<Integer> published) {
        this.arranged = Map.copyOf(arranged);
        this.published = Collections.unmodifiableSortedSet(new TreeSet<>(published));
        this.origin = arranged.keySet().stream().mapToLong(LocalDate::toEpochDay).min().orElse(0L);
        for (var day : arranged.values()) {
            var works = day.kind() == CalendarDay.Kind.WORK;
            if (works == isWeekend(day.day().toEpochDay())) {
                turned.set(Math.toIntExact(day.day().toEpochDay() - origin));
            }
        }
    }

    /** A calendar that knows weekends only; every day of it is provisional. */
    public static WorkingCalendar weekendsOnly() {
        return new WorkingCalendar(Map.of(), new TreeSet<>());
    }

    /** The national calendar that comes with the application: 2004 to 2026. */
    public static WorkingCalendar national() {
        return National.CALENDAR;
    }

    /**
     * This calendar with some days arranged differently: holidays of an autonomous region, days off
     * in an emergency. A later day replaces an earlier one. Publishes no year.
     */
    public WorkingCalendar with(Collection<CalendarDay> overrides) {
        if (overrides.isEmpty()) {
            return this;
        }
        return new WorkingCalendar(merged(overrides), published);
    }

    /**
     * This calendar with the whole arrangement of a year: from now on that year is no longer
     * provisional. Days before 1 January may be among those arranged. What was arranged before for
     * days of the year itself is dropped, its last December days included, so that a corrected
     * notice can be imported again.
     */
    public WorkingCalendar publishing(Year year, Collection<CalendarDay> arrangement) {
        var days = new HashMap<>(arranged);
        days.keySet().removeIf(day -> day.getYear() == year.getValue());
        for (var day : arrangement) {
            days.put(day.day(), day);
        }
        var years = new TreeSet<>(published);
        years.add(year.getValue());
        return new WorkingCalendar(days, years);
    }

    /** Whether authorities work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day.toEpochDay());
    }

    boolean isWorkingDay(long epochDay) {
        var index = epochDay - origin;
        var differs = index >= 0 && index < turned.length() && turned.get((int) index);
        return isWeekend(epochDay) == differs;
    }

    /** Why that day is, or is not, a working day. */
    public DayKind kindOf(LocalDate day) {
        var arrangement = arranged.get(day);
        var weekend = isWeekend(day.toEpochDay());
        if (arrangement == null) {
            return weekend ? WEEKEND : WORKDAY;
        }
        return switch (arrangement.kind()) {
            case REST -> new DayKind.Holiday(arrangement.name());
            case WORK -> weekend ? new DayKind.MakeUpWorkday(arrangement.name()) : WORKDAY;
        };
    }

    /**
     * Whether a notice still to come may change what this calendar says of the day: its year is not
     * published, or it is one of the last days of December and the next year is not.
     */
    @LegalBasis("calendar/holidays/2")
    public boolean isProvisional(LocalDate day) {
        if (!published.contains(day.getYear())) {
            return true;
        }
        return day.getMonthValue() == 12
                && day.getDayOfMonth() >= DECEMBER_DAYS_OPEN_FROM
                && !published.contains(day.getYear() + 1);
    }

    /** The years whose arrangement is known, ascending. */
    public List<Year> publishedYears() {
        return published.stream().map(Year::of).toList();
    }

    /**
     * The n-th working day after a day that is itself not counted; for 0 that day, or the next
     * working day when it is a rest day.
     *
     * @throws IllegalArgumentException when n is not 0 to {@value Period#LONGEST}
     */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        return DayCount.dueOn(this, start, Period.workingDays(n));
    }

    /**
     * How many working days lie after the first day up to and with the last; negative when the last
     * is before the first.
     */
    public int workingDaysBetween(LocalDate exclusiveStart, LocalDate inclusiveEnd) {
        var from = exclusiveStart.toEpochDay();
        var to = inclusiveEnd.toEpochDay();
        if (to < from) {
            return -workingDaysBetween(inclusiveEnd, exclusiveStart);
        }
        var count = 0;
        for (var day = from + 1; day <= to; day++) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** 1 January 1970 was a Thursday, so the third and fourth day of each week from it are off. */
    private static boolean isWeekend(long epochDay) {
        var day = Math.floorMod(epochDay, 7);
        return day == 2 || day == 3;
    }

    private Map<LocalDate, CalendarDay> merged(Collection<CalendarDay> overrides) {
        var days = new HashMap<>(arranged);
        for (var day : overrides) {
            days.put(day.day(), day);
        }
        return days;
    }

    /** Read once, on first use. */
    private static final class National {
        static final WorkingCalendar CALENDAR = read();

        private static WorkingCalendar read() {
            try (InputStream in = WorkingCalendar.class.getResourceAsStream(NATIONAL)) {
                if (in == null) {
                    throw new IllegalStateException("The resource " + NATIONAL + " is missing");
                }
                var csv = CalendarCsv.read(new InputStreamReader(in, StandardCharsets.UTF_8));
                if (!csv.faults().isEmpty()) {
                    throw new IllegalStateException(NATIONAL + ": " + csv.faults());
                }
                var days = new HashMap<LocalDate, CalendarDay>();
                var years = new TreeSet<Integer>();
                for (var day : csv.days()) {
                    days.put(day.day(), day);
                    years.add(day.day().getYear());
                }
                return new WorkingCalendar(days, years);
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + NATIONAL, e);
            }
        }
    }
}
