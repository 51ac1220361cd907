package org.tongban.codes;

import java.util.Optional;
import org.tongban.law.LegalBasis;

/**
 * The type of an electronic certificate (证照类型代码): the credit code of the body that defines it, and
 * a running number of three digits.
 *
 * @param value twenty-one characters
 */
@LegalBasis("codes/gb36904/1")
public record CertificateTypeCode(String value) {

    static final int LENGTH = CreditCode.LENGTH + 3;

    /**
     * Holds a right code.
     *
     * @throws IllegalArgumentException with the fault when it is not
     */
    public CertificateTypeCode {
        Faults.requireNone(fault(value));
    }

    /** Reads what was typed, forgiving spaces, full-width characters and small letters. */
    public static Parsed<CertificateTypeCode> read(String typed) {
        var plain = Typed.plain(typed);
        return Faults.parsed(fault(plain), () -> new CertificateTypeCode(plain));
    }

    /** The code of our own store. */
    public static CertificateTypeCode of(String value) {
        return new CertificateTypeCode(value);
    }

    public CreditCode definedBy() {
        return CreditCode.of(value.substring(0, CreditCode.LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }

    static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        if (!Typed.isDigits(text, CreditCode.LENGTH, LENGTH)) {
            return Optional.of(CodeFault.WRONG_CHARACTER);
        }
        return CreditCode.fault(text.substring(0, CreditCode.LENGTH));
    }
}
