package org.tongban.catalogue.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.entry.Part.Group;
import org.tongban.catalogue.entry.Part.Leaf;
import org.tongban.catalogue.entry.Part.Rows;

/**
 * A draft's tree made whole, so that it can be shown as people will meet it: lists that were never
 * opened are empty, and what is still missing is named as missing. Nothing that is missing here can
 * be published, because the check looks at the tree as it is.
 */
public final class FilledTree {

    private final String missing;

    private FilledTree(String missing) {
        this.missing = missing;
    }

    /**
     * The whole tree.
     *
     * @param missing stands where a text is still to be written
     */
    public static Map<String, Object> of(Map<String, Object> tree, String missing) {
        var filled = new FilledTree(missing).parts(Section.all(), tree);
        filled.putIfAbsent("name", missing);
        for (var inherited : List.of("legalBasis")) filled.putIfAbsent(inherited, List.of());
        filled.put("steps", decided(EntryTree.rows(filled, "steps"), missing));
        return filled;
    }

    private Map<String, Object> parts(List<Part> parts, Map<String, Object> tree) {
        var filled = new LinkedHashMap<>(tree);
        for (var part : parts) {
            switch (part) {
                case Leaf leaf -> leaf(filled, leaf);
                case Group(var key, var below) -> {
                    if (!filled.containsKey(key)
                            && below.stream().noneMatch(FilledTree::isNeeded)) {
                        continue;
                    }
                    var group = parts(below, EntryTree.map(filled.getOrDefault(key, Map.of())));
                    if (!group.isEmpty()) filled.put(key, group);
                }
                case Rows(var key, var _, var below) ->
                        filled.put(
                                key,
                                EntryTree.rows(filled, key).stream()
                                        .map(row -> parts(below, row))
                                        .toList());
            }
        }
        return filled;
    }

    /** What an entry may do without is not made up for the eye. */
    private static boolean isNeeded(Part part) {
        return switch (part) {
            case Leaf leaf -> leaf.required();
            case Group(var _, var below) -> below.stream().anyMatch(FilledTree::isNeeded);
            case Rows _ -> false;
        };
    }

    private void leaf(Map<String, Object> filled, Leaf leaf) {
        var value = filled.getOrDefault(leaf.key(), "");
        switch (leaf.kind()) {
            case LINE, TEXT, DECIMAL, CONDITION -> {
                if (leaf.required() && value.toString().isBlank()) filled.put(leaf.key(), missing);
            }
            case WHOLE -> {
                if (value instanceof Integer) return;
                if (leaf.required() || (leaf.values().isEmpty() && leaf.key().equals("level"))) {
                    filled.put(leaf.key(), 0);
                } else {
                    filled.remove(leaf.key());
                }
            }
            case TRUTH -> filled.put(leaf.key(), value.equals(true));
            case CHOICE -> {
                if (!value.toString().isBlank()) return;
                if (leaf.required()) {
                    filled.put(
                            leaf.key(),
                            leaf.key().equals("level")
                                    ? (Object) 0
                                    : leaf.values().isEmpty() ? missing : leaf.values().getFirst());
                } else {
                    filled.remove(leaf.key());
                }
            }
            case CHOICES, LINES, OPTIONS, ROWS_ABOVE -> {
                if (!(value instanceof List)) filled.put(leaf.key(), List.of());
            }
            case KEY -> {
                if (value.toString().isBlank()) filled.put(leaf.key(), "x");
            }
        }
    }

    /** Every entry ends with a decision. */
    private static List<Object> decided(List<Map<String, Object>> steps, String missing) {
        var whole = new ArrayList<Object>(steps);
        if (steps.isEmpty() || !"decision".equals(steps.getLast().get("kind"))) {
            whole.add(
                    Map.of(
                            "key",
                            "x-decide",
                            "name",
                            missing,
                            "post",
                            "",
                            "kind",
                            "decision",
                            "days",
                            0,
                            "after",
                            List.of()));
        }
        return whole;
    }
}
