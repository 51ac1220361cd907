package org.tongban.codes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.law.LegalBasis;

/**
 * The code of an investment project, given by the national platform and asked for by every permit
 * of the project: year or year and month 4, region 6, department 2, type 2, serial 6. Its check is
 * not public here, so only the form is held.
 *
 * @param value digits with hyphens, such as {@code 2016-440784-70-03-006957}
 */
@LegalBasis("codes/gbt40058/1")
public record InvestmentProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");
    private static final int LENGTH = 24;

    /**
     * Holds a code of the right form.
     *
     * @throws IllegalArgumentException with the fault when it is not
     */
    public InvestmentProjectCode {
        Faults.requireNone(fault(value));
    }

    /** Reads what was typed, forgiving spaces, full-width characters and dashes for hyphens. */
    public static Parsed<InvestmentProjectCode> read(String typed) {
        var plain = Typed.plain(typed).replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        return Faults.parsed(fault(plain), () -> new InvestmentProjectCode(plain));
    }

    /** The code of our own store. */
    public static InvestmentProjectCode of(String value) {
        return new InvestmentProjectCode(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        return FORM.matcher(text).matches() ? Optional.empty() : Optional.of(CodeFault.WRONG_PARTS);
    }
}
