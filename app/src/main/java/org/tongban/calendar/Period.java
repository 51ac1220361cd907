package org.tongban.calendar;

/**
 * A length of time a rule gives.
 *
 * @param length in the unit; 0 (the same day) to {@value #LONGEST}
 * @param unit what is counted
 */
public record Period(int length, TermUnit unit) {

    /** Ten years of days: longer than any term the law gives an authority to act. */
    public static final int LONGEST = 3660;

    public Period {
        if (length < 0 || length > LONGEST) {
            throw new IllegalArgumentException(
                    "A period has 0 to %d days, not %d".formatted(LONGEST, length));
        }
    }

    public static Period workingDays(int length) {
        return new Period(length, TermUnit.WORKING_DAYS);
    }

    public static Period calendarDays(int length) {
        return new Period(length, TermUnit.CALENDAR_DAYS);
    }

    /**
     * This period made longer by so many days of its own unit.
     *
     * @throws IllegalArgumentException when the sum leaves the limits of a period
     */
    public Period extendedBy(int days) {
        return new Period(Math.addExact(length, days), unit);
    }
}
