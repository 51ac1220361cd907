package org.tongban.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.law.MarkdownTable;

/** The table of law/practice/guardians.md, row by row. */
@Tag("D1")
class GuardianRulingTests {

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/guardians.md");
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void rulesAsTheTableSays(Map<String, String> given) {
        var paper = cell(given, "paper");

        var ruling =
                GuardianRuling.of(
                        GuardianRegister.Says.valueOf(constant(cell(given, "register"))),
                        paper.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Guardianship.Paper.valueOf(constant(paper))));

        assertThat(ruling.name()).as(cell(given, "why")).isEqualTo(constant(cell(given, "ruling")));
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
