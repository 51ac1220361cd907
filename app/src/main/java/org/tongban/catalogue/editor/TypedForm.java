package org.tongban.catalogue.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.Part.Leaf;
import org.tongban.catalogue.entry.PlainCondition;
import org.tongban.web.Typed;

/**
 * What a page of the editor sent. The name of a box is the path of its place; a number that is none
 * stays as the text that was typed, and the check says so at its place.
 */
record TypedForm(Map<String, String[]> parameters) implements EntryTree.Typed {

    /** Longer texts are cut; the longest that a pack takes has 2,000 characters. */
    private static final int LONGEST = 4000;

    private static final int MOST_LINES = 200;

    @Override
    public int rows(String path) {
        return Typed.integer(first("n:" + path)).map(Number::intValue).orElse(0);
    }

    @Override
    public Optional<Object> value(Leaf leaf, String path) {
        return switch (leaf.kind()) {
            case LINE, TEXT, KEY -> text(leaf, first(path).strip());
            case CHOICE -> choice(leaf, path);
            case WHOLE -> whole(leaf, first(path));
            case DECIMAL -> decimal(leaf, first(path));
            case TRUTH -> first(path).equals("yes") ? Optional.of((Object) true) : Optional.empty();
            case CHOICES, ROWS_ABOVE -> list(leaf, all(path));
            case LINES -> list(leaf, lines(first(path)));
            case OPTIONS -> options(leaf, lines(first(path)));
            case CONDITION -> text(leaf, condition(path));
        };
    }

    private static Optional<Object> text(Leaf leaf, String typed) {
        return typed.isEmpty() && !leaf.required() ? Optional.empty() : Optional.of(typed);
    }

    private Optional<Object> choice(Leaf leaf, String path) {
        var typed = first(path);
        return leaf.key().equals("level") ? whole(leaf, typed) : text(leaf, typed);
    }

    private static Optional<Object> whole(Leaf leaf, String typed) {
        return Typed.integer(typed)
                .filter(number -> number.bitLength() < Integer.SIZE)
                .<Optional<Object>>map(number -> Optional.of(number.intValue()))
                .orElseGet(() -> text(leaf, typed.strip()));
    }

    private static Optional<Object> decimal(Leaf leaf, String typed) {
        return Typed.money(typed)
                .or(() -> Typed.decimal(typed))
                .<Optional<Object>>map(number -> Optional.of(number.toPlainString()))
                .orElseGet(() -> text(leaf, typed.strip()));
    }

    private static Optional<Object> list(Leaf leaf, List<String> values) {
        return values.isEmpty() && !leaf.required() ? Optional.empty() : Optional.of(values);
    }

    /** One choice a line: 餐馆、小吃店 = restaurant; a line without a value is given one. */
    private static Optional<Object> options(Leaf leaf, List<String> lines) {
        var options = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            var parted = Typed.tidy(line).lastIndexOf('=');
            var option = new LinkedHashMap<String, Object>();
            var value = parted < 0 ? "" : Typed.tidy(line).substring(parted + 1).strip();
            option.put("value", value.isEmpty() ? "c" + (options.size() + 1) : value);
            option.put(
                    "label",
                    parted < 0 ? line : line.substring(0, line.lastIndexOf(sign(line))).strip());
            options.add(option);
        }
        return options.isEmpty() && !leaf.required() ? Optional.empty() : Optional.of(options);
    }

    /** An equals sign as the keyboard made it. */
    private static char sign(String line) {
        return line.lastIndexOf('=') >= 0 ? '=' : '＝';
    }

    private String condition(String path) {
        var expression = first(path + ":cel").strip();
        if (!expression.isEmpty()) return expression;
        var answers = new LinkedHashMap<String, List<String>>();
        parameters.keySet().stream()
                .filter(name -> name.startsWith(path + ":is:"))
                .forEach(name -> answers.put(name.substring((path + ":is:").length()), all(name)));
        return new PlainCondition(answers).cel();
    }

    private List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
    }

    private String first(String name) {
        var values = parameters.get(name);
        if (values == null || values.length == 0) return "";
        // Browsers end lines with two characters.
        var typed = values[0].replace("\r\n", "\n");
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }

    private List<String> all(String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .toList();
    }
}
