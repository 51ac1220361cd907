package org.tongban.certificates;

import java.util.Locale;

/** Where a certificate comes from. */
public enum Origin {
    /** A granted case. */
    CASE,
    /** An authorised post, without a case. */
    DIRECT,
    /** Old paper that was taken over; worth what its office has confirmed. */
    PAPER;

    /** As stored, and in keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
