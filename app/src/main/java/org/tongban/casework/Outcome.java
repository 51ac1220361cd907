package org.tongban.casework;

/** How a case ended. */
public enum Outcome {
    GRANTED,
    REFUSED,
    NOT_ACCEPTED,
    WITHDRAWN,
    /** 补正不来办结: what was missing never came. */
    NOT_CORRECTED,
    /** 容缺 papers never came: the promise was broken. */
    NOT_SUPPLEMENTED,
    /** 撤销: granted on a promise that did not hold, and taken back by procedure. */
    REVOKED,
    /** 作废: entered by mistake. */
    VOIDED,
    /** The precondition of a simulated review never came. */
    NOT_PREPARED
}
