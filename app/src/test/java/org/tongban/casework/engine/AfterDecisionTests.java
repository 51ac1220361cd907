package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.MarkdownTable;

/**
 * What belongs to a decision, and what is said about it afterwards, as the table of law/ has it.
 */
@Tag("B3")
@Tag("B7")
class AfterDecisionTests {

    private static final ItemDefinition ITEM = Cases.foodLicence();
    private static final String DAY = "2026-03-02";

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/decision.md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void anObjectionIsAnsweredByTheDayInTheTable(Map<String, String> given) {
        var on = Objects.requireNonNull(given.get("made on"));
        var file = object(granted(on, new Act.Grant(0, "")), on);

        assertThat(file.openClock(ClockKind.OBJECTION).orElseThrow().due())
                .as(given.get("why"))
                .contains(LocalDate.parse(Objects.requireNonNull(given.get("answer by"))));
    }

    @Test
    void oneObjectionIsAnsweredBeforeTheNextAndThreeAreEnough() {
        var file = granted(DAY, new Act.Grant(0, ""));

        for (var time = 0; time < AfterDecision.MOST_OBJECTIONS; time++) {
            file = object(file, DAY);
            assertThat(refusal(file, new Act.ObjectToDecision("还有")))
                    .isEqualTo(new Refusal.ObjectionMismatch(true));
            file = decided(file, new Act.AnswerObjection(false, "以现场测量为准"), DAY);
            assertThat(file.openClock(ClockKind.OBJECTION)).isEmpty();
        }

        assertThat(refusal(file, new Act.ObjectToDecision("第四次")))
                .isEqualTo(new Refusal.ObjectionMismatch(true));
        assertThat(refusal(file, new Act.AnswerObjection(true, "没有问")))
                .isEqualTo(new Refusal.ObjectionMismatch(false));
    }

    @Test
    void whoTookTheApplicationBackHasNothingToObjectTo() {
        var withdrawn =
                Cases.after(
                        Cases.submittedOn(DAY, ITEM),
                        new Act.Withdraw(""),
                        Cases.applicant(),
                        DAY,
                        ITEM);

        assertThat(refusal(withdrawn, new Act.ObjectToDecision("不对")))
                .isEqualTo(new Refusal.ObjectionMismatch(true));
    }

    @Test
    void aSlipIsPutRightAndTheDecisionStays() {
        var file = granted(DAY, new Act.Grant(0, ""));

        assertThat(refusal(file, new Act.CorrectSlip("准予决定书", "县", "县")))
                .isEqualTo(new Refusal.WordsMissing("right"));
        var after = decided(file, new Act.CorrectSlip("准予决定书", "三都具", "三都县"), DAY);

        assertThat(after.result()).isEqualTo(file.result());
        assertThat(after.clocks()).isEqualTo(file.clocks());
    }

    @Test
    void aGrantCarriesItsConditionsAndItsLastDay() {
        var grant = new Act.Grant(0, "", "每日营业到二十二时", LocalDate.parse("2027-03-01"));

        var event = event(DAY, grant);

        assertThat(event)
                .isEqualTo(new CaseEvent.Granted("", "每日营业到二十二时", LocalDate.parse("2027-03-01")));
        assertThat(event.grantedUntil()).contains(LocalDate.parse("2027-03-01"));
        assertThat(event(DAY, new Act.Grant(0, "同意")).grantedUntil()).isEmpty();
    }

    @Test
    void nothingIsGrantedUntilADayThatIsOver() {
        var file = atDecision(DAY);
        var over = new Act.Grant(last(file), "", "", LocalDate.parse(DAY));

        assertThat(refusal(file, over)).isEqualTo(new Refusal.WordsMissing("validUntil"));
    }

    @Test
    void whatWasReviewedForASimulationKeepsItsConditions() {
        var item = Cases.handled(ITEM, Cases.simulated());
        var file = Cases.submittedOn(DAY, item);
        file =
                Cases.after(
                        file,
                        new Act.AcceptForSimulation(List.of("土地证")),
                        CaseHistoriesTests.all(),
                        DAY,
                        item);
        file = untilDecision(file, DAY, item);
        var until = LocalDate.parse("2029-03-01");
        file =
                Cases.after(
                        file,
                        new Act.Grant(last(file), "", "不得占用河道", until),
                        CaseHistoriesTests.all(),
                        DAY,
                        item);
        var real =
                CaseEngine.decide(
                        file,
                        new Act.MakeReal("土地证已经取得"),
                        Cases.known(CaseHistoriesTests.all(), LocalDate.parse(DAY), item));

        assertThat(((Ruling.Done) real).event())
                .isInstanceOfSatisfying(
                        CaseEvent.MadeReal.class,
                        it -> {
                            assertThat(it.granted()).isTrue();
                            assertThat(it.conditions()).isEqualTo("不得占用河道");
                            assertThat(it.grantedUntil()).contains(until);
                        });
    }

    private static CaseFile atDecision(String day) {
        var file =
                Cases.after(
                        Cases.submittedOn(day, ITEM), new Act.Accept(), Cases.clerk(), day, ITEM);
        return untilDecision(file, day, ITEM);
    }

    private static CaseFile untilDecision(CaseFile begun, String day, ItemDefinition item) {
        var file = begun;
        while (file.openTasks().stream().noneMatch(task -> task.decision())) {
            file =
                    Cases.after(
                            file,
                            new Act.PassStep(file.openTasks().getFirst().no(), "同意"),
                            CaseHistoriesTests.all(),
                            day,
                            item);
        }
        return file;
    }

    private static int last(CaseFile file) {
        return file.openTasks().getFirst().no();
    }

    private static CaseEvent event(String day, Act.Grant grant) {
        var file = atDecision(day);
        var here =
                new Act.Grant(last(file), grant.opinion(), grant.conditions(), grant.validUntil());
        return ((Ruling.Done) ruling(file, here, day)).event();
    }

    private static CaseFile granted(String day, Act.Grant grant) {
        var file = atDecision(day);
        var here =
                new Act.Grant(last(file), grant.opinion(), grant.conditions(), grant.validUntil());
        return ((Ruling.Done) ruling(file, here, day)).next();
    }

    private static CaseFile object(CaseFile file, String day) {
        return Cases.after(file, new Act.ObjectToDecision("面积写错了"), Cases.applicant(), day, ITEM);
    }

    private static CaseFile decided(CaseFile file, Act act, String day) {
        return Cases.after(file, act, CaseHistoriesTests.all(), day, ITEM);
    }

    private static Ruling ruling(CaseFile file, Act act, String day) {
        return CaseEngine.decide(
                file, act, Cases.known(CaseHistoriesTests.all(), LocalDate.parse(day), ITEM));
    }

    private static Refusal refusal(CaseFile file, Act act) {
        var ruling = ruling(file, act, DAY);
        return Optional.of(ruling)
                .filter(Ruling.Refused.class::isInstance)
                .map(Ruling.Refused.class::cast)
                .map(Ruling.Refused::why)
                .orElseThrow(() -> new AssertionError("carried out: " + act));
    }
}
