package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Consultation;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;

/** Walks the whole table: every state with every act. */
@Tag("B3")
class TransitionsTests {

    private static final LocalDate DAY = LocalDate.parse("2026-03-03");

    @Test
    void everyActHasARow() {
        var rows = new HashSet<Class<?>>();
        Transitions.TABLE.forEach(row -> rows.add(row.act()));

        assertThat(rows).containsExactlyInAnyOrder(Act.class.getPermittedSubclasses());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateWithEveryAct")
    void whatDoesNotStandInTheTableCannotHappen(CaseState state, Act act) {
        var ruling = CaseEngine.decide(in(state), act, by(everybody(), state));

        if (Transitions.of(state, act).isEmpty()) {
            assertThat(ruling)
                    .isEqualTo(
                            new Ruling.Refused(
                                    new Refusal.NotInThisState(
                                            state, act.getClass().getSimpleName())));
        } else {
            assertThat(ruling)
                    .matches(
                            it ->
                                    !(it instanceof Ruling.Refused(var why)
                                            && why instanceof Refusal.NotInThisState));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateWithEveryAct")
    void nobodyActsWithoutTheRight(CaseState state, Act act) {
        var ruling =
                CaseEngine.decide(
                        in(state),
                        act,
                        by(Cases.staff("nobody", Set.of(), Set.of("counter")), state));

        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStateWithEveryAct")
    void whatHappensLeadsToAStateOfItsRow(CaseState state, Act act) {
        var ruling = CaseEngine.decide(in(state), act, by(everybody(), state));

        if (ruling instanceof Ruling.Done(var next, _)) {
            assertThat(Transitions.of(state, act).orElseThrow().to()).contains(next.state());
        }
    }

    @Test
    void noActIsLeftOutOfTheWalk() {
        assertThat(acts().<Class<?>>map(Act::getClass))
                .containsExactlyInAnyOrder(Act.class.getPermittedSubclasses());
    }

    static Stream<Arguments> everyStateWithEveryAct() {
        return Arrays.stream(CaseState.values())
                .flatMap(state -> acts().map(act -> Arguments.of(state, act)));
    }

    private static Stream<Act> acts() {
        return Stream.of(
                new Act.Accept(),
                new Act.DeemAccepted(),
                new Act.TellCorrections(List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"))),
                new Act.SupplyCorrections("", 1),
                new Act.EndForWantOfCorrections(),
                new Act.RefuseAcceptance(Act.NonAcceptance.NOT_NEEDED, "不需要许可", ""),
                new Act.PassStep(1, "同意"),
                new Act.ReturnStep(2, "review", "再核"),
                new Act.StartProcedure("检验", "送检", 3),
                new Act.EndProcedure("合格"),
                new Act.Extend("案情复杂"),
                new Act.Grant(9, ""),
                new Act.Refuse(9, "事实", "理由", "第一条"),
                new Act.Withdraw(""),
                new Act.Deliver(Act.DeliveryWay.WINDOW, "韦某兰"),
                new Act.AcceptTolerantly(List.of("lease"), true),
                new Act.BringPapers(List.of("lease"), 1),
                new Act.ExtendSupplement("房东出差"),
                new Act.EndForWantOfPapers(),
                new Act.RecordCheck("health", true, "属实"),
                new Act.Plead("申辩"),
                new Act.RevokeGrant("事实", "理由", "条款"),
                new Act.LetStand("理由"),
                new Act.Consult(
                        1,
                        Consultation.Form.OPINION,
                        Consultation.Rule.ALL,
                        List.of("health-review"),
                        "请提意见",
                        3),
                new Act.GiveOpinion(1, true, "同意"),
                new Act.TakeSilence(),
                new Act.HandOver(1, "all", "all", Set.of("market-review"), "请假"),
                new Act.RecordVisit(
                        Act.Visit.SITE_VISIT,
                        DAY,
                        "建设东路",
                        Cases.officers("market", "market"),
                        "一致",
                        0),
                new Act.DeclineHearing("不是利害关系人"),
                new Act.CorrectSlip("准予决定书", "三都具", "三都县"),
                new Act.ObjectToDecision("面积写错了"),
                new Act.AnswerObjection(true, "已更正"),
                new Act.WriteNote("备注"),
                new Act.TellCorrectionsAgain(
                        List.of(new Act.Correction("lease", "租赁合同", "没有盖章")), "漏看了一页"),
                new Act.RejectPapers(List.of("lease"), "看不清"),
                new Act.TellHearingRight("涉及重大利益", List.of()),
                new Act.AskForHearing("韦某兰", "需要说明"),
                new Act.CallHearing(DAY.plusDays(20), "政务中心", "杨某江"),
                new Act.RecordHearing(List.of("韦某兰"), "笔录"),
                new Act.Forward(9, "符合条件"),
                new Act.RecordHigherDecision(true, "许〔2026〕1号", DAY, ""),
                new Act.AcceptForSimulation(List.of("土地证")),
                new Act.MakeReal("土地证"),
                new Act.EndSimulation("不再需要"),
                new Act.DecideAutomatically(List.of()),
                new Act.HandToPerson(List.of()),
                new Act.Recount(),
                new Act.Transfer(
                        "dahe-town", "大河镇人民政府", "市场监管局", Map.of("review", "dahe-review"), "下放"),
                new Act.VoidCase("误录"));
    }

    private static CaseFile in(CaseState state) {
        var item = Cases.foodLicence();
        var received = Cases.submittedOn("2026-03-02", item);
        return switch (state) {
            case FORWARDED -> forwarded();
            case PREPARED -> prepared();
            case RECEIVED -> received;
            case CORRECTING ->
                    Cases.after(
                            received,
                            new Act.TellCorrections(
                                    List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"))),
                            Cases.clerk(),
                            "2026-03-02",
                            item);
            case REVIEWING ->
                    Cases.after(received, new Act.Accept(), Cases.clerk(), "2026-03-02", item);
            case DECIDED -> decided(item);
            case CLOSED ->
                    Cases.after(
                            received, new Act.Withdraw(""), Cases.applicant(), "2026-03-02", item);
        };
    }

    private static CaseFile forwarded() {
        var item = Cases.handled(Cases.tolerantLicence(5, null), Cases.forwarded());
        var day = "2026-03-02";
        var file = Cases.submittedOn(day, item);
        file = Cases.after(file, new Act.Accept(), Cases.clerk(), day, item);
        file = Cases.after(file, new Act.PassStep(1, "好"), Cases.reviewer("market"), day, item);
        return Cases.after(file, new Act.Forward(2, "好"), Cases.decider(), day, item);
    }

    private static CaseFile prepared() {
        var item = Cases.handled(Cases.tolerantLicence(5, null), Cases.simulated());
        var day = "2026-03-02";
        var file = Cases.submittedOn(day, item);
        file =
                Cases.after(
                        file,
                        new Act.AcceptForSimulation(List.of("土地证")),
                        Cases.clerk(),
                        day,
                        item);
        file = Cases.after(file, new Act.PassStep(1, "好"), Cases.reviewer("market"), day, item);
        return Cases.after(file, new Act.Grant(2, ""), Cases.decider(), day, item);
    }

    private static CaseFile decided(org.tongban.catalogue.ItemDefinition item) {
        var file = in(CaseState.REVIEWING);
        file =
                Cases.after(
                        file,
                        new Act.PassStep(1, "好"),
                        Cases.reviewer("market"),
                        "2026-03-02",
                        item);
        file =
                Cases.after(
                        file,
                        new Act.PassStep(2, "好"),
                        Cases.reviewer("market"),
                        "2026-03-02",
                        item);
        file =
                Cases.after(
                        file,
                        new Act.PassStep(3, "好"),
                        Cases.reviewer("health"),
                        "2026-03-02",
                        item);
        return Cases.after(file, new Act.Grant(4, ""), Cases.decider(), "2026-03-02", item);
    }

    /** With the item that a case in the state is of. */
    private static Known by(Actor actor, CaseState state) {
        var item =
                switch (state) {
                    case FORWARDED ->
                            Cases.handled(Cases.tolerantLicence(5, null), Cases.forwarded());
                    case PREPARED ->
                            Cases.handled(Cases.tolerantLicence(5, null), Cases.simulated());
                    case RECEIVED, CORRECTING, REVIEWING, DECIDED, CLOSED -> Cases.foodLicence();
                };
        return Cases.known(actor, DAY, item);
    }

    private static Actor everybody() {
        return new Actor(
                Actor.Kind.STAFF,
                "all",
                "all",
                Set.of(Right.values()),
                Set.of("market-review", "health-review", "market-decide", "counter"),
                Optional.empty());
    }
}
