package org.tongban.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A counted period: when it ends, and every day from the event to the end with what it did.
 *
 * @param calendar by which it was counted
 * @param startedOn the day of the event, itself not counted
 * @param period what was counted
 * @param stoppages when the clock stood still
 * @param dueOn the last day in time; empty while a stoppage goes on that begins before the end
 * @param days from the event to the due date, each once and without a gap; while there is no due
 *     date, to the first day of the stoppage that goes on
 */
public record TermResult(
        WorkingCalendar calendar,
        LocalDate startedOn,
        Period period,
        List<Stoppage> stoppages,
        Optional<LocalDate> dueOn,
        List<CountedDay> days) {

    public TermResult {
        stoppages = List.copyOf(stoppages);
        days = List.copyOf(days);
    }

    /** Whether a holiday notice still to come may change the due date. */
    public boolean provisional() {
        return days.stream().anyMatch(CountedDay::provisional);
    }

    /** The same period counted as if every stoppage that goes on had its last day today. */
    public TermResult asOf(LocalDate today) {
        return DayCount.count(calendar, startedOn, period, DayCount.endedOn(today, stoppages));
    }

    /** Whether the last day in time has passed; never while there is none. */
    public boolean isLate(LocalDate asOf) {
        return dueOn.isPresent() && asOf.isAfter(dueOn.get());
    }

    /**
     * How many days of the period are used at the end of a day, in the unit of the period; more
     * than the period has when late.
     */
    public int usedDays(LocalDate asOf) {
        var used = 0;
        for (var day : days) {
            if (day.role() instanceof CountedDay.Counted && !day.day().isAfter(asOf)) {
                used++;
            }
        }
        return used + lateDays(asOf);
    }

    /**
     * How many days are left after a day, in the unit of the period: 0 on the last day in time, -1
     * as soon as it has passed, even if only a rest day has. A day to which the end moved is one
     * more.
     */
    public int remainingDays(LocalDate asOf) {
        if (isLate(asOf)) {
            return -lateDays(asOf);
        }
        var left = period.length() - usedDays(asOf);
        var movedAfter =
                !days.isEmpty()
                        && days.getLast().role() instanceof CountedDay.Moved
                        && days.getLast().day().isAfter(asOf);
        return movedAfter ? left + 1 : left;
    }

    private int lateDays(LocalDate asOf) {
        if (!isLate(asOf)) {
            return 0;
        }
        var due = dueOn.orElseThrow();
        return switch (period.unit()) {
            case WORKING_DAYS -> Math.max(1, calendar.workingDaysBetween(due, asOf));
            case CALENDAR_DAYS -> Math.toIntExact(ChronoUnit.DAYS.between(due, asOf));
        };
    }
}
