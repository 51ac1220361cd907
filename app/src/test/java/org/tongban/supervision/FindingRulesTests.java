package org.tongban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.ClockKind;
import org.tongban.law.MarkdownTable;
import org.tongban.supervision.Finding.State;

/** Every state of a card with every act, by everybody. */
@Tag("G1")
class FindingRulesTests {

    private static final LocalDate OPENED = LocalDate.parse("2026-03-02");
    private static final LocalDate ANSWER_BY = LocalDate.parse("2026-03-05");

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/supervision.md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void theDayToAnswerIsThatOfTheTable(Map<String, String> given) {
        assertThat(
                        FindingRules.answerBy(
                                LocalDate.parse(cell(given, "opened on")),
                                Integer.parseInt(cell(given, "days")),
                                WorkingCalendar.national()))
                .as(given.get("why"))
                .isEqualTo(cell(given, "answer by"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateWithEveryAct")
    void whatDoesNotStandInTheTableCannotHappen(State state, FindingAct act) {
        var ruling = FindingRules.decide(in(state), act, known(true, true, false, "2026-03-09"));

        assertThat(ruling.equals(refused(FindingRefusal.NOT_IN_THIS_STATE)))
                .isEqualTo(!FindingRules.allows(state, act.getClass()));
        if (ruling instanceof FindingRuling.Done(var next)) {
            assertThat(next.version()).isEqualTo(1);
            assertThat(next.state().isClosed()).isEqualTo(next.closedOn() != null);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateWithEveryAct")
    void neitherSideActsForTheOther(State state, FindingAct act) {
        var office = act instanceof FindingAct.Answer || act instanceof FindingAct.Rebut;

        var ruling =
                FindingRules.decide(in(state), act, known(!office, office, false, "2026-03-09"));

        assertThat(ruling).isInstanceOf(FindingRuling.Refused.class);
    }

    @Test
    void nobodyIsJudgedUnheardBeforeTheDay() {
        assertThat(uphold(in(State.OPEN), false, "2026-03-05"))
                .isEqualTo(refused(FindingRefusal.NOT_HEARD));
        assertThat(uphold(in(State.OPEN), false, "2026-03-06"))
                .isInstanceOf(FindingRuling.Done.class);
        assertThat(in(State.OPEN).isRed(LocalDate.parse("2026-03-05"))).isFalse();
        assertThat(in(State.OPEN).isRed(LocalDate.parse("2026-03-06"))).isTrue();
    }

    @Test
    void aTermThatStillRunsLateKeepsItsCardOpen() {
        assertThat(uphold(in(State.ANSWERED), true, "2026-03-04"))
                .isEqualTo(refused(FindingRefusal.STILL_LATE));
        assertThat(uphold(in(State.ANSWERED), false, "2026-03-04"))
                .isInstanceOf(FindingRuling.Done.class);
    }

    @Test
    void whoIsSentBackHasTheSameTimeAgain() {
        var ruling =
                FindingRules.decide(
                        in(State.ANSWERED),
                        new FindingAct.SendBack("没有说清楚"),
                        known(false, true, true, "2026-03-09"));

        assertThat(((FindingRuling.Done) ruling).next().answerBy()).isEqualTo("2026-03-12");
    }

    @Test
    void nothingHappensWithoutWords() {
        assertThat(
                        FindingRules.decide(
                                in(State.OPEN),
                                new FindingAct.Answer(" "),
                                known(true, false, false, "2026-03-03")))
                .isEqualTo(refused(FindingRefusal.WORDS_MISSING));
    }

    static Stream<Arguments> everyStateWithEveryAct() {
        return Arrays.stream(State.values())
                .flatMap(
                        state ->
                                Stream.of(
                                                new FindingAct.Answer("已办结"),
                                                new FindingAct.Rebut("系统故障"),
                                                new FindingAct.SendBack("再说明"),
                                                new FindingAct.Uphold("属实"),
                                                new FindingAct.Drop("不属实"))
                                        .map(act -> Arguments.of(state, act)));
    }

    private static FindingRuling uphold(Finding finding, boolean stillLate, String day) {
        return FindingRules.decide(
                finding, new FindingAct.Uphold("属实"), known(false, true, stillLate, day));
    }

    private static FindingRuling refused(FindingRefusal why) {
        return new FindingRuling.Refused(why);
    }

    private static FindingRules.Known known(
            boolean office, boolean supervisor, boolean stillLate, String day) {
        return new FindingRules.Known(
                LocalDate.parse(day), WorkingCalendar.national(), office, supervisor, stillLate, 3);
    }

    private static Finding in(State state) {
        return new Finding(
                new FindingKey(new UUID(1, 1), FindingKey.Kind.LATE, 2),
                1,
                "52273220260302W000318C",
                "food-business-new",
                1,
                "market",
                ClockKind.PROMISED,
                LocalDate.parse("2026-02-27"),
                "",
                OPENED,
                ANSWER_BY,
                state,
                0,
                state.isClosed() ? ANSWER_BY : null);
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
