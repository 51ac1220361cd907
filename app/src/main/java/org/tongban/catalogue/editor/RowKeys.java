package org.tongban.catalogue.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.catalogue.entry.EntryTree;

/** Gives new rows a key, so that people need not think of one. A key once given stays. */
final class RowKeys {

    private RowKeys() {}

    static Map<String, Object> give(Map<String, Object> tree) {
        var keyed = new LinkedHashMap<>(tree);
        give(keyed, "questions", "q", new HashSet<>());
        give(keyed, "materials", "m", new HashSet<>());
        give(keyed, "steps", "s", new HashSet<>());
        var pages = new ArrayList<Map<String, Object>>();
        var taken = new HashSet<String>();
        var before = EntryTree.rows(keyed, "form");
        before.forEach(
                page -> EntryTree.rows(page, "fields").forEach(field -> taken.add(key(field))));
        for (var page : before) {
            var whole = new LinkedHashMap<>(page);
            give(whole, "fields", "f", taken);
            if (whole.containsKey("fields")) {
                whole.put(
                        "fields",
                        EntryTree.rows(whole, "fields").stream().map(RowKeys::withCells).toList());
            }
            pages.add(whole);
        }
        if (keyed.containsKey("form")) keyed.put("form", pages);
        EntryTree.at(keyed, "handling.automatic")
                .ifPresent(
                        standing -> {
                            var automatic = new LinkedHashMap<>(EntryTree.map(standing));
                            give(automatic, "rules", "r", new HashSet<>());
                            var handling =
                                    new LinkedHashMap<>(
                                            EntryTree.map(
                                                    keyed.getOrDefault("handling", Map.of())));
                            handling.put("automatic", automatic);
                            keyed.put("handling", handling);
                        });
        return keyed;
    }

    /** The questions of a group's rows are told apart within it. */
    private static Map<String, Object> withCells(Map<String, Object> field) {
        var whole = new LinkedHashMap<>(field);
        give(whole, "fields", "c", new HashSet<>());
        return whole;
    }

    private static void give(
            Map<String, Object> tree, String list, String letter, Set<String> taken) {
        if (!tree.containsKey(list)) return;
        var before = EntryTree.rows(tree, list);
        before.forEach(row -> taken.add(key(row)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var row : before) {
            var whole = new LinkedHashMap<>(row);
            if (key(row).isEmpty()) {
                var number = 1;
                while (!taken.add(letter + number)) number++;
                whole.put("key", letter + number);
            }
            rows.add(whole);
        }
        tree.put(list, rows);
    }

    private static String key(Map<String, Object> row) {
        return String.valueOf(row.getOrDefault("key", ""));
    }
}
