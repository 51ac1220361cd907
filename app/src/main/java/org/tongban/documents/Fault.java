package org.tongban.documents;

/** Why a step of a check did not pass. */
public enum Fault {
    NONE,
    /** Something before it made this step impossible. */
    NOT_REACHED,
    FILE_CHANGED,
    FILE_MISSING,
    FILE_NOT_COVERED,
    WEAK_HASH,
    DESCRIPTION_CHANGED,
    OTHER_DESCRIPTION,
    SIGNATURE_UNREADABLE,
    SIGNATURE_WRONG,
    SEALER_NOT_LISTED,
    SEAL_WRONG,
    SEAL_FILE_DIFFERS,
    SEAL_NOT_VALID_THEN,
    AUTHORITY_UNKNOWN,
    CERTIFICATE_NOT_VALID_THEN,
    CERTIFICATE_REVOKED,
    CERTIFICATE_NOT_FOR_SIGNING,
    NO_TIME_STAMP,
    TIME_STAMP_NOT_READ
}
