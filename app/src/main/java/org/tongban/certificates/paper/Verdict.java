package org.tongban.certificates.paper;

import java.util.Locale;

/** What a line of a table is beside the library. */
public enum Verdict {
    /** Nobody has its number; it can be written. */
    NEW,
    /** It says what the library says. */
    SAME,
    /** The library has it from paper with other words: a clerk decides. */
    CHANGED,
    /** It contradicts the library or another line: a clerk decides. */
    DOUBTED,
    /** Something is the matter with the line itself. */
    REFUSED;

    /** As stored, and in keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean waits() {
        return this == CHANGED || this == DOUBTED;
    }
}
