package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.catalogue.ItemDefinition;

/** Every way in which a package can be wrong is named where it is wrong. */
@Tag("C1")
@Tag("C3")
class PackageCheckTests {

    private static final SanduPackages SANDU = SanduPackages.read();

    private static final PackageCheck.Known KNOWN =
            new PackageCheck.Known(
                    key -> Optional.ofNullable(SANDU.items.get(key)),
                    SANDU.items.values().stream()
                            .map(ItemDefinition::agency)
                            .collect(Collectors.toSet()),
                    Map.of(
                            "business-licence", Set.of("businessName"),
                            "birth-certificate", Set.of("childName"),
                            "disability", Set.of(),
                            "household-book", Set.of(),
                            "real-estate-title", Set.of(),
                            "residence-permit", Set.of(),
                            "road-transport", Set.of(),
                            "social-security-card", Set.of()));

    @Test
    void thePackagesOfThePackAreRight() {
        SANDU.packages.values().forEach(pack -> assertThat(faults(pack)).as(pack.key()).isEmpty());
    }

    @Test
    void whatWaitsForItselfIsRefused() {
        assertThat(
                        wrong(
                                "close-company",
                                text ->
                                        text.replace(
                                                "\"item\":\"tax-cancellation\",\"needs\":[]",
                                                "\"item\":\"tax-cancellation\",\"needs\":[{\"fills\":[],\"on\":\"seal-cancellation\",\"stands\":[]}]")))
                .anyMatch(fault -> fault.startsWith("items 互相等结果"));
    }

    @Test
    void aConditionThatNobodyCanReadOrFulfilIsNamed() {
        assertThat(
                        wrong(
                                "open-restaurant",
                                text ->
                                        text.replace(
                                                "situation.crowd == 'large'",
                                                "situation.size == 'large'")))
                .anyMatch(fault -> fault.startsWith("items[1].when 表达式"));
        assertThat(
                        wrong(
                                "open-restaurant",
                                text ->
                                        text.replace(
                                                "situation.crowd == 'large'",
                                                "situation.crowd == 'huge'")))
                .containsExactly("items[1].when 没有哪一种情形会用到它");
    }

    @Test
    void aFieldThatDoesNotExistOrDoesNotFitIsNamed() {
        assertThat(
                        wrong(
                                "newborn",
                                text ->
                                        text.replace(
                                                "vaccination-book.childSex",
                                                "vaccination-book.sex")))
                .contains("elements[1].fields 没有字段“vaccination-book.sex”");
        assertThat(
                        wrong(
                                "newborn",
                                text ->
                                        text.replace(
                                                "vaccination-book.childSex",
                                                "vaccination-book.mobile")))
                .anyMatch(
                        fault ->
                                fault.contains("elements[1].fields")
                                        && fault.contains("不能当成一个数据元"));
    }

    @Test
    void aResultThatCannotComeIsNamed() {
        assertThat(
                        wrong(
                                "newborn",
                                text ->
                                        text.replace(
                                                "\"line\":\"number\"", "\"line\":\"bloodGroup\"")))
                .anyMatch(fault -> fault.contains("结果上没有“bloodGroup”这一栏"));
    }

    @Test
    void aPromiseShorterThanTheLongestWayIsRefused() {
        assertThat(
                        wrong(
                                "close-company",
                                text -> text.replace("\"limitDays\":10", "\"limitDays\":7")))
                .singleElement()
                .asString()
                .startsWith("limitDays 比最长的一条路短：tax-cancellation → company-cancellation");
    }

    @Test
    void anAnswerThatTheItemDoesNotKnowIsNamed() {
        assertThat(
                        wrong(
                                "retirement",
                                text -> text.replace("\"value\":\"done\"", "\"value\":\"soon\"")))
                .contains("items[1].answers[0].value 不是“proof”的选项");
    }

    @Test
    void anAnswerThatIsAskedLaterHasToBeAQuestionOfTheItem() {
        assertThat(
                        wrong(
                                "start-business",
                                text ->
                                        text.replaceFirst(
                                                "\"asks\":\\[\"creditCode\"\\]",
                                                "\"asks\":[\"licenceCode\"]")))
                .anyMatch(fault -> fault.contains("asks") && fault.contains("licenceCode"));
    }

    @Test
    @Tag("C5")
    void everyApprovalOfAProjectAsksForItsCodeAndStandsInAStage() {
        assertThat(
                        wrong(
                                "investment-project",
                                text -> text.replace(",\"eia-report-form.projectCode\"", "")))
                .anyMatch(fault -> fault.contains("eia-report-form") && fault.contains("没有问项目代码"));
        assertThat(
                        wrong(
                                "investment-project",
                                text ->
                                        text.replaceFirst(
                                                "\"stage\":\"works\"", "\"stage\":\"work\"")))
                .anyMatch(fault -> fault.contains("没有阶段“work”"));
    }

    @Test
    void whatIsLookedUpInNoSituationIsNamed() {
        assertThat(
                        wrong(
                                "school-enrolment",
                                text ->
                                        text.replace(
                                                "situation.base == 'migrant'",
                                                "situation.base == 'none'")))
                .contains("queries[2].when 没有哪一种情形会用到它");
    }

    private static List<String> wrong(String key, UnaryOperator<String> change) {
        var pack = SANDU.pack(key);
        var before = PackageJson.write(pack);
        var after = change.apply(before);
        assertThat(after).as("something was changed in " + before).isNotEqualTo(before);
        return faults(PackageJson.read(after));
    }

    private static List<String> faults(PackageDefinition pack) {
        return PackageCheck.check(pack, KNOWN).stream()
                .map(fault -> fault.path() + " " + fault.message())
                .toList();
    }
}
