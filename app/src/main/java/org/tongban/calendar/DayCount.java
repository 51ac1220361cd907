package org.tongban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.law.LegalBasis;

/**
 * How a period in days is counted. The day of the event is not counted; a day on which the clock
 * stands still is not counted, however many stoppages cover it; of working days only those count on
 * which authorities work; a period that would end on a rest day, or while the clock stands still,
 * ends on the next working day after. The due date and its explanation come from the same walk.
 */
@LegalBasis({"licensing/82", "calendar/days/1", "calendar/days/2"})
public final class DayCount {

    /** A walk longer than this is a mistyped date, not a term. In days, about a century. */
    private static final int LONGEST_WALK = 36_600;

    private static final long NEVER = Long.MAX_VALUE;

    private static final CountedDay.Role STARTED = new CountedDay.Started();
    private static final CountedDay.Role REST = new CountedDay.Rest();
    private static final CountedDay.Role MOVED = new CountedDay.Moved();

    private final WorkingCalendar calendar;
    private final List<Stoppage> stoppages;
    private final int length;
    private final boolean countsRestDays;
    private final @Nullable List<CountedDay> trail;

    /** First and last day of each stoppage, as days since 1970, in the order given. */
    private final long[] stops;

    private DayCount(
            WorkingCalendar calendar,
            Period period,
            List<Stoppage> stoppages,
            @Nullable List<CountedDay> trail) {
        this.calendar = calendar;
        this.stoppages = stoppages;
        this.length = period.length();
        this.countsRestDays = period.unit() == TermUnit.CALENDAR_DAYS;
        this.trail = trail;
        this.stops = new long[2 * stoppages.size()];
        for (var i = 0; i < stoppages.size(); i++) {
            var stoppage = stoppages.get(i);
            stops[2 * i] = stoppage.from().toEpochDay();
            stops[2 * i + 1] =
                    stoppage.through().isPresent() ? stoppage.through().get().toEpochDay() : NEVER;
        }
    }

    /**
     * Counts a period and keeps every day of it. While a stoppage goes on that begins before the
     * period ends, the result has no due date: {@link TermResult#asOf} gives one as if the clock
     * ran on.
     *
     * @param startedOn the day of the event
     * @throws IllegalArgumentException when the period would not end within a century
     */
    public static TermResult count(
            WorkingCalendar calendar,
            LocalDate startedOn,
            Period period,
            List<Stoppage> stoppages) {
        var days = new ArrayList<CountedDay>();
        var dueOn = new DayCount(calendar, period, stoppages, days).walk(startedOn);
        return new TermResult(calendar, startedOn, period, stoppages, dueOn, days);
    }

    /**
     * The due date alone, without keeping the days; empty while a stoppage goes on that begins
     * before the period ends.
     *
     * @throws IllegalArgumentException when the period would not end within a century
     */
    public static Optional<LocalDate> dueOn(
            WorkingCalendar calendar,
            LocalDate startedOn,
            Period period,
            List<Stoppage> stoppages) {
        return new DayCount(calendar, period, stoppages, null).walk(startedOn);
    }

    /** The due date of a clock that never stood still. */
    public static LocalDate dueOn(WorkingCalendar calendar, LocalDate startedOn, Period period) {
        return dueOn(calendar, startedOn, period, List.of()).orElseThrow();
    }

    /**
     * The due date as if every stoppage that goes on ended today, today being its last day.
     *
     * @throws IllegalArgumentException when the period would not end within a century
     */
    public static LocalDate dueOnAsOf(
            LocalDate today,
            WorkingCalendar calendar,
            LocalDate startedOn,
            Period period,
            List<Stoppage> stoppages) {
        return dueOn(calendar, startedOn, period, endedOn(today, stoppages)).orElseThrow();
    }

    /** The stoppages with every open one ended that day; one that begins later is left out. */
    static List<Stoppage> endedOn(LocalDate today, List<Stoppage> stoppages) {
        return stoppages.stream()
                .filter(stoppage -> !stoppage.isOpen() || !stoppage.from().isAfter(today))
                .map(
                        stoppage ->
                                new Stoppage(
                                        stoppage.from(),
                                        Optional.of(stoppage.through().orElse(today)),
                                        stoppage.kind(),
                                        stoppage.legalBasis()))
                .toList();
    }

    private Optional<LocalDate> walk(LocalDate startedOn) {
        var start = startedOn.toEpochDay();
        var counted = 0;
        var ended = length == 0 && calendar.isWorkingDay(start) && stopOn(start) < 0;
        note(start, STARTED);
        for (var day = start + 1; !ended; day++) {
            if (day - start > LONGEST_WALK) {
                throw new IllegalArgumentException(
                        "A period begun on %s does not end within a century".formatted(startedOn));
            }
            var stop = stopOn(day);
            var works = calendar.isWorkingDay(day);
            if (stop >= 0) {
                noteStopped(day, stop);
                if (stops[2 * stop + 1] == NEVER) {
                    return Optional.empty();
                }
            } else if (counted == length) {
                note(day, works ? MOVED : REST);
                ended = works;
            } else if (works || countsRestDays) {
                counted++;
                noteCounted(day, counted);
                ended = counted == length && works;
            } else {
                note(day, REST);
            }
            if (ended) {
                return Optional.of(LocalDate.ofEpochDay(day));
            }
        }
        return Optional.of(startedOn);
    }

    /**
     * Which stoppage covers a day: the number of an open one if there is one, else of the first
     * given; -1 when the clock runs.
     */
    @LegalBasis(
            value = "calendar/days/3",
            reading = "Q-002: a day on which the clock stands still for a part stands still whole")
    private int stopOn(long day) {
        var found = -1;
        for (var i = 0; i < stops.length; i += 2) {
            if (day >= stops[i] && day <= stops[i + 1]) {
                if (stops[i + 1] == NEVER) {
                    return i / 2;
                }
                if (found < 0) {
                    found = i / 2;
                }
            }
        }
        return found;
    }

    private void noteCounted(long day, int number) {
        // Only a kept walk makes objects: the due date alone is asked for on every act.
        if (trail != null) {
            note(day, new CountedDay.Counted(number));
        }
    }

    private void noteStopped(long day, int stop) {
        if (trail != null) {
            var stoppage = stoppages.get(stop);
            note(day, new CountedDay.Stopped(stoppage.kind(), stoppage.legalBasis()));
        }
    }

    private void note(long day, CountedDay.Role role) {
        if (trail != null) {
            var date = LocalDate.ofEpochDay(day);
            trail.add(
                    new CountedDay(
                            date, calendar.kindOf(date), role, calendar.isProvisional(date)));
        }
    }
}
