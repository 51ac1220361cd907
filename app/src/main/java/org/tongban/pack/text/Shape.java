package org.tongban.pack.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a pack may look like. The same description checks what is read, turns it into a
 * tree in which every list is present, and puts a tree back into the order of the format.
 */
public sealed interface Shape {

    /** A text of limited length and form; what looks like a number is a text too. */
    record Text(int longest, Pattern form, String allowed) implements Shape {}

    /** A whole number between two others. */
    record Whole(int least, int most) implements Shape {}

    /** A number, kept as it was written. */
    record Decimal() implements Shape {}

    record Truth() implements Shape {}

    record OneOf(List<String> values) implements Shape {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    record ListOf(Shape item, boolean mayBeEmpty) implements Shape {}

    /** A list, or the word none for an empty one. */
    record ListOrNone(Shape item) implements Shape {}

    /** A mapping with known keys, in the order of the format. */
    record Keyed(Map<String, Key> keys) implements Shape {
        public Keyed {
            keys = new LinkedHashMap<>(keys);
        }
    }

    /** A key of a mapping. */
    record Key(Shape shape, boolean required) {}

    int LONGEST_LINE = 300;
    int LONGEST_TEXT = 2000;
    int LONGEST_LIST = 20_000;

    Pattern ANYTHING = Pattern.compile("(?s).*\\S.*");
    Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    static Shape text() {
        return new Text(LONGEST_LINE, ANYTHING, "不超过 " + LONGEST_LINE + " 个字的文字");
    }

    static Shape longText() {
        return new Text(LONGEST_TEXT, ANYTHING, "不超过 " + LONGEST_TEXT + " 个字的文字");
    }

    /** Used in file names and references. */
    static Shape key() {
        return new Text(64, KEY, "小写字母、数字、连字符，字母开头");
    }

    /** Used in expressions. */
    static Shape name() {
        return new Text(64, NAME, "字母、数字、下划线，字母开头");
    }

    static Shape form(String pattern, String allowed) {
        return new Text(LONGEST_LINE, Pattern.compile(pattern), allowed);
    }

    static Shape oneOf(String... values) {
        return new OneOf(List.of(values));
    }

    static Shape list(Shape item) {
        return new ListOf(item, true);
    }

    static Shape filled(Shape item) {
        return new ListOf(item, false);
    }

    /** Keys and shapes in turn; a key that ends with a question mark may be absent. */
    static Keyed keyed(Object... keysAndShapes) {
        var keys = new LinkedHashMap<String, Key>();
        for (var i = 0; i < keysAndShapes.length; i += 2) {
            var key = (String) keysAndShapes[i];
            var optional = key.endsWith("?");
            keys.put(
                    optional ? key.substring(0, key.length() - 1) : key,
                    new Key((Shape) keysAndShapes[i + 1], !optional));
        }
        return new Keyed(keys);
    }

    /** Receives what does not fit. */
    interface Faults {
        void add(int line, String path, String message, String allowed);
    }

    /** Names everything in the node that does not fit. */
    default void check(Node node, String path, Faults faults) {
        switch (this) {
            case Text(var longest, var form, var allowed) -> {
                var text = node.text().strip();
                if (!(node instanceof Node.Scalar)) {
                    faults.add(node.line(), path, "这里要写文字", allowed);
                } else if (text.isEmpty()) {
                    faults.add(node.line(), path, "没有填写", allowed);
                } else if (text.length() > longest || !form.matcher(text).matches()) {
                    faults.add(node.line(), path, "“" + shortened(text) + "”不合要求", allowed);
                }
            }
            case Whole(var least, var most) -> {
                var text = node.text();
                if (!text.matches("-?\\d{1,9}")
                        || Integer.parseInt(text) < least
                        || Integer.parseInt(text) > most) {
                    faults.add(
                            node.line(),
                            path,
                            "“" + shortened(text) + "”不合要求",
                            least + " 到 " + most + " 的整数");
                }
            }
            case Decimal() -> {
                if (!NUMBER.matcher(node.text()).matches()) {
                    faults.add(node.line(), path, "“" + shortened(node.text()) + "”不是数", "数");
                }
            }
            case Truth() -> {
                if (!node.text().equals("true") && !node.text().equals("false")) {
                    faults.add(
                            node.line(),
                            path,
                            "“" + shortened(node.text()) + "”不合要求",
                            "true、false");
                }
            }
            case OneOf(var values) -> {
                if (!values.contains(node.text())) {
                    faults.add(
                            node.line(),
                            path,
                            "“" + shortened(node.text()) + "”不在表中",
                            String.join("、", values));
                }
            }
            case ListOf(var item, var mayBeEmpty) -> {
                if (!(node instanceof Node.Listing(var items, var line))) {
                    faults.add(node.line(), path, "这里要写列表", "列表");
                } else if (items.isEmpty() && !mayBeEmpty) {
                    faults.add(line, path, "至少要有一项", "");
                } else if (items.size() > LONGEST_LIST) {
                    faults.add(line, path, "太长，最多 " + LONGEST_LIST + " 项", "");
                } else {
                    for (var i = 0; i < items.size(); i++) {
                        item.check(items.get(i), path + "[" + i + "]", faults);
                    }
                }
            }
            case ListOrNone(var item) -> {
                if (!node.text().equals("none")) {
                    if (node instanceof Node.Listing) list(item).check(node, path, faults);
                    else {
                        faults.add(
                                node.line(),
                                path,
                                "“" + shortened(node.text()) + "”不合要求",
                                "none 或者列表");
                    }
                }
            }
            case Keyed(var keys) -> checkKeys(keys, node, path, faults);
        }
    }

