package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.MarkdownTable;

/** The hearing with its own clocks, as the table of the article has them. */
@Tag("B7")
class HearingsTests {

    private static final ItemDefinition ITEM = Cases.tolerantLicence(5, null);

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/licensing/47.md");
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void theDaysAreThoseOfTheTable(Map<String, String> given) {
        var why = given.get("why");
        var file = told(cell(given, "told on"));
        assertThat(due(file, ClockKind.HEARING_REQUEST)).as(why).isEqualTo(cell(given, "ask by"));

        file = after(file, ask(), Cases.applicant(), cell(given, "asked on"));
        assertThat(due(file, ClockKind.HEARING)).as(why).isEqualTo(cell(given, "hold by"));

        var calledOn = cell(given, "called on");
        var earliest = LocalDate.parse(cell(given, "earliest"));
        assertThat(refusal(file, call(earliest.minusDays(1)), reviewer(), calledOn))
                .as(why)
                .isEqualTo(new Refusal.HearingTooSoon(earliest));
        file = after(file, call(earliest), reviewer(), calledOn);
        assertThat(file.openClock(ClockKind.STATUTORY).orElseThrow().state())
                .isEqualTo(Clock.State.STOPPED);
    }

    @Test
    void nothingIsDecidedWhileAHearingMayStillBeAskedFor() {
        var file = passed(told("2026-03-02"));

        assertThat(refusal(file, new Act.Grant(2, ""), Cases.decider(), "2026-03-09"))
                .isEqualTo(new Refusal.HearingComesFirst());

        var decided = after(file, new Act.Grant(2, ""), Cases.decider(), "2026-03-10");
        assertThat(decided.state()).isEqualTo(CaseState.DECIDED);
        assertThat(decided.openClock(ClockKind.HEARING_REQUEST)).isEmpty();
    }

    @Test
    void theDecisionComesAfterTheTranscript() {
        var file = after(told("2026-03-02"), ask(), Cases.applicant(), "2026-03-03");
        file = passed(file);
        assertThat(refusal(file, new Act.Grant(2, ""), Cases.decider(), "2026-03-30"))
                .isEqualTo(new Refusal.HearingComesFirst());

        file = after(file, call(LocalDate.parse("2026-03-13")), Cases.decider(), "2026-03-04");
        assertThat(refusal(file, held(), Cases.decider(), "2026-03-12"))
                .isEqualTo(new Refusal.HearingTooSoon(LocalDate.parse("2026-03-13")));
        assertThat(refusal(file, new Act.EndProcedure("不开了"), Cases.decider(), "2026-03-12"))
                .isEqualTo(new Refusal.HearingMismatch());
        file = after(file, held(), Cases.decider(), "2026-03-13");

        // 4 to 13 March stand still: eight working days behind 30 March, with 6 April off.
        assertThat(due(file, ClockKind.STATUTORY)).isEqualTo("2026-04-10");
        file = after(file, new Act.Grant(2, ""), Cases.decider(), "2026-03-16");
        assertThat(file.state()).isEqualTo(CaseState.DECIDED);
    }

    @Test
    void whoeverReviewedDoesNotChair() {
        var file = after(told("2026-03-02"), ask(), Cases.applicant(), "2026-03-03");
        file = passed(file);

        var biased = new Act.CallHearing(LocalDate.parse("2026-03-16"), "政务中心", " market1 ");

        assertThat(refusal(file, biased, Cases.decider(), "2026-03-04"))
                .isEqualTo(new Refusal.ChairHasReviewed());
    }

    @Test
    void whoAsksTooLateIsToldSo() {
        assertThat(refusal(told("2026-03-02"), ask(), Cases.applicant(), "2026-03-10"))
                .isEqualTo(new Refusal.TermAlreadyOver(LocalDate.parse("2026-03-09")));
    }

    private static CaseFile told(String day) {
        var file = Cases.submittedOn(day, ITEM);
        file = after(file, new Act.Accept(), Cases.clerk(), day);
        return after(file, new Act.TellHearingRight("涉及他人重大利益", List.of("隔壁住户")), reviewer(), day);
    }

    private static CaseFile passed(CaseFile file) {
        return after(file, new Act.PassStep(1, "同意"), reviewer(), "2026-03-03");
    }

    private static Actor reviewer() {
        return Cases.reviewer("market");
    }

    private static Act ask() {
        return new Act.AskForHearing("韦某兰", "需要说明情况");
    }

    private static Act call(LocalDate on) {
        return new Act.CallHearing(on, "政务中心三楼", "杨某江");
    }

    private static Act held() {
        return new Act.RecordHearing(List.of("韦某兰", "隔壁住户"), "各方陈述了意见。");
    }

    private static String due(CaseFile file, ClockKind kind) {
        return file.openClock(kind).flatMap(Clock::due).orElseThrow().toString();
    }

    private static CaseFile after(CaseFile file, Act act, Actor actor, String day) {
        return Cases.after(file, act, actor, day, ITEM);
    }

    private static Refusal refusal(CaseFile file, Act act, Actor actor, String day) {
        var ruling = CaseEngine.decide(file, act, Cases.known(actor, LocalDate.parse(day), ITEM));
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).why();
    }

    @Test
    void nobodyOutsideTheCaseTellsOfIt() {
        var file = told("2026-03-02");

        assertThat(
                        refusal(
                                file,
                                call(LocalDate.parse("2026-03-20")),
                                Cases.staff("x", Set.of(), Set.of()),
                                "2026-03-03"))
                .isInstanceOf(Refusal.NotYours.class);
    }
}
