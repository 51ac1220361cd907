package org.tongban.packages.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.packages.PackageDefinition;

/**
 * A package as rows of a form: what it is called, the questions about the situation, the items, and
 * who waits for whom. Everything is kept as it was typed.
 *
 * @param typed by the name of the box; a box of a row is {@code i3.item}
 */
record PackageRows(Map<String, String> typed) {

    /** Rows without anything in them that are offered below those that are used. */
    static final int SPARE = 2;

    /** More than any package has; a form with more was not made by this page. */
    static final int MOST = 60;

    static final String ALWAYS = "always";

    /** A condition that the form cannot show stays as it was written. */
    static final String AS_WRITTEN = "as-written";

    private static final Pattern ONE_ANSWER =
            Pattern.compile("situation\\.([A-Za-z0-9_]+) == '([^']*)'");

    PackageRows {
        typed = Map.copyOf(typed);
    }

    static PackageRows of(Map<String, String[]> parameters) {
        var typed = new LinkedHashMap<String, String>();
        parameters.forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        return new PackageRows(typed);
    }

    /** The rows that show a package as it is. */
    static PackageRows of(PackageDefinition pack) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("key", pack.key());
        typed.put("name", pack.name());
        typed.put("summary", pack.summary());
        typed.put("lead", pack.lead());
        typed.put(
                "audience",
                pack.audience().stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("-")));
        typed.put("limitDays", String.valueOf(pack.limitDays()));
        typed.put("visits", String.valueOf(pack.visits()));
        typed.put("handOut", pack.handOut().name());
        for (var at = 0; at < pack.questions().size(); at++) {
            var question = pack.questions().get(at);
            typed.put("q" + at + ".key", question.key());
            typed.put("q" + at + ".text", question.text());
            typed.put(
                    "q" + at + ".choices",
                    question.choices().stream()
                            .map(Choice::label)
                            .collect(Collectors.joining("\n")));
        }
        var need = 0;
        for (var at = 0; at < pack.items().size(); at++) {
            var member = pack.items().get(at);
            typed.put("i" + at + ".item", member.item());
            typed.put("i" + at + ".when", shown(member.when() == null ? "" : member.when()));
            typed.put("i" + at + ".optional", member.optional() ? "yes" : "no");
            if (member.stage() != null) typed.put("i" + at + ".stage", member.stage());
            for (var waits : member.needs()) {
                typed.put("n" + need + ".item", member.item());
                typed.put("n" + need + ".on", waits.on());
                need++;
            }
        }
        return new PackageRows(typed);
    }

    /** A condition as an entry of the list to choose from. */
    private static String shown(String when) {
        if (when.isEmpty()) return ALWAYS;
        var one = ONE_ANSWER.matcher(when);
        return one.matches() ? answer(one.group(1), one.group(2)) : AS_WRITTEN;
    }

    /** The entry for one answer to one question. */
    static String answer(String question, String value) {
        return question + "=" + value;
    }

    String at(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    /** Numbers of the rows of one sort that hold something, and of the spare ones behind them. */
    List<Integer> rows(String sort, String box) {
        var last =
                IntStream.range(0, MOST)
                        .filter(row -> !at(sort + row + "." + box).isEmpty())
                        .max()
                        .orElse(-1);
        return IntStream.range(0, Math.min(MOST, last + 1 + SPARE)).boxed().toList();
    }

    /** Those of them that hold something. */
    List<Integer> used(String sort, String box) {
        return rows(sort, box).stream()
                .filter(row -> !at(sort + row + "." + box).isEmpty())
                .toList();
    }

    List<Audience> audience() {
        return switch (at("audience")) {
            case "person" -> List.of(Audience.PERSON);
            case "firm" -> List.of(Audience.FIRM);
            case "person-firm", "firm-person" -> List.of(Audience.PERSON, Audience.FIRM);
            default -> List.of();
        };
    }
}