    private static void checkKeys(Map<String, Key> keys, Node node, String path, Faults faults) {
        if (!(node instanceof Node.Mapping(var entries, var keyLines, var line))) {
            faults.add(node.line(), path, "这里要写“键: 值”", String.join("、", keys.keySet()));
            return;
        }
        entries.forEach(
                (name, value) -> {
                    var key = keys.get(name);
                    var below = path.isEmpty() ? name : path + "." + name;
                    if (key == null) {
                        faults.add(
                                keyLines.getOrDefault(name, line),
                                below,
                                "没有“" + shortened(name) + "”这个键",
                                String.join("、", keys.keySet()));
                    } else if (key.required() || !isNothing(value)) {
                        key.shape().check(value, below, faults);
                    }
                });
        keys.forEach(
                (name, key) -> {
                    if (key.required() && !entries.containsKey(name)) {
                        faults.add(line, path, "缺少“" + name + "”", "");
                    }
                });
    }

    /** The node, which fits, as a tree of maps, lists, texts, whole numbers and truth values. */
    default @Nullable Object tree(Node node) {
        return switch (this) {
            case Text _, OneOf _ -> node.text().strip();
            case Whole _ -> Integer.valueOf(node.text());
            case Decimal _ -> node.text();
            case Truth _ -> Boolean.valueOf(node.text());
            case ListOf(var item, var _) -> trees(item, node);
            case ListOrNone(var item) -> trees(item, node);
            case Keyed(var keys) -> {
                var tree = new LinkedHashMap<String, @Nullable Object>();
                keys.forEach(
                        (name, key) ->
                                tree.put(
                                        name,
                                        node.at(name)
                                                .filter(value -> !isNothing(value))
                                                .map(value -> key.shape().tree(value))
                                                .orElse(key.shape().absent())));
                yield tree;
            }
        };
    }

    /** What stands for a key that is not there: the empty list, no, or nothing. */
    private @Nullable Object absent() {
        return switch (this) {
            case ListOf _, ListOrNone _ -> List.of();
            case Truth _ -> false;
            case Text _, OneOf _, Whole _, Decimal _, Keyed _ -> null;
        };
    }

    /**
     * A tree in the order of the format, for writing. Optional keys that say nothing are left out.
     */
    default Object written(Object tree) {
        return switch (this) {
            case Text _, OneOf _, Whole _, Truth _ -> tree;
            case Decimal _ -> new BigDecimal(tree.toString());
            case ListOf(var item, var _) ->
                    ((List<?>) tree).stream().map(item::writtenUnchecked).toList();
            case ListOrNone(var item) ->
                    ((List<?>) tree).isEmpty()
                            ? "none"
                            : ((List<?>) tree).stream().map(item::writtenUnchecked).toList();
            case Keyed(var keys) -> {
                var ordered = new LinkedHashMap<String, Object>();
                keys.forEach(
                        (name, key) ->
                                Optional.<Object>ofNullable(((Map<?, ?>) tree).get(name))
                                        .filter(value -> key.required() || !isDefault(value))
                                        .ifPresent(
                                                value ->
                                                        ordered.put(
                                                                name, key.shape().written(value))));
                yield ordered;
            }
        };
    }

    private Object writtenUnchecked(@Nullable Object tree) {
        return tree == null ? "" : written(tree);
    }

    private static boolean isDefault(Object value) {
        return value.equals(List.of()) || value.equals(false) || value.equals(Map.of());
    }

    private static List<Object> trees(Shape item, Node node) {
        var trees = new ArrayList<Object>();
        node.list().forEach(each -> Optional.ofNullable(item.tree(each)).ifPresent(trees::add));
        return trees;
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "……";
    }
}
