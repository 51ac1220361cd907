package org.tongban.codes;

import java.util.Optional;
import org.tongban.law.LegalBasis;

/** The types of service items (事项类型), with the codes of GB/T 39046-2020, table A.1. */
@LegalBasis("codes/gbt39046/1")
public enum ItemType {
    LICENSING("01", true),
    PENALTY("02", false),
    COERCION("03", false),
    LEVY("04", false),
    PAYMENT("05", true),
    INSPECTION("06", false),
    CONFIRMATION("07", true),
    REWARD("08", true),
    ADJUDICATION("09", true),
    OTHER_POWER("10", true),
    PUBLIC_SERVICE("20", true);

    private final String code;
    private final boolean onApplication;

    ItemType(String code, boolean onApplication) {
        this.code = code;
        this.onApplication = onApplication;
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    /** Whether an applicant starts such an item (依申请), so that it has forms and materials. */
    public boolean onApplication() {
        return onApplication;
    }

    /** The key of its name in the message file. */
    public String messageKey() {
        return "item-type." + code;
    }

    /** The type of that code; none for the group 00 and for local extensions. */
    public static Optional<ItemType> ofCode(String code) {
        for (var type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Places may add types of powers from 11 to 19 and of public services from 21 to 29. */
    static boolean isExtension(String code) {
        return code.matches("1[1-9]|2[1-9]");
    }
}
