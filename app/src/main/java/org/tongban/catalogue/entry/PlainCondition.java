package org.tongban.catalogue.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition that people can tick: for each question some of its answers, one of which must be
 * given; all questions named must agree. Compiled to CEL and recognised again.
 *
 * @param answers by the path of the question, such as {@code situation.kind}, in a stable order; no
 *     list is empty
 */
public record PlainCondition(Map<String, List<String>> answers) {

    private static final Pattern ONE =
            Pattern.compile(
                    "((?:situation|form)\\.[A-Za-z][A-Za-z0-9_]{0,63}) == (?:'([A-Za-z0-9_-]{1,64})'|(true|false))");

    public PlainCondition {
        var kept = new LinkedHashMap<String, List<String>>();
        answers.forEach(
                (path, values) -> {
                    if (!values.isEmpty()) kept.put(path, List.copyOf(values));
                });
        answers = java.util.Collections.unmodifiableMap(kept);
    }

    /** The expression; empty when nothing is named, which means always. */
    public String cel() {
        return answers.entrySet().stream()
                .map(entry -> anyOf(entry.getKey(), entry.getValue(), answers.size() > 1))
                .collect(Collectors.joining(" && "));
    }

    /**
     * Recognises an expression that consists of such choices only. Spaces must stand as {@link
     * #cel} writes them; anything else is an expression for experts.
     */
    public static Optional<PlainCondition> read(String cel) {
        if (cel.isBlank()) return Optional.of(new PlainCondition(Map.of()));
        var answers = new LinkedHashMap<String, List<String>>();
        for (var clause : cel.strip().split(" && ", -1)) {
            var inner =
                    clause.startsWith("(") && clause.endsWith(")")
                            ? clause.substring(1, clause.length() - 1)
                            : clause;
            var path = "";
            var values = new ArrayList<String>();
            for (var alternative : inner.split(" \\|\\| ", -1)) {
                var one = ONE.matcher(alternative);
                if (!one.matches() || !(path.isEmpty() || path.equals(one.group(1)))) {
                    return Optional.empty();
                }
                path = one.group(1);
                values.add(one.group(2) == null ? one.group(3) : one.group(2));
            }
            if (answers.putIfAbsent(path, values) != null) return Optional.empty();
        }
        var read = new PlainCondition(answers);
        // Brackets that did not enclose the whole clause do not come out the same.
        return read.cel().equals(cel.strip()) ? Optional.of(read) : Optional.empty();
    }

    private static String anyOf(String path, List<String> values, boolean besideOthers) {
        var any =
                values.stream()
                        .map(value -> path + " == " + literal(value))
                        .collect(Collectors.joining(" || "));
        return values.size() > 1 && besideOthers ? "(" + any + ")" : any;
    }

    private static String literal(String value) {
        return value.equals("true") || value.equals("false") ? value : "'" + value + "'";
    }
}
