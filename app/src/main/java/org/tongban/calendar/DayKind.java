package org.tongban.calendar;

/** Why a day is, or is not, a working day. */
public sealed interface DayKind {

    /** Whether authorities work on such a day. */
    default boolean isWorking() {
        return switch (this) {
            case Workday(), MakeUpWorkday(_) -> true;
            case Weekend(), Holiday(_) -> false;
        };
    }

    /** Monday to Friday with nothing else arranged. */
    record Workday() implements DayKind {}

    /**
     * A Saturday or Sunday worked in exchange for a day off (调休上班).
     *
     * @param name of the holiday it pays for
     */
    record MakeUpWorkday(String name) implements DayKind {}

    /** Saturday or Sunday with nothing else arranged. */
    record Weekend() implements DayKind {}

    /**
     * A day off by arrangement, on whatever weekday.
     *
     * @param name of the holiday
     */
    record Holiday(String name) implements DayKind {}
}
