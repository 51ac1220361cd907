package org.tongban.casework.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.catalogue.ItemDefinition.Source;
import org.tongban.law.MarkdownTable;

/** The table of law/practice/materials.md, row by row. */
@Tag("D3")
class KeepingTests {

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/materials.md");
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void gradesAsTheTableSays(Map<String, String> given) {
        var source =
                Source.valueOf(cell(given, "source").toUpperCase(Locale.ROOT).replace(' ', '_'));

        var grade =
                Keeping.grade(
                        source,
                        cell(given, "original").equals("yes"),
                        cell(given, "issued").equals("yes"));

        assertThat(grade.name()).as(cell(given, "why")).isEqualTo(cell(given, "grade"));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
