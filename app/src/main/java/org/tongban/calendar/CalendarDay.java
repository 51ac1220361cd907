package org.tongban.calendar;

import java.time.LocalDate;

/**
 * A day that departs from, or confirms, what its weekday says: one row of a holiday arrangement.
 *
 * @param day the legal day
 * @param kind whether authorities rest or work on it
 * @param name of the holiday it belongs to, as people know it, such as 春节; at most {@value
 *     #LONGEST_NAME} characters
 */
public record CalendarDay(LocalDate day, Kind kind, String name) {

    /** Longest name of a holiday that is stored and shown. */
    public static final int LONGEST_NAME = 100;

    public CalendarDay {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A calendar day has a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
    }

    public static CalendarDay rest(LocalDate day, String name) {
        return new CalendarDay(day, Kind.REST, name);
    }

    public static CalendarDay work(LocalDate day, String name) {
        return new CalendarDay(day, Kind.WORK, name);
    }

    /** What an arrangement can say of a day. */
    public enum Kind {
        /** A day off. */
        REST,
        /** Worked, although it may be a Saturday or Sunday. */
        WORK
    }
}
