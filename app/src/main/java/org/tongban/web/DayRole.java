package org.tongban.web;

/** What a calendar day means for a deadline. */
public enum DayRole {
    /** A working day that has been used up. */
    COUNTED("counted"),
    /** Weekend or public holiday. */
    REST("rest"),
    /** The clock was stopped by an article of law. */
    STOPPED("stopped"),
    /** A working day still to come. */
    TODO("todo"),
    /** The last day in time. */
    DUE("due"),
    /** A working day past the last. */
    OVER("over");

    private final String css;

    DayRole(String css) {
        this.css = css;
    }

    /** The class in the style sheet, and the end of the key of its words. */
    public String css() {
        return css;
    }
}
