package org.tongban.codes;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of the mainland. Shows itself masked.
 *
 * @param value eleven digits, without the country's prefix
 */
public record Mobile(String value) {

    private static final int LENGTH = 11;
    private static final Pattern PREFIX = Pattern.compile("^(\\+86|0086|86(?=\\d{11}$))");

    /**
     * Holds a right number.
     *
     * @throws IllegalArgumentException when it is not; the message does not repeat it
     */
    public Mobile {
        Faults.requireNone(fault(value));
    }

    /** Reads what was typed, forgiving spaces, hyphens, full-width characters and +86. */
    public static Parsed<Mobile> read(String typed) {
        var plain = PREFIX.matcher(Typed.withoutHyphens(typed)).replaceFirst("");
        return Faults.parsed(fault(plain), () -> new Mobile(plain));
    }

    /** The number of our own store. */
    public static Mobile of(String value) {
        return new Mobile(value);
    }

    /** First three and last four, as {@code 138****3210}. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        return Typed.isDigits(text, 0, LENGTH) && text.charAt(0) == '1' && text.charAt(1) >= '3'
                ? Optional.empty()
                : Optional.of(CodeFault.WRONG_CHARACTER);
    }
}
