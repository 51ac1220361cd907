package org.tongban.codes;

import java.util.Optional;

/**
 * A place of the administrative division: twelve digits of province, city, county, town and
 * village. What lies above a place is never cut out of its code: some cities have no counties, and
 * zones have codes of their own making; the directory tells it.
 *
 * @param value twelve digits, the first not 0
 */
public record RegionCode(String value) {

    private static final int LENGTH = 12;

    /**
     * Holds a code of twelve digits.
     *
     * @throws IllegalArgumentException with the fault when it is not
     */
    public RegionCode {
        Faults.requireNone(fault(value));
    }

    /**
     * Reads a code of twelve digits, of nine (down to towns) or of six (down to counties), and
     * fills the shorter with zeros.
     */
    public static Parsed<RegionCode> read(String typed) {
        var plain = Typed.plain(typed);
        var full =
                plain.length() == 6 || plain.length() == 9
                        ? plain + "0".repeat(LENGTH - plain.length())
                        : plain;
        return Faults.parsed(fault(full), () -> new RegionCode(full));
    }

    /** The code of our own store. */
    public static RegionCode of(String value) {
        return new RegionCode(value);
    }

    /** The six digits of the county and above, as they stand in other numbers. */
    public String six() {
        return value.substring(0, 6);
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
        return Typed.isDigits(text, 0, LENGTH) && text.charAt(0) != '0'
                ? Optional.empty()
                : Optional.of(CodeFault.WRONG_CHARACTER);
    }
}
