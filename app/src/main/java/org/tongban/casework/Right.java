package org.tongban.casework;

/** What somebody may do to a case. Staff have rights through their posts. */
public enum Right {
    /** The applicant, on the own case. */
    APPLY,
    ACCEPT,
    REVIEW,
    DECIDE,
    DELIVER,
    /** The platform itself, where silence or time has a legal effect. */
    SYSTEM
}
