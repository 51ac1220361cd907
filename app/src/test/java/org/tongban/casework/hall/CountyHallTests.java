package org.tongban.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Audited;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Outcome;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;

/** A day in a county hall, and many hands on one case. */
class CountyHallTests extends CountyHall {

    private static final String LIFT = "special-equipment-use-registration";
    private static final String PROJECT = "project-approval";
    @Autowired private DSLContext db;

    /** 300 cases of all kinds in one day, some with everything that can be special about a case. */
    @Test
    @Tag("B2")
    @Tag("B3")
    void aDayInACountyHall() {
        var morning = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ended = new ArrayList<CaseFile>();

        for (var i = 0; i < 197; i++) ended.add(promised(i % 2 == 0 ? TOBACCO : FOOD, morning));
        for (var i = 0; i < 60; i++) ended.add(promised("project-record", morning));
        for (var i = 0; i < 3; i++) ended.add(parallel(morning));
        for (var i = 0; i < 10; i++) ended.add(tolerated(morning));
        for (var i = 0; i < 10; i++) ended.add(corrected(morning));
        for (var i = 0; i < 8; i++) ended.add(notAccepted(morning));
        for (var i = 0; i < 5; i++) ended.add(passedUp(morning));
        for (var i = 0; i < 5; i++) ended.add(simulated(morning));
        for (var i = 0; i < 2; i++) ended.add(heard(morning));

        assertThat(ended).hasSize(300);
        assertThat(ended.stream().map(CaseFile::caseNo).distinct()).hasSize(300);
        var outcomes =
                ended.stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.result().orElseThrow(),
                                        Collectors.counting()));
        assertThat(outcomes).isEqualTo(Map.of(Outcome.GRANTED, 292L, Outcome.NOT_ACCEPTED, 8L));
        assertThat(ended).allMatch(file -> file.openTasks().isEmpty());
        for (var file : ended) {
            assertThat(casework.find(file.caseId())).contains(file);
        }
        assertThat(Audited.everything(db).faults()).isEmpty();
    }

    @Test
    @Tag("B13")
    void oneOfManyWinsAndTheOthersLearnWhatChanged() throws Exception {
        var file = done(submit(FOOD, clock.instant()), new Act.Accept(), clock.instant());
        var task = file.openTasks().getFirst();
        var everybody = everybody(file);
        var version = file.version();

        List<Callable<Performed>> presses = new ArrayList<>();
        for (var i = 0; i < 16; i++) {
            var opinion = "同意 " + i;
            presses.add(
                    () ->
                            casework.perform(
                                    file.caseId(),
                                    OptionalInt.of(version),
                                    UUID.randomUUID(),
                                    new Act.PassStep(task.no(), opinion),
                                    everybody));
        }
        var results = new ArrayList<Performed>();
        try (var hands = Executors.newFixedThreadPool(16)) {
            for (var future : hands.invokeAll(presses)) results.add(future.get());
        }

        assertThat(results.stream().filter(Performed.Done.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Performed.Refused.class::isInstance))
                .hasSize(15)
                .allMatch(
                        refused ->
                                ((Performed.Refused) refused).why() instanceof Refusal.Stale stale
                                        && stale.now() == version + 1);
        assertThat(casework.find(file.caseId()).orElseThrow().version()).isEqualTo(version + 1);
    }

    @Test
    @Tag("B13")
    void theSameButtonPressedByManyHandsIsOneAct() throws Exception {
        var file = submit(FOOD, clock.instant());
        var press = UUID.randomUUID();
        var everybody = everybody(file);

        List<Callable<Performed>> presses = new ArrayList<>();
        for (var i = 0; i < 8; i++) {
            presses.add(
                    () ->
                            casework.perform(
                                    file.caseId(),
                                    OptionalInt.empty(),
                                    press,
                                    new Act.Accept(),
                                    everybody));
        }
        var results = new ArrayList<Performed>();
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var future : hands.invokeAll(presses)) results.add(future.get());
        }

        assertThat(results.stream().filter(Performed.Done.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Performed.Already.class::isInstance)).hasSize(7);
    }

    private CaseFile promised(String item, Instant at) {
        return carry(done(submit(item, at), new Act.Accept(), at), at);
    }

    /** Two offices at once; one sends the file back, and what came of it is objected to. */
    private CaseFile parallel(Instant at) {
        var file = done(submit(FOOD, at), new Act.Accept(), at);
        file = done(file, new Act.PassStep(file.openTasks().getFirst().no(), "同意"), at);
        assertThat(file.openTasks())
                .extracting(CaseTask::agency)
                .containsExactlyInAnyOrder("market", "health");
        var site = file.openTasks().getFirst();
        file = done(file, new Act.ReturnStep(site.no(), "review", "平面图要再看"), at);
        file = untilDecision(file, at);
        var until = at.atZone(clock.getZone()).toLocalDate().plusYears(3);
        file = done(file, new Act.Grant(file.openTasks().getFirst().no(), "", "不使用明火", until), at);
        file = done(file, new Act.Deliver(Act.DeliveryWay.POST, "韦晓兰", "EMS1234567890"), at);
        file = done(file, new Act.ObjectToDecision("店名写错了一个字"), at);
        file = done(file, new Act.AnswerObjection(true, "已经更正。"), at);
        return done(file, new Act.CorrectSlip("准予行政许可决定书", "水香", "水乡"), at);
    }

    private CaseFile tolerated(Instant at) {
        var file =
                done(submit(FOOD, at), new Act.AcceptTolerantly(List.of("floor-plan"), true), at);
        return carry(done(file, new Act.BringPapers(List.of("floor-plan"), 1), at), at);
    }

    private CaseFile corrected(Instant at) {
        var file =
                done(
                        submit(FOOD, at),
                        new Act.TellCorrections(
                                List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"))),
                        at);
        return carry(done(supplied(file, at), new Act.Accept(), at), at);
    }

    private CaseFile notAccepted(Instant at) {
        return done(
                submit(FOOD, at),
                new Act.RefuseAcceptance(Act.NonAcceptance.NOT_OUR_POWER, "由市级机关实施", "黔南州市场监督管理局"),
                at);
    }

    private CaseFile passedUp(Instant at) {
        var file = done(submit(LIFT, at), new Act.Accept(), at);
        file = untilDecision(file, at);
        file = done(file, new Act.Forward(file.openTasks().getFirst().no(), "符合条件"), at);
        var day = at.atZone(clock.getZone()).toLocalDate();
        file = done(file, new Act.RecordHigherDecision(true, "黔南市监〔2026〕8号", day, ""), at);
        return done(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "本人"), at);
    }

    private CaseFile simulated(Instant at) {
        var file = done(submit(PROJECT, at), new Act.AcceptForSimulation(List.of("用地批准文件")), at);
        file = untilDecision(file, at);
        file = done(file, new Act.Grant(file.openTasks().getFirst().no(), ""), at);
        file = done(file, new Act.MakeReal("用地批准文件已经取得"), at);
        return done(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "本人"), at);
    }

    private CaseFile heard(Instant at) {
        var file = done(submit(FOOD, at), new Act.Accept(), at);
        file = done(file, new Act.TellHearingRight("涉及相邻住户的重大利益", List.of("隔壁住户")), at);
        file =
                performed(
                        casework.perform(
                                file.caseId(),
                                OptionalInt.empty(),
                                UUID.randomUUID(),
                                new Act.AskForHearing("韦晓兰", "需要说明"),
                                Actor.applicant("a", "韦晓兰"),
                                at));
        var day = at.atZone(clock.getZone()).toLocalDate().plusDays(21);
        file = done(file, new Act.CallHearing(day, "政务中心三楼", "县司法局 王某"), at);
        var later = at.plus(Duration.ofDays(21));
        file = done(file, new Act.RecordHearing(List.of("韦晓兰"), "各方陈述了意见。"), later);
        return carry(file, later);
    }
}
