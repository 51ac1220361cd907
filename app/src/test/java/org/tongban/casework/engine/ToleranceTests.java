package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.MarkdownTable;

/** A paper may follow, on the applicant's word; what comes of the word. */
@Tag("B5")
class ToleranceTests {

    private static final ItemDefinition ITEM = Cases.tolerantLicence(10, null);

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/tolerance.md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void theTermIsThatOfTheTable(Map<String, String> given) {
        var own = cell(given, "own term");
        var item =
                Cases.tolerantLicence(
                        Integer.parseInt(cell(given, "promised")),
                        own.isEmpty() ? null : Integer.valueOf(own));
        var on = cell(given, "accepted on");

        var accepted =
                Cases.after(
                        Cases.submittedOn(on, item, offer("lease")),
                        new Act.AcceptTolerantly(List.of("lease"), false),
                        Cases.clerk(),
                        on,
                        item);
        var extended =
                Cases.after(accepted, new Act.ExtendSupplement("房东出差"), Cases.clerk(), on, item);

        assertThat(supplement(accepted).due())
                .as(given.get("why"))
                .contains(LocalDate.parse(cell(given, "supplement by")));
        assertThat(supplement(extended).due())
                .as(given.get("why"))
                .contains(LocalDate.parse(cell(given, "extended to")));
    }

    @Test
    void reviewBeginsAtOnceAndTheGrantWaitsForThePaper() {
        var file = tolerated();
        assertThat(file.openTasks()).isNotEmpty();
        file = reviewed(file);
        var decision = file.openTasks().getFirst().no();

        assertThat(refusalOf(file, new Act.Grant(decision, "")))
                .isInstanceOf(Refusal.PapersOwed.class);

        file = bring(file, "lease");
        assertThat(file.openClock(ClockKind.SUPPLEMENT)).isEmpty();
        file = Cases.after(file, new Act.Grant(decision, ""), Cases.decider(), "2026-03-05", ITEM);
        assertThat(file.state()).isEqualTo(CaseState.DECIDED);
    }

    @Test
    void aRefusalDoesNotWaitAndBreaksNoPromise() {
        var file = reviewed(tolerated());
        var decision = file.openTasks().getFirst().no();

        file =
                Cases.after(
                        file,
                        new Act.Refuse(decision, "事实", "理由", "条款"),
                        Cases.decider(),
                        "2026-03-05",
                        ITEM);

        assertThat(file.pledges()).extracting(Pledge::state).containsExactly(Pledge.State.RELEASED);
        assertThat(file.openClock(ClockKind.SUPPLEMENT)).isEmpty();
    }

    @Test
    void whatNeverComesEndsTheCaseAndIsABrokenPromise() {
        var file = tolerated();
        var early = decide(file, new Act.EndForWantOfPapers(), "2026-03-16", true);
        assertThat(early).isEqualTo(new Ruling.Refused(termNotOver("2026-03-16")));

        var ruling =
                CaseEngine.decide(
                        file,
                        new Act.EndForWantOfPapers(),
                        Cases.known(
                                org.tongban.casework.Actor.system(),
                                LocalDate.parse("2026-03-17"),
                                ITEM));

        var done = (Ruling.Done) ruling;
        assertThat(done.next().result()).contains(Outcome.NOT_SUPPLEMENTED);
        assertThat(done.next().openTasks()).isEmpty();
        assertThat(((CaseEvent.PapersNeverCame) done.event()).broken())
                .extracting(Pledge::material)
                .containsExactly("lease");
    }

