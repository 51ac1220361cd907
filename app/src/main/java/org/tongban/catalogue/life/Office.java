package org.tongban.catalogue.life;

import java.util.Locale;

/** The offices that review every entry before it is published: 编办 and 法制办. */
public enum Office {
    STAFFING("review-staffing"),
    LAW("review-law");

    private final String right;

    Office(String right) {
        this.right = right;
    }

    /** The right of a post that speaks for the office. */
    public String right() {
        return right;
    }

    /** As stored and in keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
