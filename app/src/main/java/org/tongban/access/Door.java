package org.tongban.access;

/** For whom a handler is open. */
public enum Door {
    /** Everybody, signed in or not. */
    PUBLIC,
    /** People who have signed in with an account of their own. */
    APPLICANT,
    /** Members of staff. */
    STAFF,
    /** Other systems, with a token of ours. */
    SYSTEM_API
}
