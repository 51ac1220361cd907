package org.tongban.casework.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tongban.TestDatabase;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.Audited;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.casework.engine.Standing;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.life.Delegation;
import org.tongban.pack.PackImport;
import org.tongban.pack.SanduInForce;
import org.tongban.schema.Tables;

/** What becomes of the cases of an item that is handed down to towns, and taken back. */
@SpringBootTest(properties = "tongban.followers=false")
class TakeOverCasesTests {

    private static final String KEY = "elder-allowance";
    private static final String COUNTY = "civil-affairs";
    private static final String TOWN = "dahe-town";

    @Autowired private PackImport packs;
    @Autowired private Casework casework;
    @Autowired private CaseRegister register;
    @Autowired private Catalogue catalogue;
    @Autowired private Delegation delegation;
    @Autowired private TakeOverCases takeOver;
    @Autowired private DSLContext db;
    @Autowired private Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws Exception {
        SanduInForce.in(packs, db);
    }

    @Test
    @Tag("A3")
    void runningCasesGoToTheTownThatTheyNameAndAreFinishedThere() {
        var received = submit("522732111000");
        var reviewing = done(submit("522732111201"), new Act.Accept(), "civil-affairs-review");
        var elsewhere = submit("522732112000");
        var decided = finished(submit("522732111000"), "civil-affairs-");
        var termsBefore = reviewing.clocks();

        handedDown();

        assertThat(takeOver.run()).isEqualTo(2);
        assertThat(takeOver.run()).as("a second run").isZero();

        assertThat(now(elsewhere).agency()).isEqualTo(COUNTY);
        assertThat(now(decided).agency()).isEqualTo(COUNTY);
        assertThat(now(received).agency()).isEqualTo(TOWN);
        var moved = now(reviewing);
        assertThat(moved.agency()).isEqualTo(TOWN);
        assertThat(moved.formerAgency()).contains(COUNTY);
        assertThat(moved.itemKey()).isEqualTo(KEY);
        assertThat(moved.itemVersion()).isEqualTo(reviewing.itemVersion());
        assertThat(moved.clocks()).isEqualTo(termsBefore);
        assertThat(moved.openTasks())
                .singleElement()
                .satisfies(
                        task -> {
                            assertThat(task.post()).isEqualTo("dahe-review");
                            assertThat(task.agency()).isEqualTo(TOWN);
                            assertThat(task.dueOn())
                                    .isEqualTo(reviewing.openTasks().getFirst().dueOn());
                        });
        assertThat(register.line(moved.caseId()).getLast().event())
                .isInstanceOfSatisfying(
                        CaseEvent.Transferred.class,
                        event -> {
                            assertThat(event.fromName()).contains("民政");
                            assertThat(event.toName()).contains("大河镇");
                        });
        assertThat(
                        db.select(Tables.CASE_CLOCK.AGENCY_KEY)
                                .from(Tables.CASE_CLOCK)
                                .where(Tables.CASE_CLOCK.CASE_ID.eq(moved.caseId()))
                                .fetchSet(Tables.CASE_CLOCK.AGENCY_KEY))
                .isEqualTo(Set.of(TOWN));

        var granted = finished(now(received), "dahe-");
        assertThat(granted.result()).contains(Outcome.GRANTED);
        assertThat(granted.tasks()).extracting(CaseTask::agency).containsOnly(TOWN);

        assertThat(
                        delegation.takeBack(
                                KEY, LocalDate.now(clock), "统一办理", staff(Set.of(), Set.of())))
                .isInstanceOf(Delegation.Outcome.Done.class);
        assertThat(takeOver.run()).isEqualTo(1);
        assertThat(takeOver.run()).isZero();
        var back = now(reviewing);
        assertThat(back.agency()).isEqualTo(COUNTY);
        assertThat(back.openTasks())
                .extracting(CaseTask::post)
                .containsOnly("civil-affairs-review");
        assertThat(back.openClock(ClockKind.PROMISED))
                .isEqualTo(reviewing.openClock(ClockKind.PROMISED));
        assertThat(now(granted).agency()).as("decided there, delivered there").isEqualTo(TOWN);
        assertThat(finished(back, "civil-affairs-").result()).contains(Outcome.GRANTED);

        for (var file : List.of(received, reviewing, elsewhere)) {
            assertThat(
                            Standing.of(
                                    register.line(file.caseId()).stream()
                                            .map(line -> line.event())
                                            .toList()))
                    .isEqualTo(Standing.of(now(file)));
        }
        assertThat(Audited.everything(db).faults()).isEmpty();
        assertThat(delegation.of(KEY))
                .anySatisfy(
                        one -> {
                            assertThat(one.casesMoved()).hasValue(2);
                            assertThat(one.casesReturned()).hasValue(1);
                        });
    }

    private void handedDown() {
        var towns = List.of(TOWN, "sanhe-office");
        var offer = new Delegation.Offer(towns, LocalDate.now(clock), false, "三政发〔2026〕9 号");
        assertThat(delegation.offer(KEY, offer, staff(Set.of(), Set.of())))
                .isEqualTo(new Delegation.Outcome.Done(2));
        assertThat(takeOver.run()).as("nobody has taken it over yet").isZero();
        for (var town : towns) {
            delegation.answer(KEY, town, true, "", staff(Set.of(town), Set.of("draft-entries")));
        }
    }

    private CaseFile now(CaseFile file) {
        return casework.find(file.caseId()).orElseThrow();
    }

    private CaseFile submit(String region) {
        var current = catalogue.current(KEY).orElseThrow();
        return casework.submit(
                new Submission(
                        UUID.randomUUID(),
                        KEY,
                        current.version(),
                        Channel.WINDOW,
                        new PrivatePart(
                                new Applicant(
                                        Applicant.Kind.PERSON,
                                        "韦晓兰",
                                        "990101199001010019",
                                        "韦晓兰",
                                        "13800003210",
                                        "三合街道 1 号"),
                                Map.of("who", "self"),
                                Map.of("town", region, "residence", "三合街道建设东路 1 号")),
                        Act.DeliveryWay.WINDOW,
                        new HashSet<>(
                                current.definition().steps().stream().map(s -> s.key()).toList()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Actor.applicant("a", "韦晓兰"),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private CaseFile finished(CaseFile file, String posts) {
        var next = file.state() == CaseState.RECEIVED ? done(file, new Act.Accept(), "") : file;
        while (next.state() == CaseState.REVIEWING) {
            var task = next.openTasks().getFirst();
            next =
                    done(
                            next,
                            task.decision()
                                    ? new Act.Grant(task.no(), "同意")
                                    : new Act.PassStep(task.no(), "同意"),
                            posts + (task.decision() ? "decide" : "review"));
        }
        return next;
    }

    /** By somebody of that post who reaches only the office that has the case. */
    private CaseFile done(CaseFile file, Act act, String post) {
        var actor =
                new Actor(
                        Actor.Kind.STAFF,
                        "s",
                        "潘某",
                        Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE),
                        Set.of(post),
                        Optional.of(Set.of(file.agency())));
        var performed =
                casework.perform(file.caseId(), OptionalInt.empty(), UUID.randomUUID(), act, actor);
        assertThat(performed).isInstanceOf(Performed.Done.class);
        return ((Performed.Done) performed).file();
    }

    private static StaffPrincipal staff(Set<String> agencies, Set<String> rights) {
        return new StaffPrincipal(
                UUID.randomUUID(), "潘某远", "staffing1", Set.of(), rights, agencies, Set.of(), true);
    }
}
