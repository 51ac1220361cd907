package org.tongban.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.law.MarkdownTable;

/** The worked examples of {@code law/codes}. */
class CodeTablesTests {

    static List<Map<String, String>> citizens() {
        return MarkdownTable.rows("/law/codes/gb11643.md");
    }

    static List<Map<String, String>> organisations() {
        return MarkdownTable.rows("/law/codes/gb32100.md");
    }

    static List<Map<String, String>> certificates() {
        return MarkdownTable.rows("/law/codes/gb36904.md");
    }

    static List<Map<String, String>> items() {
        return MarkdownTable.rows("/law/codes/items.md");
    }

    @ParameterizedTest
    @MethodSource("citizens")
    void answersToANumberOfACitizen(Map<String, String> row) {
        assertThat(answer(CitizenId.read(cell(row, "number"))))
                .as(cell(row, "why"))
                .isEqualTo(cell(row, "answer"));
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void answersToACodeOfAnOrganisation(Map<String, String> row) {
        assertThat(answer(CreditCode.read(cell(row, "code"))))
                .as(cell(row, "why"))
                .isEqualTo(cell(row, "answer"));
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void flagsOnImportWhatItRefusesOnEntry(Map<String, String> row) {
        var imported = CreditCode.imported(cell(row, "code"));

        assertThat(imported.isSound()).isEqualTo(cell(row, "answer").equals("valid"));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void keepsAnIdentifierOfACertificateWithItsFlags(Map<String, String> row) {
        var imported = CertificateIdentifier.imported(cell(row, "identifier"));

        assertThat(imported.value()).isEqualTo(cell(row, "identifier"));
        assertThat(
                        imported.flags().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")))
                .as(cell(row, "why"))
                .isEqualTo(cell(row, "flags"));
        assertThat(CertificateIdentifier.read(cell(row, "identifier")).isValid())
                .isEqualTo(imported.isSound());
    }

    @ParameterizedTest
    @MethodSource("items")
    void tellsTheSchemeOfACodeOfAnItem(Map<String, String> row) {
        var read = ItemCode.read(cell(row, "code"));

        assertThat(
                        read.value()
                                .map(code -> code.codeScheme().name())
                                .orElseGet(() -> read.fault().orElseThrow().name()))
                .as(cell(row, "why"))
                .isEqualTo(cell(row, "answer"));
    }

    private static String answer(Parsed<?> parsed) {
        return parsed.fault().map(Enum::name).orElse("valid");
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
