package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.calendar.CalendarDay;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;

/** What heads may do, simulated and automatic review, procedures that stop nothing, new years. */
class BeyondTheUsualWayTests {

    private static final ItemDefinition PLAIN = Cases.tolerantLicence(5, null);
    private static final ItemDefinition SIMULATED = Cases.handled(PLAIN, Cases.simulated());
    private static final ItemDefinition AUTOMATIC = Cases.handled(PLAIN, Cases.automatic());

    @Test
    @Tag("B4")
    void aSecondNoticeNeedsASuperiorAndAReason() {
        var first = List.of(new Act.Correction("lease", "租赁合同", "没有盖章"));
        var second = List.of(new Act.Correction("photo", "照片", "看不清"));
        var file = Cases.submittedOn("2026-03-02", PLAIN);
        assertThat(refusal(file, new Act.TellCorrectionsAgain(second, "漏看"), head(), PLAIN))
                .isEqualTo(new Refusal.NothingToldYet());
        file = after(file, new Act.TellCorrections(first), Cases.clerk(), PLAIN);
        file = after(file, new Act.SupplyCorrections("", 1), Cases.applicant(), PLAIN);

        assertThat(refusal(file, new Act.TellCorrections(second), Cases.clerk(), PLAIN))
                .isEqualTo(new Refusal.AlreadyToldOnce());
        assertThat(refusal(file, new Act.TellCorrectionsAgain(second, "漏看"), Cases.clerk(), PLAIN))
                .isEqualTo(new Refusal.NotYours(Right.HEAD));
        assertThat(refusal(file, new Act.TellCorrectionsAgain(second, " "), head(), PLAIN))
                .isEqualTo(new Refusal.WordsMissing("reason"));

        file = after(file, new Act.TellCorrectionsAgain(second, "漏看了一页"), head(), PLAIN);
        assertThat(file.state()).isEqualTo(CaseState.CORRECTING);
        assertThat(file.corrections()).hasSize(2);
    }

    @Test
    @Tag("B7")
    void whatOfficesHandleTogetherIsExtendedAboveThem() {
        var joint = Cases.foodLicence();
        var file = Cases.submittedOn("2026-03-02", joint);
        file = after(file, new Act.Accept(), Cases.clerk(), joint);
        var ofTheOffice =
                new Actor(
                        Actor.Kind.STAFF,
                        "h",
                        "h",
                        Set.of(Right.HEAD),
                        Set.of(),
                        Optional.of(Set.of("market")));

        assertThat(refusal(file, new Act.Extend("复杂"), ofTheOffice, joint))
                .isEqualTo(new Refusal.NotYours(Right.HEAD));
        assertThat(
                        after(file, new Act.Extend("复杂"), head(), joint)
                                .openClock(ClockKind.STATUTORY)
                                .orElseThrow()
                                .days())
                .isEqualTo(35);
    }

    @Test
    @Tag("B3")
    void voidIsForHeadsAndLeavesNothingOpen() {
        var file = accepted(PLAIN);

        assertThat(refusal(file, new Act.VoidCase("误录"), Cases.clerk(), PLAIN))
                .isEqualTo(new Refusal.NotYours(Right.HEAD));
        assertThat(refusal(file, new Act.VoidCase(""), head(), PLAIN))
                .isEqualTo(new Refusal.WordsMissing("reason"));

        file = after(file, new Act.VoidCase("窗口重复录入"), head(), PLAIN);
        assertThat(file.result()).contains(Outcome.VOIDED);
        assertThat(file.openTasks()).isEmpty();
        assertThat(file.clocks()).noneMatch(Clock::isOpen);
    }

    @Test
    @Tag("B7")
    void aSiteVisitStopsNoClockAndIsNamedWithItsBasis() {
        var before = accepted(PLAIN);

        var file =
                after(
                        before,
                        new Act.StartProcedure("现场踏勘", "核实场所", 2),
                        Cases.reviewer("market"),
                        PLAIN);

        assertThat(file.openClock(ClockKind.STATUTORY))
                .isEqualTo(before.openClock(ClockKind.STATUTORY));
        assertThat(file.runningProcedure().orElseThrow().ground()).contains("第三十四条");
        assertThat(file.runningProcedure().orElseThrow().stops()).isFalse();
    }

