package org.tongban.catalogue.exchange;

import java.util.Locale;

/** What writing a row would do. */
public enum Verdict {
    ADDED,
    CHANGED,
    SAME,
    REFUSED;

    /** As stored, and in keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
