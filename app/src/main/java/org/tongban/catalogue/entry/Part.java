package org.tongban.catalogue.entry;

import java.util.List;

/**
 * One part of an entry, as its tree has it and as the editor asks for it. A part's words stand in
 * the message file under {@code entry.} and its path without the numbers of rows.
 */
public sealed interface Part {

    /** Under which the value stands in the tree. */
    String key();

    /** How a single value is asked for. */
    enum Kind {
        LINE,
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH,
        CHOICE,
        /** Some of a closed list. */
        CHOICES,
        /** A list of texts, one a line. */
        LINES,
        /** Choices of a question, one a line: label, equals sign, value. */
        OPTIONS,
        /** Keys of the rows above this one. */
        ROWS_ABOVE,
        /** A CEL expression, or plain choices that are compiled to one. */
        CONDITION,
        /** Made by the editor when empty; people need not see it. */
        KEY
    }

    /**
     * A single value.
     *
     * @param required stays in the tree when it is empty, so that the check names its place
     * @param values what may be chosen; empty when it is free or depends on the place
     */
    record Leaf(String key, Kind kind, boolean required, List<String> values) implements Part {
        public Leaf {
            values = List.copyOf(values);
        }
    }

    /** Values under one key. */
    record Group(String key, List<Part> parts) implements Part {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A list of rows.
     *
     * @param title key of the part by which people know a row
     */
    record Rows(String key, String title, List<Part> parts) implements Part {
        public Rows {
            parts = List.copyOf(parts);
        }
    }

    static Leaf must(String key, Kind kind, String... values) {
        return new Leaf(key, kind, true, List.of(values));
    }

    static Leaf may(String key, Kind kind, String... values) {
        return new Leaf(key, kind, false, List.of(values));
    }
}
