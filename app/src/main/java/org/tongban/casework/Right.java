package org.tongban.casework;

/** What somebody may do to a case. Staff have rights through their posts. */
public enum Right {
    /** The applicant, on the own case. */
    APPLY,
    ACCEPT,
    REVIEW,
    DECIDE,
    DELIVER,
    /** 负责人: what the law gives to the head of the office, or of the government above offices. */
    HEAD,
    /** The platform itself, where silence or time has a legal effect. */
    SYSTEM
}
