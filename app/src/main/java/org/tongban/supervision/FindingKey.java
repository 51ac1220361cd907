package org.tongban.supervision;

import java.util.UUID;

/**
 * Names a finding: found twice, it is the same.
 *
 * @param ref number of the clock, or of the line on the case's event line, or made of the material;
 *     1 where there is but one
 */
public record FindingKey(UUID caseId, Kind kind, int ref) {

    /** What was breached. */
    public enum Kind {
        /** A term of the office has passed. */
        LATE,
        /** Nobody told whether the application is accepted, so the law accepted. */
        SILENCE,
        /** Something new was asked for after corrections had been told once. */
        SECOND_CORRECTION,
        /** A person who looked at a decision by rules afterwards does not agree with it. */
        AUTOMATIC,
        /**
         * A register disagrees later with what the case was granted on, or may no longer be asked.
         */
        LATE_CHECK
    }
}
