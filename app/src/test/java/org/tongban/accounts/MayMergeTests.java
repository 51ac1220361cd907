package org.tongban.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.law.MarkdownTable;

/** The table of law/practice/merge.md, row by row. */
@Tag("D1")
class MayMergeTests {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/merge.md");
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void answersAsTheTableSays(Map<String, String> given) {
        var gone = cell(given, "same record").equals("yes") ? ONE : OTHER;
        var name = cell(given, "same name").equals("yes") ? "何某丹" : "何某单";
        var before = cell(given, "before");

        var bar =
                MayMerge.bar(
                        new MayMerge.Side(
                                new Person(ONE, "何某丹", RealName.WINDOW),
                                before.equals("kept merged"),
                                false),
                        new MayMerge.Side(
                                new Person(gone, name, RealName.DECLARED),
                                before.equals("gone merged"),
                                before.equals("gone has one")),
                        cell(given, "bound").equals("yes"));

        assertThat(bar.map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse(""))
                .as(cell(given, "why"))
                .isEqualTo(cell(given, "bar"));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
