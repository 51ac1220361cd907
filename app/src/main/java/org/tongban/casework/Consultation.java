package org.tongban.casework;

import org.jspecify.annotations.Nullable;

/**
 * Others asked in on one task: a signer more, several to countersign, opinions of other offices.
 * Each seat that is asked has a task of its own.
 *
 * @param no counts from 1 within the case
 * @param task number of the task it belongs to
 * @param clock number of the term for answers; only opinions have one
 */
public record Consultation(
        int no,
        int task,
        Form form,
        Rule rule,
        String question,
        State state,
        @Nullable Integer clock) {

    /** What the others are asked for. */
    public enum Form {
        /** 前加签: signs before the task is done. */
        SIGN_BEFORE,
        /** 后加签: signs after it is done; who disagrees sends it back to be done again. */
        SIGN_AFTER,
        /** 会签. */
        COUNTERSIGN,
        /** 征求意见: answers within a term; silence has the meaning that the item gives it. */
        OPINION
    }

    /** Who has to agree. */
    public enum Rule {
        ALL,
        ANY,
        /** More than half of those who are asked. */
        MAJORITY
    }

    /** How it stands. WAITING: for the task it follows. */
    public enum State {
        WAITING,
        OPEN,
        AGREED,
        DISAGREED,
        VOID
    }

    public boolean isPending() {
        return state == State.WAITING || state == State.OPEN;
    }

    /** Whether it keeps its task from being done. */
    public boolean holdsUp(int taskNo) {
        return task == taskNo && state == State.OPEN;
    }

    /** The same in another state. */
    public Consultation in(State next) {
        return new Consultation(no, task, form, rule, question, next, clock);
    }
}
