package org.tongban.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.law.LegalBasis;

/**
 * What an applicant has promised in writing so that the office begins without a paper.
 *
 * @param material the item's material that is not there
 * @param text the words that were confirmed, kept as they were
 * @param settledOn when it was kept, broken or set free
 */
public record Pledge(
        String material,
        String name,
        Kind kind,
        String text,
        State state,
        LocalDate madeOn,
        @Nullable LocalDate settledOn) {

    /** What is promised. */
    public enum Kind {
        /** 容缺受理: the paper follows by a day. */
        @LegalBasis("practice/tolerance/commitment")
        PAPER_FOLLOWS,
        /** 告知承诺: the fact holds that the paper would prove; the office asks for none. */
        @LegalBasis("practice/commitment/instead")
        FACT_VOUCHED
    }

    /** How a promise lives. */
    public enum State {
        /** Made with the application; the office has not answered. */
        OFFERED,
        /** The case was accepted on it. */
        BINDING,
        /** The paper came, or the fact was checked and holds. */
        KEPT,
        /** A check found the fact not to hold; the person is heard before anything follows. */
        DOUBTED,
        BROKEN,
        /** Nothing is owed any more: the case ended another way. */
        RELEASED
    }

    public boolean isPaperOwed() {
        return kind == Kind.PAPER_FOLLOWS && state == State.BINDING;
    }

    public boolean isFactUnchecked() {
        return kind == Kind.FACT_VOUCHED && state == State.BINDING;
    }

    public boolean is(Kind which, State how) {
        return kind == which && state == how;
    }

    /** Whether it may still change. */
    public boolean isOpen() {
        return state == State.OFFERED || state == State.BINDING || state == State.DOUBTED;
    }

    /** Taken up by the office. */
    public Pledge bound() {
        return new Pledge(material, name, kind, text, State.BINDING, madeOn, null);
    }

    /** Ended, or doubted, on that day. */
    public Pledge settled(State how, LocalDate on) {
        return new Pledge(material, name, kind, text, how, madeOn, on);
    }
}
