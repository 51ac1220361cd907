package org.tongban.certificates;

/** Whether a certificate holds on a day, as far as the register knows. */
public enum Standing {
    VALID,
    /** Its last day has passed. */
    EXPIRED,
    /** Taken away for a time. */
    SUSPENDED,
    /** A later version stands in its place. */
    REPLACED,
    /** Taken back; no day makes it valid again. */
    REVOKED
}
