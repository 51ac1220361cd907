package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Consultation;
import org.tongban.casework.Consultation.Form;
import org.tongban.casework.Consultation.Rule;
import org.tongban.casework.Officer;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;

/** Others are asked in on a task; what they say holds it up, lets it go, or sends it back. */
@Tag("B6")
class ConsultingTests {

    private static final ItemDefinition ITEM = Cases.tolerantLicence(10, null);
    private static final String DAY = "2026-03-03";

    @Test
    void aSignerBeforeHoldsTheStepUpUntilTheySign() {
        var file = asked(Form.SIGN_BEFORE, Rule.ALL, "health-review");

        assertThat(refusal(file, new Act.PassStep(1, "同意")))
                .isInstanceOf(Refusal.OthersStillAsked.class);

        file = act(file, new Act.GiveOpinion(2, true, "同意"));
        file = act(file, new Act.PassStep(1, "同意"));
        assertThat(file.openTasks()).singleElement().matches(CaseTask::decision);
    }

    @Test
    void aSignerAfterHasTheirTurnWhenTheStepIsDoneAndTheDecisionWaits() {
        var file = asked(Form.SIGN_AFTER, Rule.ALL, "health-review");
        assertThat(file.openTasks()).hasSize(1);

        file = act(file, new Act.PassStep(1, "同意"));
        assertThat(file.openTasks()).singleElement().matches(task -> !task.isMain());

        var agreed = act(file, new Act.GiveOpinion(2, true, "同意"));
        assertThat(agreed.openTasks()).singleElement().matches(CaseTask::decision);
        var against = act(file, new Act.GiveOpinion(2, false, "面积不符"));
        assertThat(against.openTasks())
                .singleElement()
                .satisfies(task -> assertThat(task.step()).isEqualTo("review"));
    }

    @Test
    void allAreHeardAnyIsEnoughAndAMajorityIsMoreThanHalf() {
        var all = asked(Form.COUNTERSIGN, Rule.ALL, "a", "b", "c");
        all = act(act(all, new Act.GiveOpinion(2, false, "否")), new Act.GiveOpinion(3, true, "可"));
        assertThat(result(all)).isEqualTo(Consultation.State.OPEN);
        assertThat(result(act(all, new Act.GiveOpinion(4, true, "可"))))
                .isEqualTo(Consultation.State.DISAGREED);

        var any =
                act(
                        asked(Form.COUNTERSIGN, Rule.ANY, "a", "b", "c"),
                        new Act.GiveOpinion(3, true, "可"));
        assertThat(result(any)).isEqualTo(Consultation.State.AGREED);
        assertThat(any.openTasks()).hasSize(1);

        var majority = asked(Form.COUNTERSIGN, Rule.MAJORITY, "a", "b", "c", "d");
        majority =
                act(
                        act(majority, new Act.GiveOpinion(2, true, "可")),
                        new Act.GiveOpinion(3, true, "可"));
        assertThat(result(majority))
                .as("two of four are not more than half")
                .isEqualTo(Consultation.State.OPEN);
        assertThat(result(act(majority, new Act.GiveOpinion(4, true, "可"))))
                .isEqualTo(Consultation.State.AGREED);
        assertThat(
                        result(
                                act(
                                        act(majority, new Act.GiveOpinion(4, false, "否")),
                                        new Act.GiveOpinion(5, false, "否"))))
                .isEqualTo(Consultation.State.DISAGREED);
    }

    @Test
    void nothingIsGrantedAgainstThoseWhoHadToCountersign() {
        var file = act(accepted(), new Act.PassStep(1, "同意"));
        file =
                act(
                        file,
                        new Act.Consult(
                                2, Form.COUNTERSIGN, Rule.ALL, List.of("health-review"), "会签", 0));
        assertThat(refusal(file, new Act.Grant(2, "")))
                .isInstanceOf(Refusal.OthersStillAsked.class);

        file = act(file, new Act.GiveOpinion(3, false, "不同意"));

        assertThat(refusal(file, new Act.Grant(2, ""))).isInstanceOf(Refusal.OthersAgainst.class);
        assertThat(act(file, new Act.Refuse(2, "事实", "理由", "条款")).result()).isPresent();
    }

    @Test
    void silenceOfAnOfficeHasTheMeaningThatTheItemGivesIt() {
        var file = asked(Form.OPINION, Rule.ALL, "health-review");
        assertThat(file.openClock(ClockKind.OPINION)).isPresent();
        var early = decide(file, new Act.TakeSilence(), DAY);
        assertThat(early).isInstanceOf(Ruling.Refused.class);

        var silent = (Ruling.Done) decide(file, new Act.TakeSilence(), "2026-03-09");

        assertThat(((CaseEvent.SilenceTaken) silent.event()).agreed()).isFalse();
        assertThat(silent.next().openClock(ClockKind.OPINION)).isEmpty();
        assertThat(decide(silent.next(), new Act.PassStep(1, "同意"), "2026-03-09"))
                .isInstanceOf(Ruling.Done.class);
    }