    @Test
    @Tag("B7")
    void aStepStandsStillThroughEveryStop() {
        var file = accepted(PLAIN);
        var due = file.openTasks().getFirst().dueOn();
        var reviewer = Cases.reviewer("market");
        file = on("2026-03-03", file, new Act.StartProcedure("检验", "送检", 1), reviewer, PLAIN);
        file = on("2026-03-03", file, new Act.EndProcedure("合格"), reviewer, PLAIN);
        file = on("2026-03-05", file, new Act.StartProcedure("检验", "送检", 1), reviewer, PLAIN);
        file = on("2026-03-05", file, new Act.EndProcedure("合格"), reviewer, PLAIN);

        assertThat(due).isEqualTo("2026-03-04");
        assertThat(file.openTasks().getFirst().dueOn()).isEqualTo("2026-03-06");
    }

    @Test
    @Tag("B5")
    void aPaperThatIsNotWhatWasPromisedIsOwedAgain() {
        var file = Cases.submittedOn("2026-03-02", PLAIN, Cases.offer("lease"));
        file =
                on(
                        "2026-03-02",
                        file,
                        new Act.AcceptTolerantly(List.of("lease"), false),
                        Cases.clerk(),
                        PLAIN);
        file =
                on(
                        "2026-03-04",
                        file,
                        new Act.BringPapers(List.of("lease"), 1),
                        Cases.applicant(),
                        PLAIN);
        assertThat(file.openClock(ClockKind.SUPPLEMENT)).isEmpty();

        file =
                on(
                        "2026-03-10",
                        file,
                        new Act.RejectPapers(List.of("lease"), "看不清"),
                        Cases.clerk(),
                        PLAIN);

        // Three of five working days were left on 4 March; they run again from 10 March.
        assertThat(file.papersOwed()).extracting(Pledge::material).containsExactly("lease");
        assertThat(file.openClock(ClockKind.SUPPLEMENT).flatMap(Clock::due))
                .contains(LocalDate.parse("2026-03-13"));
    }

    @Test
    @Tag("B8")
    void aSimulatedReviewBecomesTheDecisionWithoutASecondOne() {
        var file = simulated();
        assertThat(file.acceptedOn()).isNull();
        assertThat(file.openClock(ClockKind.STATUTORY)).isEmpty();
        file = after(file, new Act.PassStep(1, "同意"), Cases.reviewer("market"), SIMULATED);
        assertThat(refusal(file, new Act.Refuse(2, "事实", "理由", "条款"), Cases.decider(), SIMULATED))
                .isEqualTo(new Refusal.OnlySimulated());

        file = after(file, new Act.Grant(2, "符合条件"), Cases.decider(), SIMULATED);
        assertThat(file.state()).isEqualTo(CaseState.PREPARED);
        assertThat(file.result()).isEmpty();

        file = on("2026-04-20", file, new Act.MakeReal("土地证"), Cases.clerk(), SIMULATED);
        assertThat(file.result()).contains(Outcome.GRANTED);
        assertThat(file.acceptedOn()).isEqualTo("2026-04-20");
        assertThat(file.openClock(ClockKind.DELIVERY)).isPresent();
    }

    @Test
    @Tag("B8")
    void whatComesHalfwayGoesOnWithoutBeginningAgain() {
        var file =
                after(simulated(), new Act.PassStep(1, "同意"), Cases.reviewer("market"), SIMULATED);

        file = on("2026-04-20", file, new Act.MakeReal("土地证"), Cases.clerk(), SIMULATED);

        assertThat(file.state()).isEqualTo(CaseState.REVIEWING);
        assertThat(file.openTasks()).singleElement().matches(task -> task.decision());
        assertThat(file.openClock(ClockKind.STATUTORY).flatMap(Clock::due))
                .contains(LocalDate.parse("2026-05-20"));
        file = on("2026-04-21", file, new Act.Grant(2, ""), Cases.decider(), SIMULATED);
        assertThat(file.result()).contains(Outcome.GRANTED);
    }

    @Test
    @Tag("B8")
    void anItemThatDoesNotProvideForItIsNotSimulated() {
        var file = Cases.submittedOn("2026-03-02", PLAIN);

        assertThat(refusal(file, new Act.AcceptForSimulation(List.of("土地证")), Cases.clerk(), PLAIN))
                .isEqualTo(new Refusal.NotSimulated());
    }

