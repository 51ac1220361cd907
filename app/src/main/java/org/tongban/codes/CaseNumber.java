package org.tongban.codes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of a case (办件编号): region 6, day of receipt 8, channel letter 1, serial 6 and a check
 * character. No national form is known, so the form is ours; it fits the fifty characters that the
 * exchange has for it. The check is that of ISO 7064, MOD 37,36, over all before it.
 *
 * @param value twenty-two characters without hyphens
 */
public record CaseNumber(String value) {

    /** Most cases of one region, day and channel. */
    public static final int HIGHEST_SERIAL = 999_999;

    private static final int LENGTH = 22;
    private static final int CHANNEL_AT = 14;

    /**
     * Holds a right number.
     *
     * @throws IllegalArgumentException with the fault when it is not
     */
    public CaseNumber {
        Faults.requireNone(fault(value));
    }

    /**
     * Makes the number of a new case.
     *
     * @param channel a capital letter, such as W for the window
     * @param serial 1 to {@value #HIGHEST_SERIAL}, unique for region, day and channel
     * @throws IllegalArgumentException when channel, serial or year leave their limits
     */
    public static CaseNumber compose(RegionCode region, LocalDate day, char channel, int serial) {
        if (serial < 1 || serial > HIGHEST_SERIAL) {
            throw new IllegalArgumentException("A serial is 1 to 999999, not " + serial);
        }
        var body =
                region.six()
                        + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                        + channel
                        + String.format(Locale.ROOT, "%06d", serial);
        return new CaseNumber(body + Mod37_36.check(body));
    }

    /** Reads what was typed, forgiving hyphens, spaces, small letters, full-width characters. */
    public static Parsed<CaseNumber> read(String typed) {
        var plain = Typed.withoutHyphens(typed);
        return Faults.parsed(fault(plain), () -> new CaseNumber(plain));
    }

    /** The number of our own store. */
    public static CaseNumber of(String value) {
        return new CaseNumber(value);
    }

    public String region6() {
        return value.substring(0, 6);
    }

    /** The day on which the application came in. */
    public LocalDate day() {
        return Dates.basic(value.substring(6, CHANNEL_AT)).orElseThrow();
    }

    public char channel() {
        return value.charAt(CHANNEL_AT);
    }

    /** As people read it: {@code 522732-20261117-W-000318-C}. */
    public String printed() {
        return String.join(
                "-",
                value.substring(0, 6),
                value.substring(6, CHANNEL_AT),
                value.substring(CHANNEL_AT, CHANNEL_AT + 1),
                value.substring(CHANNEL_AT + 1, LENGTH - 1),
                value.substring(LENGTH - 1));
    }

    @Override
    public String toString() {
        return printed();
    }

    private static Optional<CodeFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(CodeFault.EMPTY);
        }
        if (text.length() != LENGTH) {
            return Optional.of(CodeFault.WRONG_LENGTH);
        }
        var channel = text.charAt(CHANNEL_AT);
        if (!Mod37_36.isAlphabetic(text)
                || !Typed.isDigits(text, 0, CHANNEL_AT)
                || channel < 'A'
                || !Typed.isDigits(text, CHANNEL_AT + 1, LENGTH - 1)) {
            return Optional.of(CodeFault.WRONG_CHARACTER);
        }
        if (!Mod37_36.fits(text)) {
            return Optional.of(CodeFault.WRONG_CHECK);
        }
        return Dates.basic(text.substring(6, CHANNEL_AT)).isPresent()
                ? Optional.empty()
                : Optional.of(CodeFault.IMPOSSIBLE_DATE);
    }
}
