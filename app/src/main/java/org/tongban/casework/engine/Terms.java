package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.List;
import org.tongban.calendar.DayCount;
import org.tongban.calendar.Period;
import org.tongban.calendar.Stoppage;
import org.tongban.calendar.TermResult;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Clock;
import org.tongban.casework.Procedure;
import org.tongban.law.LegalBasis;

/**
 * How the clocks of a case are counted. Every due day comes from here, and so does its explanation.
 */
@LegalBasis({"licensing/82", "licensing/45"})
public final class Terms {

    private final WorkingCalendar calendar;

    public Terms(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Every day of a clock, from the same walk as its due day. */
    public TermResult explained(Clock clock, List<Procedure> procedures) {
        return DayCount.count(
                calendar, clock.startedOn(), period(clock), stoppages(clock, procedures));
    }

    /** The clock with its due day, standing still while a procedure runs. */
    Clock counted(Clock clock, List<Procedure> procedures) {
        var due =
                DayCount.dueOn(
                        calendar, clock.startedOn(), period(clock), stoppages(clock, procedures));
        return new Clock(
                clock.no(),
                clock.kind(),
                clock.startedOn(),
                clock.days(),
                clock.unit(),
                due.isPresent() ? Clock.State.RUNNING : Clock.State.STOPPED,
                due.orElse(null),
                null);
    }

    Clock lengthened(Clock clock, int days, List<Procedure> procedures) {
        return counted(
                new Clock(
                        clock.no(),
                        clock.kind(),
                        clock.startedOn(),
                        clock.days() + days,
                        clock.unit(),
                        clock.state(),
                        clock.dueOn(),
                        null),
                procedures);
    }

    /** The clock met today: in time, or late. One that stands still cannot be late. */
    Clock met(Clock clock, LocalDate today, List<Procedure> procedures) {
        var due = counted(clock, procedures).due();
        var late = due.isPresent() && today.isAfter(due.get());
        return ended(clock, late ? Clock.State.LATE : Clock.State.MET, today);
    }

    static Clock ended(Clock clock, Clock.State how, LocalDate on) {
        return new Clock(
                clock.no(),
                clock.kind(),
                clock.startedOn(),
                clock.days(),
                clock.unit(),
                how,
                clock.dueOn(),
                on);
    }

    static List<Stoppage> stoppages(Clock clock, List<Procedure> procedures) {
        if (!clock.kind().canStop()) {
            return List.of();
        }
        return procedures.stream()
                .filter(Procedure::stops)
                .map(p -> new Stoppage(p.startedOn(), p.ended(), p.kind(), p.ground()))
                .toList();
    }

    private static Period period(Clock clock) {
        return switch (clock.unit()) {
            case WORKING -> Period.workingDays(clock.days());
            case CALENDAR -> Period.calendarDays(clock.days());
        };
    }
}
