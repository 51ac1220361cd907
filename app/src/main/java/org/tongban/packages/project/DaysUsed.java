package org.tongban.packages.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tongban.calendar.WorkingCalendar;

/**
 * How many working days offices have had a project in hand: from acceptance to decision, a day on
 * which several worked counted once, a day on which a special procedure stopped the clock not at
 * all. Pure.
 *
 * @param days working days in all
 */
record DaysUsed(int days, List<Line> lines) {

    DaysUsed {
        lines = List.copyOf(lines);
    }

    /**
     * The time in which one office had it.
     *
     * @param after the day of acceptance, not itself counted
     * @param until the day of the decision, or today
     * @param stills when the clock stood still, both days included
     */
    record Span(String name, LocalDate after, LocalDate until, List<Still> stills) {
        Span {
            stills = List.copyOf(stills);
        }

        private boolean stoodStillOn(LocalDate day) {
            return stills.stream()
                    .anyMatch(still -> !day.isBefore(still.from()) && !day.isAfter(still.to()));
        }
    }

    /** Days on which the clock stands still by law. */
    record Still(LocalDate from, LocalDate to) {}

    /**
     * One office's days.
     *
     * @param own working days it had
     * @param added those of them that nobody before it in the list had
     * @param still working days on which its clock stood still
     */
    record Line(String name, LocalDate after, LocalDate until, int own, int added, int still) {}

    /**
     * Counts.
     *
     * @param spans in the order in which they began
     */
    static DaysUsed of(WorkingCalendar calendar, List<Span> spans) {
        var counted = new HashSet<LocalDate>();
        var lines = new ArrayList<Line>();
        for (var span : spans) {
            var own = 0;
            var still = 0;
            var before = counted.size();
            for (var day = span.after().plusDays(1);
                    !day.isAfter(span.until());
                    day = day.plusDays(1)) {
                if (!calendar.isWorkingDay(day)) continue;
                if (span.stoodStillOn(day)) {
                    still++;
                } else {
                    own++;
                    counted.add(day);
                }
            }
            lines.add(
                    new Line(
                            span.name(),
                            span.after(),
                            span.until(),
                            own,
                            counted.size() - before,
                            still));
        }
        return new DaysUsed(counted.size(), lines);
    }
}
