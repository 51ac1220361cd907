package org.tongban.ratings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tongban.law.LegalBasis;

/** 满意度, best first. The code counts down while the stars count up. */
@LegalBasis("codes/gbt39046/3")
public enum Satisfaction {
    VERY_SATISFIED(1),
    SATISFIED(2),
    FAIRLY_SATISFIED(3),
    DISSATISFIED(4),
    VERY_DISSATISFIED(5);

    private final int code;

    Satisfaction(int code) {
        this.code = code;
    }

    /** The level with that code; empty for a code that the table does not have. */
    public static Optional<Satisfaction> of(int code) {
        return Arrays.stream(values()).filter(level -> level.code == code).findFirst();
    }

    /** 1 is best, 5 is worst. */
    public int code() {
        return code;
    }

    /** 5 is best, 1 is worst. */
    public int stars() {
        return values().length + 1 - code;
    }

    /** 差评: has to be looked into. */
    public boolean isBad() {
        return code >= DISSATISFIED.code;
    }

    /** Names it in message keys and style sheets: {@code very-satisfied}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
