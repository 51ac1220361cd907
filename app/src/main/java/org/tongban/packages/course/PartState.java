package org.tongban.packages.course;

/** How a part of an application stands. */
public enum PartState {
    /** For what it needs of others. */
    WAITING,
    /** Everything it needs is there; its case is about to be made. */
    READY,
    /** It is a case. */
    RUNNING,
    GRANTED,
    /** Ended without what was applied for: refused, not accepted, not corrected, taken back. */
    REFUSED,
    /** By the applicant. */
    WITHDRAWN,
    /** Never begun, because something it needs did not come. */
    STOPPED;

    /** Whether nothing follows of itself any more. */
    public boolean isOver() {
        return switch (this) {
            case WAITING, READY, RUNNING -> false;
            case GRANTED, REFUSED, WITHDRAWN, STOPPED -> true;
        };
    }

    /** Whether what others need of it will never come. */
    public boolean isLost() {
        return isOver() && this != GRANTED;
    }

    /** Whether it has not become a case yet. */
    public boolean isUnbegun() {
        return this == WAITING || this == READY;
    }
}
