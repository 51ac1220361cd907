package org.tongban.calendar;

import java.time.LocalDate;

/**
 * One day of a count and what it did to the clock.
 *
 * @param day the legal day
 * @param kind why it is, or is not, a working day
 * @param role what it did to the clock
 * @param provisional whether a notice still to come may change this
 */
public record CountedDay(LocalDate day, DayKind kind, Role role, boolean provisional) {

    /** What a day does to a clock. */
    public sealed interface Role {}

    /** The day of the event, which is never counted. */
    public record Started() implements Role {}

    /**
     * A day that counts.
     *
     * @param number the first is 1
     */
    public record Counted(int number) implements Role {}

    /** A rest day; its name is in the kind of the day. */
    public record Rest() implements Role {}

    /**
     * A day on which the clock stands still.
     *
     * @param kind the procedure, as in {@link Stoppage}
     * @param legalBasis as in {@link Stoppage}
     */
    public record Stopped(String kind, String legalBasis) implements Role {}

    /** The working day to which an end on a rest day moved. */
    public record Moved() implements Role {}
}
