package org.tongban.casework.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.web.RepeatView;

/**
 * What a page sent of one field: a single answer, or the rows of a group and what to do to them.
 */
public final class SentRows {

    private static final String ADD = "add:";
    private static final String REMOVE = "remove:";
    private static final String FILE = "file:";

    private SentRows() {}

    /** What adding a row to a group sends. */
    static String add(Field group) {
        return ADD + group.key();
    }

    /** What taking a row of a group away sends. */
    static String remove(Field group, int row) {
        return REMOVE + row + ":" + group.key();
    }

    /** What taking a file away sends. */
    static String file(String number, String key) {
        return FILE + number + ":" + key.replaceFirst("\\..*", "");
    }

    /**
     * Puts what was sent of some fields in place of what was there.
     *
     * @param there by field key
     * @param sent by the page's names
     * @param name under which the page sends a field
     */
    public static Map<String, List<String>> merged(
            Map<String, List<String>> there,
            List<Field> fields,
            Map<String, List<String>> sent,
            UnaryOperator<String> name) {
        Map<String, List<String>> typed = new LinkedHashMap<>(there);
        for (var field : fields) {
            if (field.isGroup()) {
                typed = rows(typed, field, sent, name);
            } else {
                typed.put(field.key(), sent.getOrDefault(name.apply(field.key()), List.of()));
            }
        }
        return typed;
    }

    private static Map<String, List<String>> rows(
            Map<String, List<String>> there,
            Field group,
            Map<String, List<String>> sent,
            UnaryOperator<String> name) {
        var typed = new LinkedHashMap<>(FormRows.without(group, there));
        typed.put(group.key(), sent.getOrDefault(name.apply(group.key()), List.of()));
        for (var row = 0; row < FormRows.opened(group, typed); row++) {
            for (var cell : FormRows.cells(group, row)) {
                var text = sent.get(name.apply(cell.key()));
                if (text != null) typed.put(cell.key(), text);
            }
        }
        return typed;
    }

    /**
     * Adds or takes away the row, or takes away the file, that a button asked for: after files that
     * came with the same form were taken, which name the rows as they were.
     */
    public static Map<String, List<String>> acted(
            Map<String, List<String>> typed, List<Field> fields, Map<String, List<String>> sent) {
        var asked = act(sent).orElse("");
        if (asked.startsWith(FILE)) {
            var left = new LinkedHashMap<>(typed);
            left.replaceAll(
                    (_, answer) ->
                            answer.stream()
                                    .filter(one -> !asked.startsWith(FILE + one + ":"))
                                    .toList());
            return left;
        }
        for (var group : fields) {
            if (!group.isGroup()) continue;
            if (asked.equals(add(group))) return FormRows.added(group, typed);
            for (var row = 0; row < FormRows.opened(group, typed); row++) {
                if (asked.equals(remove(group, row))) return FormRows.removed(group, row, typed);
            }
        }
        return typed;
    }

    /** What was asked to be done to rows; empty when the form itself was sent. */
    public static Optional<String> act(Map<String, List<String>> sent) {
        return sent.getOrDefault(RepeatView.ACT, List.of()).stream().findFirst();
    }

    /** Whether a row was added. */
    public static boolean adds(Map<String, List<String>> sent) {
        return act(sent).filter(asked -> asked.startsWith(ADD)).isPresent();
    }

    /** The key of the group whose rows were changed. */
    public static Optional<String> changed(Map<String, List<String>> sent) {
        return act(sent).map(act -> act.substring(act.lastIndexOf(':') + 1));
    }
}
