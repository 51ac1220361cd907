package org.tongban.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a form as expressions see them. Whatever a number arrived as (text, {@code Long},
 * {@code BigDecimal}), it is compared as a double: exact for whole numbers up to 2^53 and for every
 * comparison of amounts of money that differ by a cent below a trillion. What is blank, or cannot
 * be read as its field's kind, counts as not answered; telling the person so is the business of the
 * form.
 */
public final class FormValues {

    /** A number longer than this is no answer to a form, and would take long to read. */
    private static final int LONGEST_NUMBER = 40;

    private final Map<String, Object> values;

    private FormValues(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Converts what a form holds. Keys that the item does not know are left out.
     *
     * @param raw strings, numbers, booleans, collections of strings; of a number a collection tells
     *     how many it holds
     */
    public static FormValues of(Map<String, ?> raw, Names names) {
        var values = new HashMap<String, Object>();
        names.form()
                .forEach(
                        (key, kind) ->
                                Optional.ofNullable(raw.get(key))
                                        .flatMap(value -> converted(value, kind))
                                        .ifPresent(value -> values.put(key, value)));
        return new FormValues(values);
    }

    Map<String, Object> values() {
        return values;
    }

    private static Optional<? extends Object> converted(Object value, FieldKind kind) {
        return switch (kind) {
            case TEXT -> Optional.of(value.toString()).filter(text -> !text.isBlank());
            case NUMBER -> number(value);
            case YES_NO -> yesNo(value.toString());
            case CHOICES -> choices(value);
        };
    }

    private static Optional<Double> number(Object value) {
        if (value instanceof Collection<?> rows) return Optional.of((double) rows.size());
        var text = value.toString().strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) return Optional.empty();
        try {
            return Optional.of(new BigDecimal(text).doubleValue()).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> yesNo(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> choices(Object value) {
        var chosen =
                value instanceof Collection<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(value.toString());
        return Optional.of(chosen.stream().filter(choice -> !choice.isBlank()).toList())
                .filter(choices -> !choices.isEmpty());
    }
}
