package org.tongban.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.law.MarkdownTable;

/** The table of law/practice/mandate.md, row by row. */
@Tag("D1")
class MayActTests {

    private static final Scope.Service SERVICE =
            new Scope.Service("food-business-new", List.of("准营准办"));

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/mandate.md");
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void answersAsTheTableSays(Map<String, String> given) {
        var known = RealName.valueOf(cell(given, "known").toUpperCase(Locale.ROOT));
        var today = LocalDate.parse(cell(given, "today"));

        var bar = MayAct.bar(bond(given), known, Optional.of(SERVICE), today);

        assertThat(bar.map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse(""))
                .as(given.toString())
                .isEqualTo(cell(given, "bar"));
    }

    private static Bond bond(Map<String, String> given) {
        return switch (cell(given, "bond")) {
            case "representative" -> new Bond.Representative();
            case "guardian" ->
                    new Bond.Guardian(
                            LocalDate.parse(cell(given, "born")),
                            cell(given, "ended").equals("yes"));
            default ->
                    new Bond.Mandated(
                            scope(cell(given, "scope")),
                            LocalDate.parse(cell(given, "from")),
                            Optional.of(cell(given, "until"))
                                    .filter(day -> !day.isEmpty())
                                    .map(LocalDate::parse),
                            cell(given, "ended").equals("yes"));
        };
    }

    private static Scope scope(String words) {
        var parts = words.split(" ", 2);
        return switch (parts[0]) {
            case "item" -> new Scope.OfItem(parts[1]);
            case "theme" -> new Scope.OfTheme(parts[1]);
            default -> new Scope.Everything();
        };
    }

    private static String cell(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).orElseThrow();
    }
}
