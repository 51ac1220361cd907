package org.tongban.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One term of a case. Its due day is computed when an act changes it and stored: who is late is an
 * index scan.
 *
 * @param startedOn the day of the event; not itself counted
 * @param days length; with an extension already in it
 * @param dueOn the last day in time; absent while the clock stands still
 * @param endedOn when it was met, missed or made void
 */
public record Clock(
        int no,
        ClockKind kind,
        LocalDate startedOn,
        int days,
        TermUnit unit,
        State state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate endedOn) {

    /**
     * Whether it runs. LATE is how it ended; a running clock whose day has passed is still running.
     */
    public enum State {
        RUNNING,
        STOPPED,
        MET,
        LATE,
        VOID
    }

    /** How days are counted. */
    public enum TermUnit {
        WORKING,
        CALENDAR
    }

    public boolean isOpen() {
        return state == State.RUNNING || state == State.STOPPED;
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(dueOn);
    }
}
