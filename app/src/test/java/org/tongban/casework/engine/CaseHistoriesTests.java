package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.calendar.DayCount;
import org.tongban.calendar.Period;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Consultation;
import org.tongban.casework.Hearing;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Procedure;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;

/**
 * Any order of any acts by anyone, over any graph of steps: the case stays right, and its event
 * line alone says the same of it as its row. {@code -Dhistories=10000} asks for more of them.
 */
@Tag("B7")
@Tag("B13")
class CaseHistoriesTests {

    private static final int ACTS = 80;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** 1,300 histories of 80 acts: more than 100,000 acts in the usual run. */
    static LongStream manySeeds() {
        return LongStream.range(0, Long.getLong("histories", 1_300));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    void noHistoryLeadsToAnIllegalCase(long seed) {
        var random = new Random(seed);
        var item = handled(Cases.tolerant(Cases.licence(anySteps(random)), 5, null), random);
        var today = LocalDate.parse("2026-01-05").plusDays(random.nextInt(250));
        var begun = Cases.submitted(today, item, anyOffers(random));
        var file = begun.next();
        var line = new ArrayList<CaseEvent>(List.of(begun.event()));

        for (var i = 0; i < ACTS; i++) {
            today = today.plusDays(random.nextInt(3));
            var act = anyAct(file, today, random);
            var ruling = CaseEngine.decide(file, act, known(anyone(random), today, item, random));
            if (ruling instanceof Ruling.Done(var next, var event)) {
                assertThat(next.version()).isEqualTo(file.version() + 1);
                assertTasksOnlyGrow(file, next);
                file = next;
                line.add(event);
                assertThat(Standing.of(line)).as("the line alone").isEqualTo(Standing.of(file));
                assertWhole(file, item);
            }
        }
    }

    /**
     * Somebody willing to do every act brings every case to an end, whatever its graph of steps.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCaseCanBeBroughtToItsDecision(long seed) {
        var random = new Random(seed);
        var item = Cases.licence(anySteps(random));
        var file = Cases.submittedOn("2026-03-02", item);
        var all = all();
        file = done(file, new Act.Accept(), all, item, random);

        for (var i = 0; i < 80 && file.state() == CaseState.REVIEWING; i++) {
            if (random.nextInt(3) == 0) {
                var form = List.of(Consultation.Form.values()).get(random.nextInt(4));
                var step = file.openTasks().stream().filter(CaseTask::isMain).findFirst();
                if (step.isPresent()
                        && !(step.get().decision() && form == Consultation.Form.SIGN_AFTER)) {
                    var ask =
                            new Act.Consult(
                                    step.get().no(),
                                    form,
                                    Consultation.Rule.ALL,
                                    List.of("health-review"),
                                    "请审核",
                                    3);
                    file = done(file, ask, all, item, random);
                }
            }
            // Whoever was asked in speaks first; the steps wait for them.
            var open = file.openTasks();
            var task = open.stream().filter(t -> !t.isMain()).findFirst().orElse(open.getFirst());
            Act act =
                    !task.isMain()
                            ? new Act.GiveOpinion(task.no(), true, "同意")
                            : task.decision()
                                    ? new Act.Grant(task.no(), "")
                                    : new Act.PassStep(task.no(), "同意");
            file = done(file, act, all, item, random);
        }

        assertThat(file.state()).isEqualTo(CaseState.DECIDED);
        var done =
                file.tasks().stream()
                        .filter(t -> t.isMain() && t.state() == CaseTask.State.DONE)
                        .map(CaseTask::step)
                        .toList();
        assertThat(done).containsExactlyInAnyOrderElementsOf(file.plan());
    }

    private static CaseFile done(
            CaseFile file, Act act, Actor actor, ItemDefinition item, Random random) {
        var ruling =
                CaseEngine.decide(
                        file, act, known(actor, LocalDate.parse("2026-03-03"), item, random));
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).next();
    }

    private static void assertTasksOnlyGrow(CaseFile before, CaseFile next) {
        assertThat(next.tasks().size()).isGreaterThanOrEqualTo(before.tasks().size());
        for (var i = 0; i < before.tasks().size(); i++) {
            assertThat(next.tasks().get(i).no()).isEqualTo(i + 1);
            assertThat(next.tasks().get(i).step()).isEqualTo(before.tasks().get(i).step());
        }
    }

    static void assertWhole(CaseFile file, ItemDefinition item) {
        var open = file.openTasks();
        if (file.state() == CaseState.REVIEWING) {
            assertThat(open).as("somebody's turn").isNotEmpty();
        } else {
            assertThat(open).isEmpty();
        }
        var steps = open.stream().filter(CaseTask::isMain).toList();
        assertThat(steps.stream().map(CaseTask::step).distinct().count())
                .as("no step is open twice")
                .isEqualTo(steps.size());
        if (steps.stream().anyMatch(CaseTask::decision)) {
            assertThat(steps).as("the decision waits for all steps").hasSize(1);
        }
        assertConsultations(file);
        assertNobodysTaskIsLost(file, item);
        for (var kind : ClockKind.values()) {
            if (kind == ClockKind.OPINION) continue;
            assertThat(file.clocks().stream().filter(c -> c.kind() == kind && c.isOpen()).count())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(file.openClock(ClockKind.ANSWER).isPresent())
                .isEqualTo(file.state() == CaseState.RECEIVED);
        assertThat(file.openClock(ClockKind.CORRECTION).isPresent())
                .isEqualTo(file.state() == CaseState.CORRECTING);
        assertThat(file.openClock(ClockKind.STATUTORY).isPresent())
                .isEqualTo(file.state() == CaseState.REVIEWING && !file.isSimulated());
        assertThat(file.openClock(ClockKind.HIGHER).isPresent())
                .isEqualTo(file.state() == CaseState.FORWARDED);
        assertHearing(file);
        assertThat(file.openClock(ClockKind.DELIVERY).isPresent())
                .isEqualTo(file.state() == CaseState.DECIDED);
        assertPromises(file);
        if (file.openClock(ClockKind.OBJECTION).isPresent()) {
            assertThat(file.result()).as("nobody objects to what is not decided").isPresent();
        }
        file.clocks().stream().filter(Clock::isOpen).forEach(clock -> assertRight(clock, file));
        assertThat(file.procedures().stream().filter(p -> p.isRunning()).count())
                .isLessThanOrEqualTo(1);
        assertThat(file.result().isPresent())
                .isEqualTo(file.state() == CaseState.DECIDED || file.state() == CaseState.CLOSED);
        assertThat(item.steps().stream().map(Step::key).toList()).containsAll(file.plan());
    }

    private static void assertHearing(CaseFile file) {
        var hearing = file.heard().map(Hearing::state);
        assertThat(file.openClock(ClockKind.HEARING).isPresent())
                .isEqualTo(
                        file.state() == CaseState.REVIEWING
                                && file.heard().filter(Hearing::isOwed).isPresent());
        if (file.openClock(ClockKind.HEARING_REQUEST).isPresent()) {
            assertThat(hearing).contains(Hearing.State.OFFERED);
        }
        if (hearing.equals(Optional.of(Hearing.State.CALLED))
                && file.state() == CaseState.REVIEWING) {
            assertThat(file.runningProcedure().map(Procedure::kind)).contains("听证");
        }
        // Nobody decides over somebody who asked to be heard.
        if (file.state() == CaseState.DECIDED) {
            assertThat(file.heard().filter(Hearing::isOwed)).isEmpty();
        }
    }

    private static ItemDefinition handled(ItemDefinition plain, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Cases.handled(plain, Cases.forwarded());
            case 1 -> Cases.handled(plain, Cases.simulated());
            case 2 -> Cases.handled(plain, Cases.automatic());
            default -> plain;
        };
    }

    /** What was added to the usual way of a case. */
    private static Act anyFurtherAct(int task, LocalDate today, Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> new Act.TellHearingRight("涉及重大利益", List.of("隔壁住户"));
            case 1, 2 -> new Act.AskForHearing("韦某兰", "需要说明情况");
            case 3, 4 -> new Act.CallHearing(today.plusDays(9 + random.nextInt(5)), "政务中心", "杨某江");
            case 5, 6, 7 -> new Act.RecordHearing(List.of("韦某兰"), "笔录");
            case 8, 9 -> new Act.Forward(task, "符合条件");
            case 10 ->
                    new Act.RecordHigherDecision(
                            random.nextBoolean(), "黔南市监许〔2026〕1号", today, "理由");
            case 11 -> new Act.AcceptForSimulation(List.of("土地证"));
            case 12 ->
                    random.nextInt(3) == 0
                            ? new Act.EndSimulation("不再需要")
                            : new Act.MakeReal("土地证已经取得");
            case 13 ->
                    new Act.DecideAutomatically(
                            List.of(
                                    new Act.CheckedRule(
                                            "age", "年满八十周岁", random.nextBoolean(), "82")));
            case 15 ->
                    random.nextInt(4) == 0
                            ? new Act.DeclineHearing("不是利害关系人")
                            : new Act.CorrectSlip("决定书", "具", "县");
            case 16, 17 -> new Act.ObjectToDecision("面积写错了");
            case 18 -> new Act.AnswerObjection(random.nextBoolean(), "已核对");
            case 14 -> new Act.HandToPerson(List.of(new Act.CheckedRule("age", "年龄", false, "")));
            default ->
                    random.nextInt(12) == 0
                            ? new Act.VoidCase("误录")
                            : random.nextBoolean()
                                    ? new Act.Recount()
                                    : new Act.RejectPapers(List.of("lease"), "看不清");
        };
    }

