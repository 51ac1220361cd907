package org.tongban.catalogue.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.entry.Part.Group;
import org.tongban.catalogue.entry.Part.Kind;
import org.tongban.catalogue.entry.Part.Leaf;
import org.tongban.catalogue.entry.Part.Rows;
import org.tongban.web.Texts;

/**
 * What two versions of an entry say differently, place by place in words. Rows are matched by their
 * key, so that a row moved is not a row changed.
 */
public final class Difference {

    private static final List<Part> INHERITED =
            List.of(
                    new Rows(
                            "legalBasis",
                            "law",
                            List.of(
                                    Part.must("law", Kind.LINE),
                                    Part.may("number", Kind.LINE),
                                    Part.may("article", Kind.LINE),
                                    Part.must("gist", Kind.LINE),
                                    Part.may("since", Kind.LINE))));

    private final Texts texts;
    private final List<Change> found = new ArrayList<>();

    private Difference(Texts texts) {
        this.texts = texts;
    }

    /**
     * One place that differs.
     *
     * @param path in the later version, or in the earlier one for what was taken out
     * @param before empty for what was added
     * @param after empty for what was taken out
     */
    public record Change(String path, String place, String before, String after) {}

    /** All places that differ, in the order of an entry. */
    public static List<Change> between(
            Map<String, Object> before, Map<String, Object> after, Texts texts) {
        var difference = new Difference(texts);
        var old = EntryTree.stated(before);
        var now = EntryTree.stated(after);
        difference.parts(INHERITED, old, now, "", "");
        difference.parts(Section.all(), old, now, "", "");
        return List.copyOf(difference.found);
    }

    private void parts(
            List<Part> parts,
            Map<String, Object> before,
            Map<String, Object> after,
            String path,
            String place) {
        for (var part : parts) {
            var at = path.isEmpty() ? part.key() : path + "." + part.key();
            var name = place.isEmpty() ? label(at) : place + " · " + label(at);
            switch (part) {
                case Leaf leaf -> say(at, name, shown(leaf, at, before), shown(leaf, at, after));
                case Group(var key, var below) ->
                        parts(below, group(before, key), group(after, key), at, name);
                case Rows rows -> rows(rows, before, after, at, name);
            }
        }
    }

    private void rows(
            Rows rows,
            Map<String, Object> before,
            Map<String, Object> after,
            String path,
            String place) {
        var old = byKey(rows, before);
        var now = byKey(rows, after);
        old.forEach(
                (key, row) -> {
                    if (!now.containsKey(key)) {
                        say(path, place, String.valueOf(row.getOrDefault(rows.title(), key)), "");
                    }
                });
        var index = 0;
        for (var entry : now.entrySet()) {
            var row = entry.getValue();
            var title = String.valueOf(row.getOrDefault(rows.title(), entry.getKey()));
            var was = old.get(entry.getKey());
            if (was == null) {
                say(path, place, "", title);
            } else {
                parts(rows.parts(), was, row, path + "[" + index + "]", place + "“" + title + "”");
            }
            index++;
        }
    }

    private static Map<String, Map<String, Object>> byKey(Rows rows, Map<String, Object> tree) {
        var byKey = new LinkedHashMap<String, Map<String, Object>>();
        var index = 0;
        for (var row : EntryTree.rows(tree, rows.key())) {
            var key = String.valueOf(row.getOrDefault("key", row.getOrDefault(rows.title(), "")));
            byKey.putIfAbsent(byKey.containsKey(key) ? key + "#" + index : key, row);
            index++;
        }
        return byKey;
    }

    private static Map<String, Object> group(Map<String, Object> tree, String key) {
        return EntryTree.map(tree.getOrDefault(key, Map.of()));
    }

    private String shown(Leaf leaf, String path, Map<String, Object> tree) {
        if (leaf.kind() == Kind.KEY) return "";
        var value = tree.getOrDefault(leaf.key(), "");
        if (value instanceof List<?> list) {
            return String.join(
                    "；",
                    list.stream()
                            .map(
                                    each ->
                                            each instanceof Map<?, ?> choice
                                                    ? String.valueOf(choice.get("label"))
                                                    : Places.value(path, each, texts))
                            .toList());
        }
        if (value.equals(false)) return "";
        return switch (leaf.kind()) {
            case CHOICE, TRUTH -> Places.value(path, value, texts);
            // What people wrote is shown as they wrote it, even where it looks like a word of ours.
            case LINE, TEXT, WHOLE, DECIMAL, CHOICES, LINES, OPTIONS, ROWS_ABOVE, CONDITION, KEY ->
                    String.valueOf(value);
        };
    }

    private String label(String path) {
        var key = Places.key(path);
        return texts.has(key) ? texts.localize(key) : path;
    }

    private void say(String path, String place, String before, String after) {
        if (!before.equals(after)) found.add(new Change(path, place, before, after));
    }
}
