package org.tongban.codes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.law.LegalBasis;

/**
 * The code of a service item, with the scheme it was made by. Two generations and local forms
 * circulate at once; the only part of any of them that can be checked is the credit code inside.
 *
 * @param value the characters of the scheme, at most 64
 * @param codeScheme told by the form
 */
@LegalBasis("codes/items/1")
public record ItemCode(String value, Scheme codeScheme) {

    /** The ways in which codes of items are made. */
    public enum Scheme {
        /** 基本编码: region 2, type 2, department 2, main item 3, sub-item 3. */
        BASE_12,
        /** 实施编码: credit code of the implementing body, level 1, base code 12. */
        IMPLEMENTATION_31,
        /** 业务办理项编码: implementation code and a serial of 2. */
        HANDLING_33,
        /** Sichuan: local base code, region, 000, credit code, level, serial; hyphens between. */
        SICHUAN_LOCAL,
        /** The guide of 2016: two letters of type, main item 5, sub-item 3. */
        GUIDE_2016
    }

    private static final Pattern SICHUAN =
            Pattern.compile("[0-9A-Z]{12}-\\d{12}-\\d{3}-([0-9A-Z]{18})-(\\d)-\\d{2}");
    private static final Pattern GUIDE = Pattern.compile("[A-Z]{2}\\d{7}[0-9A-Z]");

    private static final int BASE = 12;
    private static final int LEVEL_AT = 18;
    private static final int BASE_AT = 19;
    private static final int IMPLEMENTATION = 31;
    private static final int HANDLING = 33;

    /**
     * Holds a code of its scheme.
     *
     * @throws IllegalArgumentException with the fault when it is not one
     */
    public ItemCode {
        Faults.requireNone(fault(value));
        if (!schemeOf(value).equals(Optional.of(codeScheme))) {
            throw new IllegalArgumentException("The code is not of the scheme " + codeScheme);
        }
    }

    /** Reads a code of any scheme, forgiving spaces, full-width characters and small letters. */
    public static Parsed<ItemCode> read(String typed) {
        var plain = Typed.plain(typed);
        return Faults.parsed(
                fault(plain), () -> new ItemCode(plain, schemeOf(plain).orElseThrow()));
    }

    /** The code of our own store. */
    public static ItemCode of(String value) {
        return read(value).orElseThrow();
    }

    /** The base code inside, where the scheme has one. */
    public Optional<ItemCode> base() {
        return switch (codeScheme) {
            case BASE_12 -> Optional.of(this);
            case IMPLEMENTATION_31, HANDLING_33 ->
                    Optional.of(
                            new ItemCode(value.substring(BASE_AT, IMPLEMENTATION), Scheme.BASE_12));
            case SICHUAN_LOCAL, GUIDE_2016 -> Optional.empty();
        };
    }

    /** The type inside, where the scheme has one and it is not a local extension. */
    public Optional<ItemType> type() {
        return base().flatMap(base -> ItemType.ofCode(base.value.substring(2, 4)));
    }

    /** The level inside, where the scheme has one. */
    public Optional<UseLevel> level() {
        return switch (codeScheme) {
            case IMPLEMENTATION_31, HANDLING_33 ->
                    UseLevel.ofCode(value.substring(LEVEL_AT, BASE_AT));
            case BASE_12, SICHUAN_LOCAL, GUIDE_2016 -> Optional.empty();
        };
    }

    /** The body that carries the item out, where the scheme tells it. */
    public Optional<CreditCode> implementingBody() {
        return switch (codeScheme) {
            case IMPLEMENTATION_31, HANDLING_33 ->
                    Optional.of(CreditCode.of(value.substring(0, LEVEL_AT)));
            case SICHUAN_LOCAL -> Optional.of(CreditCode.of(sichuanBody(value)));
            case BASE_12, GUIDE_2016 -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Scheme> schemeOf(String text) {
        if (text.indexOf('-') >= 0) {
            return SICHUAN.matcher(text).matches()
                    ? Optional.of(Scheme.SICHUAN_LOCAL)
                    : Optional.empty();
        }
        return switch (text.length()) {
            case BASE -> Optional.of(Scheme.BASE_12);
            case IMPLEMENTATION -> Optional.of(Scheme.IMPLEMENTATION_31);
            case HANDLING -> Optional.of(Scheme.HANDLING_33);
            case 10 -> Optional.of(Scheme.GUIDE_2016);
            default -> Optional.empty();
        };
    }

    private static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        var scheme = schemeOf(text);
        if (scheme.isEmpty()) {
            return Optional.of(
                    text.indexOf('-') >= 0 ? CodeFault.WRONG_PARTS : CodeFault.WRONG_LENGTH);
        }
        return switch (scheme.get()) {
            case BASE_12 -> baseFault(text);
            case IMPLEMENTATION_31 -> implementationFault(text);
            case HANDLING_33 ->
                    Typed.isDigits(text, IMPLEMENTATION, HANDLING)
                            ? implementationFault(text.substring(0, IMPLEMENTATION))
                            : Optional.of(CodeFault.WRONG_CHARACTER);
            case SICHUAN_LOCAL -> CreditCode.fault(sichuanBody(text));
            case GUIDE_2016 ->
                    GUIDE.matcher(text).matches()
                            ? Optional.empty()
                            : Optional.of(CodeFault.WRONG_CHARACTER);
        };
    }

    private static Optional<CodeFault> baseFault(String text) {
        if (!Typed.isDigits(text, 0, BASE)) {
            return Optional.of(CodeFault.WRONG_CHARACTER);
        }
        var type = text.substring(2, 4);
        return ItemType.ofCode(type).isPresent() || ItemType.isExtension(type)
                ? Optional.empty()
                : Optional.of(CodeFault.UNKNOWN_TYPE);
    }

    private static Optional<CodeFault> implementationFault(String text) {
        var body = CreditCode.fault(text.substring(0, LEVEL_AT));
        if (body.isPresent()) {
            return body;
        }
        if (UseLevel.ofCode(text.substring(LEVEL_AT, BASE_AT)).isEmpty()) {
            return Optional.of(CodeFault.UNKNOWN_LEVEL);
        }
        return baseFault(text.substring(BASE_AT));
    }

    private static String sichuanBody(String text) {
        return text.split("-", -1)[3];
    }
}
