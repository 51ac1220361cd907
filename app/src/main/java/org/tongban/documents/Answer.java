package org.tongban.documents;

/** What came of one step of a check: 通过, 不通过, 未检查. */
public enum Answer {
    PASSED,
    FAILED,
    /** It could not be done, and says neither good nor bad. */
    UNCHECKED
}
