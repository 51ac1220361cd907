package org.tongban.codes;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.law.LegalBasis;

/**
 * The identifier of one electronic certificate (电子证照标识): root, type, issuer, serial, version and
 * check, dots between. Strict when we issue; what others issued may be wrong and is kept with
 * flags.
 *
 * @param value with root and dots, such as {@code 1.2.156.3005.2.….001.U}
 */
@LegalBasis("codes/gb36904/1")
public record CertificateIdentifier(String value) {

    /** The arc under which every certificate of the country stands. */
    public static final String ROOT = "1.2.156.3005.2";

    /** Highest version: three digits. */
    public static final int HIGHEST_VERSION = 999;

    /** The standard's text was not available: the longest serial met is half as long. */
    private static final int LONGEST_SERIAL = 64;

    private static final Pattern REGION = Pattern.compile("\\d{6}");

    /**
     * Holds an identifier that we could have issued.
     *
     * @throws IllegalArgumentException with the fault when it is not one
     */
    public CertificateIdentifier {
        Faults.requireNone(fault(value));
    }

    /**
     * Makes the identifier of a certificate to be issued.
     *
     * @param serial 1 to 64 digits and capital letters, unique for type and issuer
     * @param version 1 for the first issue, one more for each issue after, at most 999
     * @throws IllegalArgumentException when serial or version leave their limits
     */
    public static CertificateIdentifier compose(
            CertificateTypeCode type, CreditCode issuer, String serial, int version) {
        if (version < 1 || version > HIGHEST_VERSION) {
            throw new IllegalArgumentException("A version is 1 to 999, not " + version);
        }
        var digits = String.format(Locale.ROOT, "%03d", version);
        var check = Mod37_36.check(type.value() + issuer.value() + serial + digits);
        return new CertificateIdentifier(
                String.join(
                        ".",
                        ROOT,
                        type.value(),
                        issuer.value(),
                        serial,
                        digits,
                        String.valueOf(check)));
    }

    /** Reads what was typed or scanned, forgiving spaces, full-width characters, small letters. */
    public static Parsed<CertificateIdentifier> read(String typed) {
        var plain = Typed.plain(typed);
        return Faults.parsed(fault(plain), () -> new CertificateIdentifier(plain));
    }

    /** The identifier of our own store. */
    public static CertificateIdentifier of(String value) {
        return new CertificateIdentifier(value);
    }

    /** Keeps the identifier of another issuer as it came and flags everything wrong with it. */
    @LegalBasis("codes/gb36904/3")
    public static ImportedCode imported(String given) {
        var plain = Typed.plain(given);
        return new ImportedCode(plain, faults(plain));
    }

    public CertificateTypeCode type() {
        return CertificateTypeCode.of(parts()[0]);
    }

    public CreditCode issuer() {
        return CreditCode.of(parts()[1]);
    }

    public String serial() {
        return parts()[2];
    }

    /** 1 for the first issue. */
    public int version() {
        return Integer.parseInt(parts()[3]);
    }

    @Override
    public String toString() {
        return value;
    }

    private String[] parts() {
        return value.substring(ROOT.length() + 1).split("\\.", -1);
    }

    private static Optional<CodeFault> fault(String text) {
        return faults(text).stream().findFirst();
    }

    private static EnumSet<CodeFault> faults(String text) {
        if (text.isEmpty()) {
            return EnumSet.of(CodeFault.EMPTY);
        }
        if (!text.startsWith(ROOT + ".")) {
            return EnumSet.of(CodeFault.WRONG_PARTS);
        }
        var parts = text.substring(ROOT.length() + 1).split("\\.", -1);
        if (parts.length != 5) {
            return EnumSet.of(CodeFault.WRONG_PARTS);
        }
        var faults = EnumSet.noneOf(CodeFault.class);
        CertificateTypeCode.fault(parts[0]).ifPresent(faults::add);
        if (REGION.matcher(parts[1]).matches()) {
            faults.add(CodeFault.ISSUER_NOT_CREDIT_CODE);
        } else {
            CreditCode.fault(parts[1]).ifPresent(faults::add);
        }
        serialFault(parts[2]).ifPresent(faults::add);
        if (!parts[3].matches("\\d{3}") || parts[3].equals("000") || parts[4].length() != 1) {
            faults.add(CodeFault.WRONG_PARTS);
        }
        var checked = String.join("", parts);
        if (!Mod37_36.isAlphabetic(checked)) {
            faults.add(CodeFault.WRONG_CHARACTER);
        } else if (checked.length() > 1 && !Mod37_36.fits(checked)) {
            faults.add(CodeFault.WRONG_CHECK);
        }
        return faults;
    }

    private static Optional<CodeFault> serialFault(String serial) {
        return serial.isEmpty() || serial.length() > LONGEST_SERIAL
                ? Optional.of(CodeFault.WRONG_LENGTH)
                : Optional.empty();
    }
}
