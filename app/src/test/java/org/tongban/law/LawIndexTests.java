package org.tongban.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the folder {@code law/} and the code together, in both directions. */
class LawIndexTests {

    private static final Pattern QUESTION = Pattern.compile("Q-\\d{3}");

    private static final LawIndex INDEX = LawIndex.read();
    private static final List<LegalBasis> CITATIONS = citations();

    @Test
    void everyIdCitedIsToldInTheFolder() {
        var told = ids(INDEX.requirements().stream());

        var cited = new TreeSet<>(cited());
        cited.removeAll(told);

        assertThat(cited).as("cited in the code, told by no file of law/").isEmpty();
    }

    @Test
    void everyRequirementCarriedOutIsCited() {
        var carriedOut =
                ids(
                        INDEX.requirements().stream()
                                .filter(r -> r.status() == Requirement.Status.CARRIED_OUT));

        carriedOut.removeAll(cited());

        assertThat(carriedOut).as("marked 'carried out', cited by no class").isEmpty();
    }

    @Test
    void noRequirementLeftOutIsCited() {
        var leftOut =
                ids(
                        INDEX.requirements().stream()
                                .filter(r -> r.status() == Requirement.Status.NOT_MODELLED));

        leftOut.retainAll(cited());

        assertThat(leftOut).as("cited by a class, yet marked 'not modelled'").isEmpty();
    }

    @Test
    void everyQuestionCitedWasAsked() {
        var citedInFiles =
                LawIndex.files().stream().map(MarkdownTable::text).flatMap(text -> questions(text));
        var citedInCode = CITATIONS.stream().flatMap(basis -> questions(basis.reading()));

        assertThat(Stream.concat(citedInFiles, citedInCode))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(INDEX.question(id)).as(id).isPresent());
    }

    @Test
    void theTableOfContentsListsEveryFile() throws IOException {
        var folder = Path.of(System.getProperty("tongban.root", ".."), "law");

        try (var files = Files.walk(folder)) {
            var found =
                    files.filter(file -> file.toString().endsWith(".md"))
                            .map(file -> "/law/" + folder.relativize(file).toString())
                            .filter(name -> !name.equals("/law/README.md"))
                            .filter(name -> !name.equals("/law/questions.md"))
                            .toList();

            assertThat(LawIndex.files()).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void findsARequirementByItsId() {
        assertThat(INDEX.requirement("licensing/42/1"))
                .hasValueSatisfying(
                        requirement -> {
                            assertThat(requirement.words()).contains("twenty days");
                            assertThat(requirement.resource()).isEqualTo("/law/licensing/42.md");
                        });
        assertThat(INDEX.requirement("licensing/999")).isEmpty();
    }

    @Test
    void numbersTheQuestionsWithoutAGap() {
        assertThat(INDEX.questions())
                .extracting(Question::id)
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n <= INDEX.questions().size(), n -> n + 1)
                                .map("Q-%03d"::formatted)
                                .toList());
    }

    @Test
    void refusesATextWithoutTheTable() {
        assertThatThrownBy(() -> MarkdownTable.rows("/law/questions.md"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Worked examples");
        assertThatThrownBy(() -> MarkdownTable.rows("/law/nowhere.md"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    private static Set<String> cited() {
        return new TreeSet<>(
                CITATIONS.stream().flatMap(basis -> Stream.of(basis.value())).toList());
    }

    private static Set<String> ids(Stream<Requirement> requirements) {
        return new TreeSet<>(requirements.map(Requirement::id).toList());
    }

    private static Stream<String> questions(String text) {
        return QUESTION.matcher(text).results().map(result -> result.group());
    }

    private static List<LegalBasis> citations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.tongban")
                        .stream()
                        .flatMap(LawIndexTests::annotated)
                        .filter(element -> element.isAnnotatedWith(LegalBasis.class))
                        .map(LawIndexTests::basis)
                        .toList();
    }

    private static Stream<CanBeAnnotated> annotated(JavaClass type) {
        return Stream.of(Stream.of(type), type.getFields().stream(), type.getCodeUnits().stream())
                .flatMap(elements -> elements);
    }

    private static LegalBasis basis(CanBeAnnotated element) {
        return switch (element) {
            case JavaClass type -> type.getAnnotationOfType(LegalBasis.class);
            case JavaMember member -> member.getAnnotationOfType(LegalBasis.class);
            default -> throw new IllegalStateException("Neither a type nor a member: " + element);
        };
    }
}
