package org.tongban.catalogue.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.CreditCode;
import org.tongban.codes.InvestmentProjectCode;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;
import org.tongban.directory.OfferedRegions;

/**
 * Reads what was typed into one field. Forgives spaces, full-width digits and letters, Chinese
 * punctuation and the usual ways to write a day; guesses nothing.
 */
public final class AnswerReader {

    /** Longer than any field may be; what is beyond it is not even looked at. */
    private static final int MOST_CHARACTERS = 20_000;

    /** A form never offers more; a hostile one may send more. */
    private static final int MOST_CHOSEN = 100;

    private static final int LONGEST_NUMBER = 30;
    private static final int CENTS = 2;

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern FILE_NO =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private AnswerReader() {}

    /**
     * Reads an answer.
     *
     * @param typed all values that were sent under the field's key
     * @param regions that can be named
     */
    public static Answer read(Field field, List<String> typed, OfferedRegions regions) {
        var given = typed.stream().filter(text -> !text.isBlank()).limit(MOST_CHOSEN).toList();
        if (given.isEmpty()) return new Answer.Blank();
        var first = given.getFirst();
        if (first.length() > MOST_CHARACTERS) {
            return new Answer.Unreadable("too-long", List.of(MOST_CHARACTERS, first.length()));
        }
        return switch (field.type()) {
            case TEXT, ADDRESS -> text(oneLine(first));
            case REGION -> region(oneLine(first), regions);
            case LONGTEXT -> text(paragraphs(first));
            case NAME -> text(name(first));
            case INTEGER -> whole(plain(first));
            case DECIMAL -> decimal(plain(first));
            case MONEY -> money(plain(first));
            case DATE -> day(plain(first));
            case YESNO -> yesNo(plain(first));
            case CHOICE -> new Answer.Read(chosen(field, first));
            case CHOICES ->
                    new Answer.Read(
                            given.stream().map(text -> chosen(field, text)).distinct().toList());
            case CITIZEN_ID -> code("citizen-id", CitizenId.read(first), CitizenId::value);
            case CREDIT_CODE -> code("credit-code", CreditCode.read(first), CreditCode::value);
            case PROJECT_CODE ->
                    code(
                            "project-code",
                            InvestmentProjectCode.read(first),
                            InvestmentProjectCode::value);
            case MOBILE -> code("mobile", Mobile.read(first), Mobile::value);
            case FILE -> files(given);
            case GROUP -> throw new IllegalArgumentException("rows are read cell by cell");
        };
    }

    /** Numbers of files that lie with the application, as the page carries them along. */
    private static Answer files(List<String> given) {
        return given.stream().allMatch(one -> FILE_NO.matcher(one).matches())
                ? new Answer.Read(given.stream().distinct().toList())
                : new Answer.Unreadable("unreadable");
    }

    private static Answer text(String text) {
        return text.isEmpty() ? new Answer.Blank() : new Answer.Read(text);
    }

    /** The code of a region; a name is taken for it where only one region can be meant. */
    private static Answer region(String typed, OfferedRegions regions) {
        return switch (regions.meant(typed)) {
            case OfferedRegions.One(var region) -> new Answer.Read(region.code());
            case OfferedRegions.Several(var names) ->
                    new Answer.Unreadable("region-unclear", List.of(String.join("、", names)));
            case OfferedRegions.None() -> new Answer.Unreadable("region-unknown");
        };
    }

    /** The value of a choice; its label is taken for it too, for imports and window clerks. */
    private static String chosen(Field field, String typed) {
        var text = typed.strip();
        return field.choices().stream()
                .filter(choice -> choice.value().equals(text) || choice.label().equals(text))
                .findFirst()
                .map(Choice::value)
                .orElse(text);
    }

    private static Answer whole(String text) {
        var number = number(text);
        if (number.isEmpty()) return new Answer.Unreadable("not-whole");
        var value = new BigDecimal(number).stripTrailingZeros();
        if (value.scale() > 0 || value.precision() - value.scale() > 18) {
            return new Answer.Unreadable("not-whole");
        }
        return new Answer.Read(value.longValueExact());
    }

    private static Answer decimal(String text) {
        var number = number(text);
        return number.isEmpty()
                ? new Answer.Unreadable("not-number")
                : new Answer.Read(new BigDecimal(number));
    }

    private static Answer money(String text) {
        var number = number(text.replaceFirst("^[¥￥]", "").replaceFirst("元$", ""));
        if (number.isEmpty()) return new Answer.Unreadable("not-money");
        var amount = new BigDecimal(number);
        return amount.stripTrailingZeros().scale() > CENTS
                ? new Answer.Unreadable("not-money")
                : new Answer.Read(amount);
    }

    /** Empty when it is no number. */
    private static String number(String text) {
        if (text.length() > LONGEST_NUMBER) return "";
        if (GROUPED.matcher(text).matches()) return text.replace(",", "");
        return NUMBER.matcher(text).matches() ? text : "";
    }

    private static Answer day(String text) {
        var parts = DAY.matcher(text.replace('年', '-').replace('月', '-').replaceFirst("[日号]$", ""));
        if (!parts.matches()) return new Answer.Unreadable("not-date");
        var shift = parts.group(1) == null ? 3 : 0;
        try {
            return new Answer.Read(
                    LocalDate.of(
                                    Integer.parseInt(parts.group(1 + shift)),
                                    Integer.parseInt(parts.group(2 + shift)),
                                    Integer.parseInt(parts.group(3 + shift)))
                            .toString());
        } catch (DateTimeException e) {
            return new Answer.Unreadable("no-such-day");
        }
    }

    private static Answer yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "是", "有" -> new Answer.Read(true);
            case "false", "no", "off", "0", "否", "没有", "无" -> new Answer.Read(false);
            default -> new Answer.Unreadable("not-yes-no");
        };
    }

    private static <T> Answer code(String kind, Parsed<T> parsed, Function<T, String> value) {
        return switch (parsed) {
            case Parsed.Valid<T>(var held) -> new Answer.Read(value.apply(held));
            case Parsed.Invalid<T>(var reason) -> new Answer.Unreadable(kind + problem(reason));
        };
    }

    private static String problem(CodeFault fault) {
        return switch (fault) {
            case FIFTEEN_DIGITS -> ".fifteen-digits";
            case WRONG_LENGTH, EMPTY -> ".length";
            case WRONG_CHARACTER -> ".character";
            case WRONG_CHECK, WRONG_INNER_CHECK -> ".check";
            case IMPOSSIBLE_DATE -> ".date";
            case WRONG_PARTS, UNKNOWN_TYPE, UNKNOWN_LEVEL, ISSUER_NOT_CREDIT_CODE -> ".character";
        };
    }

    /** Half-width, without any space. */
    private static String plain(String typed) {
        var text = new StringBuilder();
        typed.codePoints()
                .map(AnswerReader::halfWidth)
                .filter(c -> !isSpace(c))
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int halfWidth(int c) {
        return switch (c) {
            case '。', '．' -> '.';
            case '，', '、' -> ',';
            case '—', '–', '－', '−' -> '-';
            default -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    /** One line, with single spaces. */
    private static String oneLine(String typed) {
        return typed.codePoints()
                .map(c -> isSpace(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** Lines as typed, without other control characters. */
    private static String paragraphs(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n]]", "").strip();
    }

    /** Between Chinese characters a name has no space; the dot of long names is written one way. */
    private static String name(String typed) {
        return oneLine(typed)
                .replaceAll("[•・‧∙.．](?=\\p{IsHan})", "·")
                .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
    }
}
