package org.tongban.web;

/** What a mark says. Each tone has one colour and one meaning, and its words always beside it. */
public enum Tone {
    /** Already there, right, done. */
    GOT("got"),
    /** The reader's turn. */
    YOU("you"),
    /** Past its day, or wrong. */
    LATE("late"),
    /** Due soon. */
    SOON("soon"),
    /** The clock is stopped. */
    STOP("stop"),
    /** Only a name. */
    PLAIN("plain");

    private final String css;

    Tone(String css) {
        this.css = css;
    }

    /** The class in the style sheet. */
    public String css() {
        return css;
    }
}
