package org.tongban.casework;

/** Where a case stands. Which acts each state allows stands in {@code engine.Transitions}. */
public enum CaseState {
    /** Handed in; the office has to answer whether it accepts. */
    RECEIVED,
    /** Told what is missing; the applicant's turn. */
    CORRECTING,
    /** Accepted; the offices are working on it. */
    REVIEWING,
    /** Passed up; the higher authority decides. */
    FORWARDED,
    /** Reviewed without effect and found to be granted; waits for a precondition. */
    PREPARED,
    /** Decided; the result is not yet in the applicant's hands. */
    DECIDED,
    /** Nothing more will happen. */
    CLOSED
}
