package org.tongban.supervision;

/** Why an act on a card was not carried out. Pages turn each into words. */
public enum FindingRefusal {
    NOT_IN_THIS_STATE,
    NOT_YOURS,
    WORDS_MISSING,
    /** The term is still running late: first the case moves, then the card is closed. */
    STILL_LATE,
    /** Nobody is judged unheard before the day to answer has passed. */
    NOT_HEARD,
    /** Somebody else was faster. */
    STALE
}
