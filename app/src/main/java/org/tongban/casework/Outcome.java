package org.tongban.casework;

/** How a case ended. */
public enum Outcome {
    GRANTED,
    REFUSED,
    NOT_ACCEPTED,
    WITHDRAWN,
    /** 补正不来办结: what was missing never came. */
    NOT_CORRECTED
}
