package org.tongban.catalogue.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.entry.Part.Group;
import org.tongban.catalogue.entry.Part.Leaf;
import org.tongban.catalogue.entry.Part.Rows;

/**
 * The tree of an entry, in the shape of a pack's file. Never changed in place: every method answers
 * a new tree. What was typed stays in it even when it is wrong; the check names its place.
 */
public final class EntryTree {

    /** More rows than this are refused; the longest real form has some forty fields. */
    public static final int MOST_ROWS = 200;

    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[(\\d{1,4})]");

    /** One step to a list: a key, with the number of a row where it leads through one. */
    private static final Pattern LIST_STEP = Pattern.compile("([A-Za-z]+)(\\[\\d{1,4}])?");

    /** Stands where an entry has no such part. */
    private static final Part NOTHING = Part.may("", Part.Kind.LINE);

    private EntryTree() {}

    /** The tree of a published definition; what it does not say is not in it. */
    public static Map<String, Object> of(ItemDefinition item) {
        return stated(ItemJson.tree(item));
    }

    /** The tree without what it does not say. */
    public static Map<String, Object> stated(Map<String, Object> tree) {
        return map(statedValue(tree));
    }

    private static Object statedValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            var kept = new LinkedHashMap<String, Object>();
            map.forEach(
                    (key, below) -> {
                        if (below != null) kept.put(key.toString(), statedValue(below));
                    });
            return kept;
        }
        return value instanceof List<?> list
                ? list.stream().map(EntryTree::statedValue).toList()
                : value;
    }

    /** What stands at a path such as {@code materials[0].name}; empty when nothing does. */
    public static Optional<Object> at(Object tree, String path) {
        Object here = tree;
        var steps = STEP.matcher(path);
        while (steps.find()) {
            @Nullable Object next = null;
            if (steps.group(1) != null && here instanceof Map<?, ?> map) {
                next = map.get(steps.group(1));
            } else if (steps.group(2) != null && here instanceof List<?> list) {
                var index = Integer.parseInt(steps.group(2));
                next = index < list.size() ? list.get(index) : null;
            }
            if (next == null) return Optional.empty();
            here = next;
        }
        return Optional.of(here);
    }

    /** The text at a path; empty for nothing. */
    public static String text(Object tree, String path) {
        return at(tree, path)
                .filter(value -> !(value instanceof Map) && !(value instanceof List))
                .map(String::valueOf)
                .orElse("");
    }

    /** The rows at a path; none when nothing is there. */
    public static List<Map<String, Object>> rows(Object tree, String path) {
        var rows = new ArrayList<Map<String, Object>>();
        if (at(tree, path).orElse(List.of()) instanceof List<?> list) {
            list.forEach(row -> rows.add(map(row)));
        }
        return rows;
    }

    /** The tree with the parts of one page as they were typed, in place of what was there. */
    public static Map<String, Object> with(
            Map<String, Object> tree, List<Part> parts, Typed typed) {
        var changed = new LinkedHashMap<>(tree);
        for (var part : parts) put(changed, part, part.key(), typed, tree);
        return changed;
    }

    /** What a form sent, by the paths of the tree. */
    public interface Typed {
        /** The value typed at a place, in the form in which the tree keeps it. */
        Optional<Object> value(Leaf leaf, String path);

        /** How many rows the form had at a place. */
        int rows(String path);
    }

    private static void put(
            Map<String, Object> into,
            Part part,
            String path,
            Typed typed,
            Map<String, Object> before) {
        switch (part) {
            case Leaf leaf ->
                    typed.value(leaf, path)
                            .ifPresentOrElse(
                                    value -> into.put(leaf.key(), value),
                                    () -> into.remove(leaf.key()));
            case Group(var key, var parts) -> {
                var group = new LinkedHashMap<>(map(into.getOrDefault(key, Map.of())));
                for (var below : parts) {
                    put(group, below, path + "." + below.key(), typed, before);
                    // A group that has no rows is not there for their sake.
                    if (below instanceof Rows && List.of().equals(group.get(below.key()))) {
                        group.remove(below.key());
                    }
                }
                if (group.isEmpty()) into.remove(key);
                else into.put(key, group);
            }
            case Rows(var key, var _, var parts) -> {
                var rows = new ArrayList<Object>();
                for (var i = 0; i < Math.min(typed.rows(path), MOST_ROWS); i++) {
                    var at = path + "[" + i + "]";
                    var row = new LinkedHashMap<String, Object>();
                    for (var below : parts) put(row, below, at + "." + below.key(), typed, before);
                    rows.add(row);
                }
                into.put(key, rows);
            }
        }
    }

    /** The tree with an empty row more at the end of a list. */
    public static Map<String, Object> added(Map<String, Object> tree, String path) {
        return withRows(
                tree,
                path,
                rows -> {
                    if (rows.size() < MOST_ROWS) rows.add(new LinkedHashMap<String, Object>());
                });
    }

    /** The tree without a row, such as {@code materials[2]}. */
    public static Map<String, Object> removed(Map<String, Object> tree, String row) {
        return withRows(
                tree,
                listOf(row),
                rows -> {
                    if (indexOf(row) < rows.size()) rows.remove(indexOf(row));
                });
    }

    /** The tree with a row moved by one place; at the end of the list nothing moves. */
    public static Map<String, Object> moved(Map<String, Object> tree, String row, int by) {
        return withRows(
                tree,
                listOf(row),
                rows -> {
                    var from = indexOf(row);
                    var to = from + by;
                    if (from < rows.size() && to >= 0 && to < rows.size()) {
                        rows.add(to, rows.remove(from));
                    }
                });
    }

    private interface RowChange {
        void on(List<Object> rows);
    }

    private static Map<String, Object> withRows(
            Map<String, Object> tree, String path, RowChange change) {
        if (!isList(path)) return tree;
        var rows = new ArrayList<Object>(rows(tree, path));
        change.on(rows);
        return map(replaced(tree, path, rows));
    }

    /** Whether an entry has a list of rows there; anything else was not sent by our pages. */
    private static boolean isList(String path) {
        var parts = Section.all();
        var steps = path.split("\\.", -1);
        for (var i = 0; i < steps.length; i++) {
            var step = LIST_STEP.matcher(steps[i]);
            if (!step.matches()) return false;
            var found = parts.stream().filter(part -> part.key().equals(step.group(1))).findFirst();
            // A row has a number, and whatever is not the last step leads on.
            var last = i == steps.length - 1;
            var numbered = step.group(2) != null;
            switch (found.orElse(NOTHING)) {
                case Leaf _ -> {
                    return false;
                }
                case Group(var _, var below) -> {
                    if (last || numbered) return false;
                    parts = below;
                }
                case Rows(var _, var _, var below) -> {
                    if (last) return !numbered;
                    if (!numbered) return false;
                    parts = below;
                }
            }
        }
        return false;
    }

    private static Object replaced(Object tree, String path, Object value) {
        var step = STEP.matcher(path);
        if (!step.lookingAt()) return value;
        var rest = path.substring(step.end()).replaceFirst("^\\.", "");
        if (step.group(1) != null) {
            var map = new LinkedHashMap<>(map(tree));
            var key = step.group(1);
            map.put(key, replaced(map.getOrDefault(key, List.of()), rest, value));
            return map;
        }
        var list = tree instanceof List<?> rows ? new ArrayList<Object>(rows) : new ArrayList<>();
        var index = Integer.parseInt(step.group(2));
        if (index < list.size()) list.set(index, replaced(list.get(index), rest, value));
        return list;
    }

    private static String listOf(String row) {
        return row.replaceFirst("\\[\\d{1,4}]$", "");
    }

    private static int indexOf(String row) {
        var digits = row.replaceFirst("^.*\\[(\\d{1,4})]$", "$1");
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    @SuppressWarnings("unchecked") // Every mapping of a tree has texts for keys.
    public static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}
