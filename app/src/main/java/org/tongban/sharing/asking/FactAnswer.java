package org.tongban.sharing.asking;

/** What came of asking whether one thing is so. */
public enum FactAnswer {
    YES,
    NO,
    /** The register knows nothing of it, which proves nothing. */
    UNKNOWN,
    /** This office may not ask for it while it handles this item; nobody was asked. */
    NO_RIGHT,
    /** There is no answer at the moment. */
    OUT_OF_REACH
}
