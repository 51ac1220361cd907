package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on a case: a step that has been opened for a post.
 *
 * @param no counts from 1 within the case; a step opened again is a new task
 * @param dueOn last working day of the step's own share of time
 */
public record CaseTask(
        int no,
        String step,
        String name,
        String agency,
        String post,
        boolean decision,
        State state,
        LocalDate dueOn,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String doneBy) {

    /** Whether somebody still has to do it. VOID: overtaken by a return, a withdrawal, an end. */
    public enum State {
        OPEN,
        DONE,
        VOID
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    CaseTask closed(State how, Instant at, String by) {
        return new CaseTask(no, step, name, agency, post, decision, how, dueOn, openedAt, at, by);
    }

    /** Done by the actor at that moment. */
    public CaseTask done(Instant at, String by) {
        return closed(State.DONE, at, by);
    }

    /** Overtaken at that moment. */
    public CaseTask voided(Instant at, String by) {
        return closed(State.VOID, at, by);
    }
}
