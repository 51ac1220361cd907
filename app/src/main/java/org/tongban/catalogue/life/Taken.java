package org.tongban.catalogue.life;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One agency that was asked to take an entry over, and what came of it.
 *
 * @param agency its key
 * @param takenAs key of the entry of its own, there once it is in effect
 * @param from in effect from this day at the earliest
 * @param keeps whether the giver goes on for everybody else
 * @param answer words of who accepted or declined; may be blank
 * @param until from this day it has it no more; empty while it has
 * @param casesMoved running cases that went with it; empty until they were looked through
 * @param casesReturned the same on the way back
 */
public record Taken(
        String itemKey,
        String agency,
        String takenAs,
        State state,
        LocalDate from,
        boolean keeps,
        String reason,
        String by,
        String answer,
        String answeredBy,
        Optional<LocalDate> until,
        String backReason,
        OptionalInt casesMoved,
        OptionalInt casesReturned) {

    /** 待承接、已承接（等其他单位）、已生效、不承接、已撤回; stored in lower case. */
    public enum State {
        OFFERED,
        ACCEPTED,
        EFFECTIVE,
        DECLINED,
        WITHDRAWN
    }

    /** Whether it is still asked, has agreed, or has it. */
    public boolean isOpen() {
        return until.isEmpty() && state != State.DECLINED && state != State.WITHDRAWN;
    }
}