    private static void assertConsultations(CaseFile file) {
        for (var c : file.consultations()) {
            var seats = file.tasks().stream().filter(t -> t.answers(c.no())).toList();
            var main = file.tasks().get(c.task() - 1);
            assertThat(seats).isNotEmpty();
            switch (c.state()) {
                case WAITING -> {
                    assertThat(main.isOpen()).isTrue();
                    assertThat(seats).allMatch(t -> t.state() == CaseTask.State.WAITING);
                }
                case OPEN -> {
                    assertThat(main.state()).isNotEqualTo(CaseTask.State.VOID);
                    assertThat(seats).anyMatch(CaseTask::isOpen);
                    assertThat(file.state()).isEqualTo(CaseState.REVIEWING);
                }
                case AGREED, DISAGREED, VOID ->
                        assertThat(seats)
                                .as("nobody is asked in vain")
                                .noneMatch(CaseTask::isPending);
            }
            var clock = c.clock();
            if (clock != null) {
                assertThat(file.clocks().get(clock - 1).isOpen())
                        .isEqualTo(c.state() == Consultation.State.OPEN);
            }
        }
        assertThat(file.tasks())
                .filteredOn(t -> t.isPending() && !t.isMain())
                .allMatch(t -> file.consultationOf(t).orElseThrow().isPending());
    }

