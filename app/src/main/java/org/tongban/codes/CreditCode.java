package org.tongban.codes;

import java.util.EnumSet;
import java.util.Optional;
import org.tongban.law.LegalBasis;

/**
 * The unified social credit code of an organisation (统一社会信用代码): registering department 1, kind 1,
 * region 6, organisation code 9, check 1. Public, so never masked. Strict on entry; what another
 * system sends may be wrong and is kept with flags.
 *
 * @param value eighteen characters of an alphabet without I, O, S, V and Z
 */
@LegalBasis("codes/gb32100/1")
public record CreditCode(String value) {

    static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private static final int ORGANISATION_FROM = 8;
    private static final int ORGANISATION_CHECK_AT = 16;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_CHECKS = "0X987654321";

    /**
     * Holds a right code.
     *
     * @throws IllegalArgumentException with the fault when it is not
     */
    public CreditCode {
        Faults.requireNone(fault(value));
    }

    /** Reads what was typed, forgiving spaces, hyphens, full-width characters and small letters. */
    public static Parsed<CreditCode> read(String typed) {
        var plain = Typed.withoutHyphens(typed);
        return Faults.parsed(fault(plain), () -> new CreditCode(plain));
    }

    /** The code of our own store. */
    public static CreditCode of(String value) {
        return new CreditCode(value);
    }

    /** Keeps the code of another system as it came and flags everything wrong with it. */
    @LegalBasis("codes/gb32100/4")
    public static ImportedCode imported(String given) {
        var plain = Typed.withoutHyphens(given);
        var flags = EnumSet.noneOf(CodeFault.class);
        formFault(plain).ifPresent(flags::add);
        if (flags.isEmpty()) {
            if (!outerCheckFits(plain)) {
                flags.add(CodeFault.WRONG_CHECK);
            }
            if (!innerCheckFits(plain)) {
                flags.add(CodeFault.WRONG_INNER_CHECK);
            }
        }
        return new ImportedCode(plain, flags);
    }

    /** The nine characters of the organisation code (组织机构代码) inside. */
    public String organisationCode() {
        return value.substring(ORGANISATION_FROM, LENGTH - 1);
    }

    /** Six digits: the region of registration. */
    public String region6() {
        return value.substring(2, 8);
    }

    @Override
    public String toString() {
        return value;
    }

    static Optional<CodeFault> fault(String text) {
        var form = formFault(text);
        if (form.isPresent()) {
            return form;
        }
        if (!outerCheckFits(text)) {
            return Optional.of(CodeFault.WRONG_CHECK);
        }
        return innerCheckFits(text) ? Optional.empty() : Optional.of(CodeFault.WRONG_INNER_CHECK);
    }

    private static Optional<CodeFault> formFault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        var known = text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return known && Typed.isDigits(text, 2, 8)
                ? Optional.empty()
                : Optional.of(CodeFault.WRONG_CHARACTER);
    }

    @LegalBasis("codes/gb32100/2")
    private static boolean outerCheckFits(String text) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
        }
        var check = Math.floorMod(-sum, ALPHABET.length());
        return ALPHABET.charAt(check) == text.charAt(LENGTH - 1);
    }

    /** The organisation code counts letters from A = 10 with none left out. */
    @LegalBasis("codes/gb32100/3")
    private static boolean innerCheckFits(String text) {
        var sum = 0;
        for (var i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum +=
                    Character.digit(text.charAt(ORGANISATION_FROM + i), Character.MAX_RADIX)
                            * ORGANISATION_WEIGHTS[i];
        }
        var check = ORGANISATION_CHECKS.charAt(sum % ORGANISATION_CHECKS.length());
        return check == text.charAt(ORGANISATION_CHECK_AT);
    }
}
