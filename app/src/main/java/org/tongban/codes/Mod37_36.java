package org.tongban.codes;

import org.tongban.law.LegalBasis;

/**
 * The check character of ISO 7064, MOD 37,36, over digits and capital letters. It catches every
 * single wrong character and nearly every swap of two neighbours.
 */
@LegalBasis("codes/gb36904/2")
public final class Mod37_36 {

    private static final int RADIX = 36;

    private Mod37_36() {}

    /**
     * The check character of a text.
     *
     * @throws IllegalArgumentException when a character is neither a digit nor a capital letter
     */
    public static char check(String text) {
        var product = RADIX;
        for (var i = 0; i < text.length(); i++) {
            var sum = (product + valueOf(text.charAt(i))) % RADIX;
            product = (sum == 0 ? RADIX : sum) * 2 % (RADIX + 1);
        }
        var check = (RADIX + 1 - product) % RADIX;
        return Character.toUpperCase(Character.forDigit(check, RADIX));
    }

    /**
     * Whether the last character of a text is the check character of those before.
     *
     * @throws IllegalArgumentException as for {@link #check}, or for a text of less than two
     */
    public static boolean fits(String text) {
        if (text.length() < 2) {
            throw new IllegalArgumentException("A checked text has at least two characters");
        }
        var last = text.length() - 1;
        valueOf(text.charAt(last));
        return check(text.substring(0, last)) == text.charAt(last);
    }

    static boolean isAlphabetic(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    private static int valueOf(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        throw new IllegalArgumentException("Only digits and capital letters can be checked");
    }
}
