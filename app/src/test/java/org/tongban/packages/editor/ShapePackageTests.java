package org.tongban.packages.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.SanduPackages;

/** Rows of a form say what a package says, and what they do not show stays. */
@Tag("C1")
@Tag("C4")
class ShapePackageTests {

    private static final SanduPackages SANDU = SanduPackages.read();

    static Stream<PackageDefinition> all() {
        return SANDU.packages.values().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPackageShownAndSentBackUnchangedIsTheSame(PackageDefinition pack) {
        var shape = new ShapePackage(pack, PackageRows.of(pack));

        assertThat(shape.shaped()).isEqualTo(pack);
        assertThat(shape.halves()).isEmpty();
    }

    @Test
    void anItemADependencyAndAConditionAreAddedByChoosing() {
        var pack = pack("close-company");
        var shape =
                changed(
                        pack,
                        Map.of(
                                "q2.text", "有公积金账户吗？",
                                "q2.choices", "有\n没有",
                                "i4.item", "fund-account-closure",
                                "i4.when", "q1=c1",
                                "i4.optional", "no",
                                "n3.item", "fund-account-closure",
                                "n3.on", "company-cancellation"));

        var shaped = shape.shaped();

        assertThat(shaped.questions().getLast().key()).isEqualTo("q1");
        assertThat(shaped.member("fund-account-closure"))
                .contains(
                        new Member(
                                "fund-account-closure",
                                "situation.q1 == 'c1'",
                                false,
                                false,
                                null,
                                List.of(),
                                List.of(
                                        new Need(
                                                "company-cancellation",
                                                List.of(),
                                                List.of(),
                                                List.of()))));
        // What an earlier need fills in is not lost by another one.
        assertThat(shaped.member("seal-cancellation")).isEqualTo(pack.member("seal-cancellation"));
        assertThat(shape.boxOf("items[4].when")).isEqualTo("i4.when");
        assertThat(shape.boxOf("items[4].needs[0].on")).isEqualTo("n3.on");
        assertThat(shape.boxOf("items[4].needs[0]")).isEqualTo("n3.on");
        assertThat(shape.boxOf("limitDays")).isEqualTo("limitDays");
        assertThat(shape.boxOf("elements[0].fields")).isEmpty();
    }

    @Test
    void whatBelongedToAnItemGoesWithIt() {
        var shaped = changed(pack("close-company"), Map.of("i3.item", "")).shaped();

        assertThat(shaped.member("seal-cancellation")).isEmpty();
        assertThat(shaped.elements())
                .isNotEmpty()
                .allSatisfy(
                        element ->
                                assertThat(element.fields())
                                        .noneMatch(field -> field.startsWith("seal-")));
    }

    @Test
    void anAnswerInOtherWordsKeepsWhatDependsOnIt() {
        var pack = pack("close-company");
        var shaped = changed(pack, Map.of("q1.choices", "交过社保\n没有开过户")).shaped();

        var question = shaped.questions().get(1);
        assertThat(question.choices().getFirst().value()).isEqualTo("insured");
        assertThat(question.choices().getFirst().label()).isEqualTo("交过社保");
    }

    @Test
    void anAnswerThatMovedAndANewOneInItsPlaceAreTwoAnswers() {
        var shaped = changed(pack("close-company"), Map.of("q1.choices", "没有开过户\n还没想好"));

        var choices = shaped.shaped().questions().get(1).choices();
        assertThat(choices.getFirst().value()).isEqualTo("never");
        assertThat(choices.getLast().value()).isNotEqualTo("never");
    }

    @Test
    void halfARowIsSaidAtItsBox() {
        var shape =
                changed(
                        pack("close-company"),
                        Map.of(
                                "n3.item", "seal-cancellation",
                                "q2.text", "一个问题？",
                                "q2.choices", "只有一个",
                                "limitDays", "几天"));

        assertThat(shape.halves())
                .containsEntry("n3.on", ShapePackage.Half.NEED)
                .containsEntry("q2.choices", ShapePackage.Half.CHOICES)
                .containsEntry("limitDays", ShapePackage.Half.NUMBER);
    }

    @Test
    void aConditionThatTheRowsCannotShowStaysAsItWasWritten() {
        var pack = pack("investment-project");
        var rows = PackageRows.of(pack);

        assertThat(rows.typed()).containsValue(PackageRows.AS_WRITTEN);
        assertThat(new ShapePackage(pack, rows).shaped().items()).isEqualTo(pack.items());
    }

    private static PackageDefinition pack(String key) {
        return Objects.requireNonNull(SANDU.packages.get(key));
    }

    private static ShapePackage changed(PackageDefinition pack, Map<String, String> boxes) {
        var typed = new LinkedHashMap<>(PackageRows.of(pack).typed());
        typed.putAll(boxes);
        return new ShapePackage(pack, new PackageRows(typed));
    }
}
