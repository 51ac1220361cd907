package org.tongban.web;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a field asks for. Decides the control, the keyboard a phone opens and what a browser may
 * fill in. The names in {@link #key()} are those of the configuration pack.
 *
 * <p>A date is one text box, not the browser's date picker: a picker makes an old person scroll
 * through sixty years, and it throws away what was typed when it is not a date, while this house
 * keeps it and says what is wrong. {@link Typed#date} reads every way people write a day.
 */
public enum FieldKind {
    TEXT("text", "text", "text", ""),
    LONGTEXT("longtext", "text", "text", ""),
    INTEGER("integer", "text", "numeric", ""),
    DECIMAL("decimal", "text", "decimal", ""),
    MONEY("money", "text", "decimal", ""),
    DATE("date", "text", "text", ""),
    CHOICE("choice", "", "", ""),
    CHOICES("choices", "", "", ""),
    YESNO("yesno", "", "", ""),
    FILE("file", "file", "", ""),
    NAME("name", "text", "text", "name"),
    CITIZEN_ID("citizenId", "text", "text", ""),
    CREDIT_CODE("creditCode", "text", "text", ""),
    PROJECT_CODE("projectCode", "text", "text", ""),
    MOBILE("mobile", "tel", "tel", "tel"),
    REGION("region", "text", "text", ""),
    ADDRESS("address", "text", "text", "street-address"),
    PASSWORD("password", "password", "", "current-password"),
    ONE_TIME_CODE("oneTimeCode", "text", "numeric", "one-time-code");

    private final String key;
    private final String inputType;
    private final String inputMode;
    private final String autocomplete;

    FieldKind(String key, String inputType, String inputMode, String autocomplete) {
        this.key = key;
        this.inputType = inputType;
        this.inputMode = inputMode;
        this.autocomplete = autocomplete;
    }

    /** The kind with that name in a configuration pack, or empty when there is none. */
    public static Optional<FieldKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** The name of the kind in a configuration pack. */
    public String key() {
        return key;
    }

    /** The {@code type} of the input; empty for kinds that are not one input. */
    public String inputType() {
        return inputType;
    }

    /** The {@code inputmode}; empty when the type already decides the keyboard. */
    public String inputMode() {
        return inputMode;
    }

    /** The {@code autocomplete} token when the field asks for the reader's own data. */
    public String autocomplete() {
        return autocomplete;
    }

    /** Whether the question has several controls and so needs a fieldset with a legend. */
    public boolean isGroup() {
        return this == CHOICE || this == CHOICES || this == YESNO;
    }

    /** The class that gives the box the width of what it asks for; empty for full width. */
    public String width() {
        return switch (this) {
            case INTEGER, DECIMAL, MONEY, ONE_TIME_CODE -> "w-short";
            case DATE, MOBILE, NAME -> "w-medium";
            case TEXT, LONGTEXT, CHOICE, CHOICES, YESNO, FILE, REGION, ADDRESS, PASSWORD -> "";
            case CITIZEN_ID, CREDIT_CODE, PROJECT_CODE -> "w-code";
        };
    }
}
