package org.tongban.pack.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file that knows the line it stands on. */
public sealed interface Node {

    int line();

    /** A text, number, truth value or nothing, as it was written. */
    record Scalar(String text, Kind kind, int line) implements Node {}

    /** What a scalar was written as. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /** Values in their order. */
    record Listing(List<Node> items, int line) implements Node {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** Values by key, in the order of the file. */
    record Mapping(Map<String, Node> entries, Map<String, Integer> keyLines, int line)
            implements Node {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
            keyLines = Map.copyOf(keyLines);
        }
    }

    /** The value under a key; empty when this is no mapping or has no such key. */
    default Optional<Node> at(String key) {
        return this instanceof Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key))
                : Optional.empty();
    }

    /** The text under a key; empty when there is none. */
    default String text(String key) {
        return at(key).map(Node::text).orElse("");
    }

    /** The text of a scalar; empty for anything else and for nothing. */
    default String text() {
        return this instanceof Scalar scalar && scalar.kind() != Kind.NOTHING ? scalar.text() : "";
    }

    /** The whole number under a key, 0 when there is none. */
    default int whole(String key) {
        var text = text(key);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The values of the list under a key; none when there is none. */
    default List<Node> list(String key) {
        return at(key).map(Node::list).orElse(List.of());
    }

    /** The values of a list; none for anything else. */
    default List<Node> list() {
        return this instanceof Listing listing ? listing.items() : List.of();
    }

    /** The line of the value under a key, else of this. */
    default int lineOf(String key) {
        return at(key).map(Node::line).orElse(line());
    }
}
