package org.tongban.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongban.catalogue.ItemDefinition.Field;

/**
 * The rows of a group. As typed, the answer of a cell stands under {@code partners.0.name}, and how
 * many rows there are under {@code partners}; as checked, the group's answer is a list of maps.
 */
public final class FormRows {

    /** Where an item does not say how many rows there may be. */
    public static final int USUAL_MOST = 20;

    /** More than this nobody fills in on a page, and a hostile sender may not make us draw. */
    public static final int MOST = 50;

    private FormRows() {}

    /** How many rows have to be there. */
    public static int least(Field group) {
        var stated = group.minRows();
        return stated != null ? Math.min(stated, MOST) : group.required() ? 1 : 0;
    }

    /** How many rows there may be. */
    public static int most(Field group) {
        var stated = group.maxRows();
        return Math.min(stated == null ? USUAL_MOST : stated, MOST);
    }

    /** The questions of one row, each under the key of its cell. */
    public static List<Field> cells(Field group, int row) {
        return group.fields().stream().map(below -> cell(group, row, below)).toList();
    }

    /** One question of a row. */
    public static Field cell(Field group, int row, Field below) {
        return new Field(
                key(group, row, below.key()),
                below.label(),
                below.hint(),
                below.type(),
                below.required(),
                below.maxLength(),
                below.min(),
                below.max(),
                below.choices(),
                below.when(),
                below.prefill(),
                below.fields(),
                below.minRows(),
                below.maxRows());
    }

    /** Under which the answer of a cell is typed. */
    public static String key(Field group, int row, String below) {
        return group.key() + "." + row + "." + below;
    }

    /** How many rows were opened; at least those that have to be there, one too many at most. */
    public static int opened(Field group, Map<String, List<String>> typed) {
        var counted =
                typed.getOrDefault(group.key(), List.of()).stream()
                        .findFirst()
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .orElse(0);
        return Math.clamp(counted, least(group), MOST + 1);
    }

    /** How many rows count: those behind the last answer were only opened. */
    public static int answered(Field group, Map<String, List<String>> typed) {
        var rows = opened(group, typed);
        while (rows > least(group) && isBlank(group, rows - 1, typed)) rows--;
        return rows;
    }

    private static boolean isBlank(Field group, int row, Map<String, List<String>> typed) {
        return cells(group, row).stream()
                .flatMap(cell -> typed.getOrDefault(cell.key(), List.of()).stream())
                .allMatch(String::isBlank);
    }

    /** All that was typed into a group. */
    public static Map<String, List<String>> of(Field group, Map<String, List<String>> typed) {
        var found = new LinkedHashMap<String, List<String>>();
        if (typed.containsKey(group.key())) found.put(group.key(), typed.get(group.key()));
        IntStream.range(0, opened(group, typed))
                .boxed()
                .flatMap(row -> cells(group, row).stream())
                .forEach(
                        cell ->
                                Optional.ofNullable(typed.get(cell.key()))
                                        .ifPresent(text -> found.put(cell.key(), text)));
        return found;
    }

    /** The answers without a group. */
    public static Map<String, List<String>> without(Field group, Map<String, List<String>> typed) {
        var left = new LinkedHashMap<>(typed);
        left.keySet().removeIf(key -> key.equals(group.key()) || isOf(group, key));
        return left;
    }

    /** Whether a key is of one of the group's cells. */
    public static boolean isOf(Field group, String key) {
        return key.startsWith(group.key() + ".");
    }

    /** The group with an empty row more, if there may be one. */
    public static Map<String, List<String>> added(Field group, Map<String, List<String>> typed) {
        var rows = opened(group, typed);
        return rows < most(group) ? counted(group, typed, rows + 1) : typed;
    }

    /** The group without a row; those behind it move up. */
    public static Map<String, List<String>> removed(
            Field group, int row, Map<String, List<String>> typed) {
        var rows = opened(group, typed);
        if (row < 0 || row >= rows) return typed;
        var left = without(group, typed);
        for (var i = 0; i < rows; i++) {
            if (i == row) continue;
            for (var below : group.fields()) {
                var text = typed.get(key(group, i, below.key()));
                if (text != null) left.put(key(group, i < row ? i : i - 1, below.key()), text);
            }
        }
        return counted(group, left, rows - 1);
    }

    private static Map<String, List<String>> counted(
            Field group, Map<String, List<String>> typed, int rows) {
        var next = new LinkedHashMap<>(typed);
        next.put(group.key(), List.of(String.valueOf(rows)));
        return next;
    }

    /** The answer of one cell of a checked row. */
    public static Optional<Object> cell(Map<?, ?> row, Field below) {
        return Optional.ofNullable(row.get(below.key()));
    }

    /** The rows of a checked answer; none when it is not one. */
    public static List<Map<?, ?>> checked(Object value) {
        return value instanceof Collection<?> several
                        && several.stream().allMatch(Map.class::isInstance)
                ? several.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }
}
