package org.tongban.codes;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The secret printed beside a case number, with which its holder looks the case up without signing
 * in. Eight characters, about thirty-seven bits: enough behind a limit on tries, not without one.
 * Shows itself hidden.
 *
 * @param value eight characters of an alphabet in which no two look alike on paper
 */
public record QueryCode(String value) {

    private static final int LENGTH = 8;

    /** Without 0 O, 1 I L, 2 Z, 5 S and V, which is taken for U. */
    private static final String ALPHABET = "346789ABCDEFGHJKMNPQRTUWXY";

    /**
     * Holds a code that could have been drawn.
     *
     * @throws IllegalArgumentException with the fault when it could not
     */
    public QueryCode {
        Faults.requireNone(fault(value));
    }

    /** Draws a new code. */
    public static QueryCode draw(SecureRandom random) {
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new QueryCode(code.toString());
    }

    /** Reads what was typed, forgiving hyphens, spaces, small letters, full-width characters. */
    public static Parsed<QueryCode> read(String typed) {
        var plain = Typed.withoutHyphens(typed);
        return Faults.parsed(fault(plain), () -> new QueryCode(plain));
    }

    /** The code of our own store. */
    public static QueryCode of(String value) {
        return new QueryCode(value);
    }

    @Override
    public String toString() {
        return "********";
    }

    private static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.empty()
                : Optional.of(CodeFault.WRONG_CHARACTER);
    }
}
