package org.tongban.codes;

import java.time.LocalDate;
import java.util.Optional;
import org.tongban.law.LegalBasis;

/**
 * The number of a citizen (公民身份号码): region 6, birth date 8, sequence 3, check 1. The region is not
 * held against today's table, for a number keeps the region of its first issue for life. Shows
 * itself masked, so that a log line cannot leak it.
 *
 * @param value eighteen characters, the last a digit or a capital X
 */
@LegalBasis("codes/gb11643/1")
public record CitizenId(String value) {

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;

    /** Nobody born earlier applies for anything; such a year is a typing error. */
    private static final int EARLIEST_YEAR = 1800;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /**
     * Holds a right number.
     *
     * @throws IllegalArgumentException when it is not; the message does not repeat it
     */
    public CitizenId {
        Faults.requireNone(fault(value));
    }

    /** Reads what was typed, forgiving spaces, full-width characters and a small x. */
    public static Parsed<CitizenId> read(String typed) {
        var plain = Typed.plain(typed);
        return Faults.parsed(fault(plain), () -> new CitizenId(plain));
    }

    /** The number of our own store. */
    public static CitizenId of(String value) {
        return new CitizenId(value);
    }

    public LocalDate birthDate() {
        return Dates.basic(value.substring(6, 14)).orElseThrow();
    }

    /** First six digits: the region of first issue, not of residence. */
    public String region6() {
        return value.substring(0, 6);
    }

    /** Region and the last four, as {@code 990101********0019}. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    @LegalBasis({"codes/gb11643/2", "codes/gb11643/3"})
    private static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() == OLD_LENGTH && Typed.isDigits(text, 0, OLD_LENGTH)) {
            return Optional.of(CodeFault.FIFTEEN_DIGITS);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        var last = text.charAt(LENGTH - 1);
        if (!Typed.isDigits(text, 0, LENGTH - 1)
                || text.charAt(0) == '0'
                || CHECKS.indexOf(last) < 0) {
            return Optional.of(CodeFault.WRONG_CHARACTER);
        }
        if (check(text) != last) {
            return Optional.of(CodeFault.WRONG_CHECK);
        }
        var born = Dates.basic(text.substring(6, 14));
        if (born.isEmpty() || born.get().getYear() < EARLIEST_YEAR) {
            return Optional.of(CodeFault.IMPOSSIBLE_DATE);
        }
        return Optional.empty();
    }

    private static char check(String text) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
