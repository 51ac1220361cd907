package org.tongban.catalogue.life;

import java.util.Locale;

/** Where a draft stands. */
public enum DraftState {
    DRAFTING,
    REVIEWING,
    AGREED,
    PUBLISHED,
    DISCARDED;

    /** As stored and in keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return this != PUBLISHED && this != DISCARDED;
    }
}
