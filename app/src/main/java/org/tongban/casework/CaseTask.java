package org.tongban.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on a case: a step that has been opened for a post, or a seat that was asked in
 * on one.
 *
 * @param no counts from 1 within the case; a step opened again is a new task
 * @param dueOn last working day of the step's own share of time
 * @param consultation number of the one it answers; absent: it is the step itself
 * @param agreed the answer to a consultation, once given
 * @param holder to whom it was handed over; absent: whoever sits at the post
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
        @Nullable String doneBy,
        @Nullable Integer consultation,
        @Nullable Boolean agreed,
        @Nullable Holder holder) {

    /**
     * Whether somebody still has to do it. VOID: overtaken by a return, a withdrawal, an end.
     * WAITING: for the task that it follows.
     */
    public enum State {
        WAITING,
        OPEN,
        DONE,
        VOID
    }

    /** A member of staff who holds the task for themselves. */
    public record Holder(String id, String name) {}

    /** A step for whoever sits at the post. */
    public CaseTask(
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
        this(
                no, step, name, agency, post, decision, state, dueOn, openedAt, closedAt, doneBy,
                null, null, null);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Open, or waiting to be opened. */
    public boolean isPending() {
        return state == State.OPEN || state == State.WAITING;
    }

    /** Whether it is the step itself and not a seat asked in on it. */
    public boolean isMain() {
        return consultation == null;
    }

    /** Whether it answers that consultation. */
    public boolean answers(int consultationNo) {
        return consultation != null && consultation == consultationNo;
    }

    /** In whose worklist it stands: the post's, or that of one member of staff. */
    public String seat() {
        return holder == null ? post : seatOf(holder.id());
    }

    /** The seat of one member of staff. No key of a post holds a colon. */
    public static String seatOf(String staffId) {
        return "staff:" + staffId;
    }

    /** Whether it is in the actor's hands. */
    public boolean isHeldBy(Actor actor) {
        return actor.holds(post) && (holder == null || holder.id().equals(actor.id()));
    }

    CaseTask closed(State how, Instant at, String by) {
        return new CaseTask(
                no,
                step,
                name,
                agency,
                post,
                decision,
                how,
                dueOn,
                openedAt,
                at,
                by,
                consultation,
                agreed,
                holder);
    }

    /** Done by the actor at that moment. */
    public CaseTask done(Instant at, String by) {
        return closed(State.DONE, at, by);
    }

    /** Overtaken at that moment. */
    public CaseTask voided(Instant at, String by) {
        return closed(State.VOID, at, by);
    }

    /** Opened: what it waited for is done. */
    public CaseTask opened(Instant at) {
        return new CaseTask(
                no,
                step,
                name,
                agency,
                post,
                decision,
                State.OPEN,
                dueOn,
                at,
                null,
                null,
                consultation,
                agreed,
                holder);
    }

    /** Answered at that moment. */
    public CaseTask answered(boolean agrees, Instant at, String by) {
        return new CaseTask(
                no,
                step,
                name,
                agency,
                post,
                decision,
                State.DONE,
                dueOn,
                openedAt,
                at,
                by,
                consultation,
                agrees,
                holder);
    }

    /** With another last day. */
    public CaseTask movedTo(LocalDate day) {
        return new CaseTask(
                no,
                step,
                name,
                agency,
                post,
                decision,
                state,
                day,
                openedAt,
                closedAt,
                doneBy,
                consultation,
                agreed,
                holder);
    }

    /** The same work at another post, in nobody's hands yet. */
    public CaseTask at(String otherPost, String otherAgency) {
        return new CaseTask(
                no,
                step,
                name,
                otherAgency,
                otherPost,
                decision,
                state,
                dueOn,
                openedAt,
                closedAt,
                doneBy,
                consultation,
                agreed,
                null);
    }

    /** In the hands of one member of staff. */
    public CaseTask heldBy(Holder colleague) {
        return new CaseTask(
                no,
                step,
                name,
                agency,
                post,
                decision,
                state,
                dueOn,
                openedAt,
                closedAt,
                doneBy,
                consultation,
                agreed,
                colleague);
    }
}
