package org.tongban.codes;

import java.util.Optional;
import org.tongban.law.LegalBasis;

/** The level at which a power is used (行使层级), with the codes of GB/T 39046-2020, table A.2. */
@LegalBasis("codes/gbt39046/2")
public enum UseLevel {
    NATIONAL("1"),
    PROVINCE("2"),
    CITY("3"),
    COUNTY("4"),
    TOWN("5"),
    VILLAGE("6"),
    GRADED("7");

    private final String code;

    UseLevel(String code) {
        this.code = code;
    }

    /** One digit. */
    public String code() {
        return code;
    }

    /** The key of its name in the message file. */
    public String messageKey() {
        return "use-level." + code;
    }

    /** The level of that code, if there is one. */
    public static Optional<UseLevel> ofCode(String code) {
        for (var level : values()) {
            if (level.code.equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