    @Test
    @Tag("B9")
    void whatEveryRuleProvesIsGrantedAtOnce() {
        var file = Cases.submittedOn("2026-03-02", AUTOMATIC);
        var proven = List.of(new Act.CheckedRule("age", "年满八十周岁", true, "82"));

        assertThat(
                        refusal(
                                file,
                                new Act.DecideAutomatically(proven),
                                Cases.everybodyButTheSystem(),
                                AUTOMATIC))
                .isEqualTo(new Refusal.NotYours(Right.SYSTEM));
        file = after(file, new Act.DecideAutomatically(proven), Actor.system(), AUTOMATIC);

        assertThat(file.result()).contains(Outcome.GRANTED);
        assertThat(file.tasks()).isEmpty();
        assertThat(file.clock(ClockKind.STATUTORY).orElseThrow().state())
                .isEqualTo(Clock.State.MET);
    }

    @Test
    @Tag("B9")
    void whatIsNotProvenIsLeftToAPersonAndNeverRefused() {
        var file = Cases.submittedOn("2026-03-02", AUTOMATIC);
        var open = List.of(new Act.CheckedRule("age", "年满八十周岁", false, ""));

        assertThat(refusal(file, new Act.DecideAutomatically(open), Actor.system(), AUTOMATIC))
                .isEqualTo(new Refusal.NotProven());
        assertThat(refusal(file, new Act.DecideAutomatically(List.of()), Actor.system(), AUTOMATIC))
                .isEqualTo(new Refusal.NotProven());

        file = after(file, new Act.HandToPerson(open), Actor.system(), AUTOMATIC);
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
    }

    @Test
    @Tag("B7")
    void aNewYearMovesTheTermsThatRunIntoIt() {
        var file = Cases.submittedOn("2026-12-28", PLAIN);
        file = on("2026-12-28", file, new Act.Accept(), Cases.clerk(), PLAIN);
        var before = file.openClock(ClockKind.STATUTORY).flatMap(Clock::due).orElseThrow();
        var published =
                Cases.CALENDAR.publishing(
                        Year.of(2027),
                        List.of(
                                new CalendarDay(
                                        LocalDate.parse("2027-01-04"),
                                        CalendarDay.Kind.REST,
                                        "元旦")));

        var ruling = CaseEngine.decide(file, new Act.Recount(), known(published, PLAIN));

        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        var done = (Ruling.Done) ruling;
        assertThat(done.next().openClock(ClockKind.STATUTORY).flatMap(Clock::due).orElseThrow())
                .isAfter(before);
        assertThat(((CaseEvent.TermsRecounted) done.event()).moved())
                .extracting(CaseEvent.TermsRecounted.Moved::clock)
                .containsExactly(ClockKind.STATUTORY, ClockKind.PROMISED);
        assertThat(CaseEngine.decide(done.next(), new Act.Recount(), known(published, PLAIN)))
                .isEqualTo(new Ruling.Refused(new Refusal.NothingMoves()));
    }

    private static Known known(WorkingCalendar calendar, ItemDefinition item) {
        var usual = Cases.known(Actor.system(), LocalDate.parse("2026-12-29"), item);
        return new Known(
                usual.actor(),
                usual.now(),
                usual.today(),
                usual.zone(),
                calendar,
                item,
                usual.applicable(),
                usual.policy(),
                usual.seats());
    }

    private static CaseFile accepted(ItemDefinition item) {
        return after(Cases.submittedOn("2026-03-02", item), new Act.Accept(), Cases.clerk(), item);
    }

    private static CaseFile simulated() {
        return after(
                Cases.submittedOn("2026-03-02", SIMULATED),
                new Act.AcceptForSimulation(List.of("土地证")),
                Cases.clerk(),
                SIMULATED);
    }

    private static Actor head() {
        return Cases.staff("head", Set.of(Right.HEAD), Set.of());
    }

    private static CaseFile after(CaseFile file, Act act, Actor actor, ItemDefinition item) {
        return Cases.after(file, act, actor, "2026-03-02", item);
    }

    private static CaseFile on(
            String day, CaseFile file, Act act, Actor actor, ItemDefinition item) {
        return Cases.after(file, act, actor, day, item);
    }

    private static Refusal refusal(CaseFile file, Act act, Actor actor, ItemDefinition item) {
        var ruling =
                CaseEngine.decide(
                        file, act, Cases.known(actor, LocalDate.parse("2026-03-02"), item));
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).why();
    }
}
