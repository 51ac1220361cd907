package org.tongban.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what people type the way they meant it: full-width digits and letters, spaces, thousands
 * separators and the several ways to write a day are forgiven. An empty answer means that it could
 * not be read; the caller keeps what was typed and says how to put it right.
 */
public final class Typed {

    private static final Pattern SEPARATED_DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern JOINED_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,8})?");

    /** Fen are the smallest unit of money. */
    private static final int MONEY_DECIMALS = 2;

    private Typed() {}

    /** Full-width letters, digits and signs made half-width, outer space taken off. */
    public static String tidy(String typed) {
        var text = new StringBuilder(typed.length());
        typed.codePoints().map(Typed::halfWidth).forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    /** A code such as an ID number: tidied, without any space or hyphen, in capitals. */
    public static String code(String typed) {
        return tidy(typed).replaceAll("[\\s\\-—–]", "").toUpperCase(java.util.Locale.ROOT);
    }

    public static Optional<BigInteger> integer(String typed) {
        var text = number(typed);
        return WHOLE.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    public static Optional<BigDecimal> decimal(String typed) {
        var text = number(typed);
        return DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** An amount in yuan, with at most two decimals; the sign ¥ and the word 元 are forgiven. */
    public static Optional<BigDecimal> money(String typed) {
        return decimal(tidy(typed).replaceAll("^[¥￥]|元$", ""))
                .filter(amount -> amount.scale() <= MONEY_DECIMALS);
    }

    /** A day: 2026-11-17, 2026/11/17, 2026.11.17, 20261117 or 2026年11月17日. */
    public static Optional<LocalDate> date(String typed) {
        var text = tidy(typed).replaceAll("\\s", "");
        for (var pattern : new Pattern[] {SEPARATED_DAY, JOINED_DAY}) {
            var day = pattern.matcher(text);
            if (day.matches()) {
                return day(day.group(1), day.group(2), day.group(3));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * Words that somebody typed as a sentence of their own, to stand inside one of ours: without
     * the stop at their end.
     */
    public static String clause(String typed) {
        return typed.strip().replaceAll("[。．.；;，,、\\s]+$", "");
    }

    private static String number(String typed) {
        return tidy(typed).replaceAll("[\\s,，]", "").replace('。', '.');
    }

    private static int halfWidth(int character) {
        if (character == '\u3000') {
            return ' ';
        }
        return character >= '！' && character <= '～' ? character - ('！' - '!') : character;
    }
}