    @Test
    void aReturnDropsWhatWasAskedOnTheTaskThatIsOvertaken() {
        var file = act(accepted(), new Act.PassStep(1, "同意"));
        file =
                act(
                        file,
                        new Act.Consult(
                                2, Form.OPINION, Rule.ALL, List.of("health-review"), "征求意见", 3));

        file = act(file, new Act.ReturnStep(2, "review", "再核"));

        assertThat(result(file)).isEqualTo(Consultation.State.VOID);
        assertThat(file.openClock(ClockKind.OPINION)).isEmpty();
        assertThat(file.openTasks()).singleElement().matches(task -> task.step().equals("review"));
    }

    @Test
    void aTaskThatWasHandedOverIsDoneByTheColleagueOnly() {
        var file = accepted();
        var over = new Act.HandOver(1, "market9", "陆某平", Set.of("market-review"), "请假");

        assertThat(refusal(file, new Act.HandOver(1, "x", "他人", Set.of("health-review"), "请假")))
                .isInstanceOf(Refusal.NoColleague.class);
        file = act(file, over);

        assertThat(refusal(file, new Act.PassStep(1, "同意"))).isInstanceOf(Refusal.NotYours.class);
        var colleague = Cases.staff("market9", Set.of(Right.REVIEW), Set.of("market-review"));
        assertThat(
                        CaseEngine.decide(
                                file,
                                new Act.PassStep(1, "同意"),
                                Cases.known(colleague, LocalDate.parse(DAY), ITEM)))
                .isInstanceOf(Ruling.Done.class);
        assertThat(file.openTasks().getFirst().seat()).isEqualTo("staff:market9");
    }

    @Test
    void aVisitNamesTwoOfficersAndStopsNoClock() {
        var file = accepted();
        var one = Cases.officers("market").getFirst();
        var alone = visit(Act.Visit.SITE_VISIT, List.of(one, one));

        assertThat(refusal(file, alone)).isInstanceOf(Refusal.TooFewOfficers.class);

        var after = act(file, visit(Act.Visit.SITE_VISIT, Cases.officers("market", "market")));
        assertThat(after.clocks()).isEqualTo(file.clocks());
    }

    @Test
    void aJointMeetingIsOneOfSeveralOffices() {
        var file = accepted();

        assertThat(refusal(file, visit(Act.Visit.MEETING, Cases.officers("market", "market"))))
                .isInstanceOf(Refusal.OneOfficeOnly.class);
        // A counter of no single office is not another office.
        assertThat(refusal(file, visit(Act.Visit.MEETING, Cases.officers("market", ""))))
                .isInstanceOf(Refusal.OneOfficeOnly.class);

        var met = act(file, visit(Act.Visit.MEETING, Cases.officers("market", "health")));
        assertThat(met.version()).isEqualTo(file.version() + 1);
    }

    private static Act visit(Act.Visit kind, List<Officer> officers) {
        return new Act.RecordVisit(kind, LocalDate.parse(DAY), "建设东路 18 号", officers, "与申报一致", 2);
    }

    private static CaseFile accepted() {
        return Cases.after(
                Cases.submittedOn("2026-03-02", ITEM),
                new Act.Accept(),
                Cases.clerk(),
                "2026-03-02",
                ITEM);
    }

    private static CaseFile asked(Form form, Rule rule, String... posts) {
        return act(accepted(), new Act.Consult(1, form, rule, List.of(posts), "请审核", 3));
    }

    private static Consultation.State result(CaseFile file) {
        return file.consultations().getLast().state();
    }

    private static CaseFile act(CaseFile file, Act act) {
        var ruling = decide(file, act, DAY);
        assertThat(ruling).as(act.toString()).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).next();
    }

    private static Refusal refusal(CaseFile file, Act act) {
        return ((Ruling.Refused) decide(file, act, DAY)).why();
    }

    private static Ruling decide(CaseFile file, Act act, String day) {
        var everybody =
                new Actor(
                        Actor.Kind.STAFF,
                        "all",
                        "all",
                        Set.of(Right.values()),
                        Set.of(
                                "market-review",
                                "health-review",
                                "market-decide",
                                "a",
                                "b",
                                "c",
                                "d"),
                        java.util.Optional.empty());
        return CaseEngine.decide(file, act, Cases.known(everybody, LocalDate.parse(day), ITEM));
    }
}