    @Test
    void aPaperThatComesLateIsNotTaken() {
        assertThat(
                        decide(
                                tolerated(),
                                new Act.BringPapers(List.of("lease"), 1),
                                "2026-03-17",
                                true))
                .isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void nobodyIsAcceptedOnAWordThatWasNotGiven() {
        var file = Cases.submittedOn("2026-03-02", ITEM);
        var act = new Act.AcceptTolerantly(List.of("lease"), false);

        assertThat(refusalOf(file, act)).isEqualTo(new Refusal.NoCommitment("lease"));
        assertThat(
                        decide(
                                file,
                                new Act.AcceptTolerantly(List.of("lease"), true),
                                "2026-03-02",
                                true))
                .isInstanceOf(Ruling.Done.class);
    }

    @Test
    void whoeverBrokeAPromiseIsNotOfferedAnother() {
        var act = new Act.AcceptTolerantly(List.of("lease"), true);

        assertThat(decide(Cases.submittedOn("2026-03-02", ITEM), act, "2026-03-02", false))
                .isEqualTo(new Ruling.Refused(new Refusal.CreditLost()));
    }

    @Test
    void onlyWhatTheGuideMarksMayFollow() {
        var act = new Act.AcceptTolerantly(List.of("plan"), true);

        assertThat(refusalOf(Cases.submittedOn("2026-03-02", ITEM), act))
                .isEqualTo(new Refusal.NotTolerated("plan"));
    }

    @Test
    void silenceTakesTheApplicationAsItWasOfferedAndTheTermBeginsToday() {
        var file = Cases.submittedOn("2026-03-02", ITEM, offer("lease"));

        var deemed =
                Cases.after(
                        file,
                        new Act.DeemAccepted(),
                        org.tongban.casework.Actor.system(),
                        "2026-03-10",
                        ITEM);

        assertThat(deemed.acceptedOn()).isEqualTo("2026-03-02");
        assertThat(supplement(deemed).startedOn()).isEqualTo("2026-03-10");
        assertThat(deemed.papersOwed()).hasSize(1);
    }

    @Test
    void aPaperIsGivenMoreTimeOnce() {
        var file =
                Cases.after(
                        tolerated(),
                        new Act.ExtendSupplement("房东出差"),
                        Cases.clerk(),
                        "2026-03-03",
                        ITEM);

        assertThat(refusalOf(file, new Act.ExtendSupplement("还没回来")))
                .isInstanceOf(Refusal.AlreadyExtended.class);
    }

    @Test
    void aGrantOnAWordIsTakenBackOnlyAfterThePersonWasHeard() {
        var file = granted(Cases.vouch("health"));
        assertThat(file.openClock(ClockKind.AFTER_CHECK)).isPresent();
        file =
                Cases.after(
                        file,
                        new Act.RecordCheck("health", false, "两名员工没有健康证明。"),
                        Cases.reviewer("market"),
                        "2026-03-20",
                        ITEM);
        var revoke = new Act.RevokeGrant("两名员工没有健康证明。", "不符合条件。", "食品安全法第四十五条");

        assertThat(decide(file, revoke, "2026-03-23", true))
                .isEqualTo(new Ruling.Refused(termNotOver("2026-03-27")));

        var pleaded =
                Cases.after(file, new Act.Plead("当天补办了。"), Cases.applicant(), "2026-03-23", ITEM);
        var revoked = (Ruling.Done) decide(pleaded, revoke, "2026-03-24", true);
        assertThat(revoked.next().result()).contains(Outcome.REVOKED);
        assertThat(revoked.next().state()).isEqualTo(CaseState.CLOSED);
        assertThat(((CaseEvent.GrantRevoked) revoked.event()).broken()).hasSize(1);
        var stands = (Ruling.Done) decide(pleaded, new Act.LetStand("已经补正。"), "2026-03-24", true);
        assertThat(stands.next().result()).contains(Outcome.GRANTED);
        assertThat(stands.next().pledges())
                .extracting(Pledge::state)
                .containsExactly(Pledge.State.KEPT);
    }

    @Test
    void aWordThatHoldsEndsTheCheck() {
        var file =
                Cases.after(
                        granted(Cases.vouch("health")),
                        new Act.RecordCheck("health", true, "与卫健部门核对一致。"),
                        Cases.reviewer("market"),
                        "2026-03-20",
                        ITEM);

        assertThat(file.openClock(ClockKind.AFTER_CHECK)).isEmpty();
        assertThat(refusalOf(file, new Act.RevokeGrant("a", "b", "c")))
                .isInstanceOf(Refusal.NothingDoubted.class);
    }

    private static CaseFile granted(Pledge pledge) {
        var file = Cases.submittedOn("2026-03-02", ITEM, pledge);
        file = reviewed(Cases.after(file, new Act.Accept(), Cases.clerk(), "2026-03-02", ITEM));
        var decision = file.openTasks().getFirst().no();
        return Cases.after(file, new Act.Grant(decision, ""), Cases.decider(), "2026-03-05", ITEM);
    }

    private static CaseFile tolerated() {
        return Cases.after(
                Cases.submittedOn("2026-03-02", ITEM, offer("lease")),
                new Act.AcceptTolerantly(List.of("lease"), false),
                Cases.clerk(),
                "2026-03-02",
                ITEM);
    }

    private static CaseFile reviewed(CaseFile file) {
        return Cases.after(
                file,
                new Act.PassStep(file.openTasks().getFirst().no(), "同意"),
                Cases.reviewer("market"),
                "2026-03-03",
                ITEM);
    }

    private static CaseFile bring(CaseFile file, String material) {
        return Cases.after(
                file,
                new Act.BringPapers(List.of(material), 1),
                Cases.applicant(),
                "2026-03-04",
                ITEM);
    }

    private static Pledge offer(String material) {
        return Cases.offer(material);
    }

    private static Clock supplement(CaseFile file) {
        return file.openClock(ClockKind.SUPPLEMENT).orElseThrow();
    }

    private static Refusal termNotOver(String day) {
        return new Refusal.TermNotOver(LocalDate.parse(day));
    }

    private static Refusal refusalOf(CaseFile file, Act act) {
        return ((Ruling.Refused) decide(file, act, "2026-03-04", true)).why();
    }

    private static Ruling decide(CaseFile file, Act act, String day, boolean trusted) {
        var known = Cases.known(Cases.everybody(), LocalDate.parse(day), ITEM);
        return CaseEngine.decide(
                file,
                act,
                new Known(
                        known.actor(),
                        known.now(),
                        known.today(),
                        known.zone(),
                        known.calendar(),
                        ITEM,
                        known.applicable(),
                        known.policy(),
                        known.seats(),
                        trusted,
                        List.of()));
    }
}