    /** Every step that is not complete is in somebody's hands, or waits for one that is not. */
    private static void assertNobodysTaskIsLost(CaseFile file, ItemDefinition item) {
        if (file.state() != CaseState.REVIEWING) return;
        var steps = new Steps(item, file.plan());
        for (var key : file.plan()) {
            var inHand = file.tasks().stream().anyMatch(t -> t.step().equals(key) && t.isPending());
            if (isComplete(key, file) || inHand) continue;
            assertThat(steps.allBefore(key))
                    .as("what %s waits for", key)
                    .anyMatch(before -> !isComplete(before, file));
        }
    }

    private static boolean isComplete(String key, CaseFile file) {
        var latest =
                file.tasks().reversed().stream()
                        .filter(t -> t.isMain() && t.step().equals(key))
                        .findFirst();
        return latest.filter(t -> t.state() == CaseTask.State.DONE).isPresent()
                && file.consultations().stream()
                        .noneMatch(c -> c.task() == latest.get().no() && c.isPending());
    }

    private static Act anyTeamwork(int task, Random random) {
        var forms = Consultation.Form.values();
        var rules = Consultation.Rule.values();
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                    new Act.Consult(
                            task,
                            forms[random.nextInt(forms.length)],
                            rules[random.nextInt(rules.length)],
                            random.nextBoolean()
                                    ? List.of("health-review")
                                    : List.of("health-review", "market-review", "market-decide"),
                            "请审核",
                            1 + random.nextInt(4));
            case 2, 3, 4, 5 -> new Act.GiveOpinion(task, random.nextInt(3) > 0, "意见");
            case 6 -> new Act.TakeSilence();
            default ->
                    random.nextInt(4) == 0
                            ? new Act.HandOver(
                                    task,
                                    "all",
                                    "all",
                                    Set.of("market-review", "health-review"),
                                    "请假")
                            : new Act.WriteNote("备注");
        };
    }

    private static void assertPromises(CaseFile file) {
        var granted = file.result().equals(Optional.of(Outcome.GRANTED));
        assertThat(file.openClock(ClockKind.SUPPLEMENT).isPresent())
                .isEqualTo(!file.papersOwed().isEmpty())
                .isEqualTo(file.state() == CaseState.REVIEWING && !file.papersOwed().isEmpty());
        assertThat(file.openClock(ClockKind.AFTER_CHECK).isPresent())
                .isEqualTo(granted && file.pledges().stream().anyMatch(Pledge::isFactUnchecked));
        if (file.openClock(ClockKind.PLEADING).isPresent()) {
            assertThat(file.pledges()).anyMatch(p -> p.state() == Pledge.State.DOUBTED);
        }
        if (file.result().isPresent() && !granted) {
            assertThat(file.pledges()).noneMatch(Pledge::isOpen);
        }
        if (granted) {
            assertThat(file.papersOwed()).isEmpty();
        }
    }

    private static Pledge[] anyOffers(Random random) {
        var offers = new ArrayList<Pledge>();
        if (random.nextBoolean()) offers.add(Cases.offer("lease"));
        if (random.nextBoolean()) offers.add(Cases.offer("photo"));
        if (random.nextBoolean()) offers.add(Cases.vouch("health"));
        // What the item does not let anybody promise is not in the case.
        if (random.nextBoolean()) offers.add(Cases.offer("plan"));
        return offers.toArray(Pledge[]::new);
    }

    private static Act anyPromiseAct(Random random) {
        var some = List.of(random.nextBoolean() ? "lease" : "photo");
        return switch (random.nextInt(10)) {
            case 0 -> new Act.AcceptTolerantly(some, random.nextBoolean());
            case 1 -> new Act.AcceptTolerantly(List.of("lease", "photo"), true);
            case 2, 3 -> new Act.BringPapers(some, 1);
            case 4 -> new Act.ExtendSupplement("需要");
            case 5 -> new Act.EndForWantOfPapers();
            case 6, 7 -> new Act.RecordCheck("health", random.nextBoolean(), "核查");
            case 8 -> new Act.Plead("申辩");
            default ->
                    random.nextBoolean()
                            ? new Act.RevokeGrant("事实", "理由", "条款")
                            : new Act.LetStand("理由");
        };
    }

    /** The stored day is the one that counting anew from nothing gives. */
    private static void assertRight(Clock clock, CaseFile file) {
        var due =
                DayCount.dueOn(
                        Cases.CALENDAR,
                        clock.startedOn(),
                        Period.workingDays(clock.days()),
                        Terms.stoppages(clock, file.procedures()));
        assertThat(clock.due()).isEqualTo(due);
        assertThat(clock.state() == Clock.State.STOPPED).isEqualTo(due.isEmpty());
    }

    private static List<Step> anySteps(Random random) {
        var steps = new ArrayList<Step>();
        var count = 1 + random.nextInt(5);
        for (var i = 0; i < count; i++) {
            var after = new ArrayList<String>();
            for (var j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    after.add("s" + j);
                }
            }
            steps.add(
                    Cases.step(
                            "s" + i,
                            random.nextBoolean() ? "market-review" : "health-review",
                            after));
        }
        var before =
                random.nextBoolean() ? List.<String>of() : steps.stream().map(Step::key).toList();
        steps.add(new Step("decide", "决定", "market-decide", StepKind.DECISION, 1, before, null));
        return steps;
    }

    private static Known known(Actor actor, LocalDate today, ItemDefinition item, Random random) {
        var known = Cases.known(actor, today, item);
        var applicable =
                Set.copyOf(
                        item.steps().stream()
                                .map(Step::key)
                                .filter(_ -> random.nextInt(4) > 0)
                                .toList());
        return new Known(
                actor,
                known.now(),
                today,
                known.zone(),
                known.calendar(),
                item,
                applicable,
                known.policy(),
                known.seats(),
                random.nextInt(4) > 0,
                List.of());
    }

    private static Actor anyone(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Cases.applicant();
            case 1 -> Actor.system();
            case 2 -> Cases.clerk();
            case 3 -> Cases.reviewer("market");
            case 4 -> Cases.reviewer("health");
            case 5 -> Cases.decider();
            default -> all();
        };
    }

    static Actor all() {
        return new Actor(
                Actor.Kind.STAFF,
                "all",
                "all",
                Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER, Right.HEAD),
                Set.of("market-review", "health-review", "market-decide"),
                Optional.empty());
    }

    private static Act anyAct(CaseFile file, LocalDate today, Random random) {
        var task = 1 + random.nextInt(Math.max(1, file.tasks().size() + 1));
        var corrections = List.of(new Act.Correction("m" + random.nextInt(2), "材料", "不清楚"));
        return switch (random.nextInt(46)) {
            case 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44 -> anyFurtherAct(task, today, random);
            case 45 -> new Act.TellCorrectionsAgain(corrections, "漏看了一页");
            case 26, 27, 28, 29, 30, 31, 32, 33 -> anyTeamwork(task, random);
            case 0, 1 -> new Act.Accept();
            case 20, 21, 22, 23, 24, 25 -> anyPromiseAct(random);
            case 2 -> new Act.DeemAccepted();
            case 3 -> new Act.TellCorrections(corrections);
            case 4 -> new Act.SupplyCorrections("", 1);
            case 5 -> new Act.EndForWantOfCorrections();
            case 6 ->
                    random.nextInt(8) == 0
                            ? new Act.RefuseAcceptance(Act.NonAcceptance.NOT_ELIGIBLE, "不符", "")
                            : new Act.Accept();
            case 7, 8, 9, 10, 11 -> new Act.PassStep(task, "同意");
            case 12, 13 -> new Act.ReturnStep(task, "s" + random.nextInt(5), "再核");
            case 14 ->
                    new Act.StartProcedure(
                            List.of("检验", "听证", "现场踏勘").get(random.nextInt(3)), "需要", 3);
            case 15 -> new Act.EndProcedure("结束");
            case 16 -> new Act.Extend("复杂");
            case 17 ->
                    random.nextBoolean()
                            ? new Act.Grant(
                                    task,
                                    "",
                                    random.nextBoolean() ? "" : "每日营业到二十二时",
                                    random.nextInt(3) == 0 ? today.plusYears(3) : null)
                            : new Act.Refuse(task, "事实", "理由", "条款");
            case 18 ->
                    random.nextInt(10) == 0 ? new Act.Withdraw("") : new Act.PassStep(task, "同意");
            default -> new Act.Deliver(Act.DeliveryWay.ELECTRONIC, "本人");
        };
    }
}
