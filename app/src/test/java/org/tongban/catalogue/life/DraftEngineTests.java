package org.tongban.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A3")
class DraftEngineTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID AUTHOR = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource({
        "DRAFTING,  submit,             draft-entries,   REVIEWING",
        "DRAFTING,  submit,             review-law,      NotYours",
        "DRAFTING,  agree-law,          review-law,      NotInThisState",
        "DRAFTING,  discard,            draft-entries,   DISCARDED",
        "REVIEWING, submit,             draft-entries,   NotInThisState",
        "REVIEWING, agree-staffing,     review-staffing, REVIEWING",
        "REVIEWING, agree-staffing,     review-law,      NotYours",
        "REVIEWING, agree-law,          draft-entries,   NotYours",
        "REVIEWING, send-back-law,      review-law,      DRAFTING",
        "REVIEWING, call-back,          draft-entries,   DRAFTING",
        "REVIEWING, publish,            draft-entries,   NotInThisState",
        "AGREED,    publish,            draft-entries,   PUBLISHED",
        "AGREED,    publish,            review-staffing, PUBLISHED",
        "AGREED,    publish,            review-law,      NotYours",
        "AGREED,    call-back,          draft-entries,   DRAFTING",
        "PUBLISHED, submit,             draft-entries,   NotInThisState",
        "PUBLISHED, call-back,          draft-entries,   NotInThisState",
        "DISCARDED, submit,             draft-entries,   NotInThisState",
    })
    void answersFromTheTable(DraftState state, String act, String right, String answer) {
        var ruling = decide(draft(state), act(act), actor(OTHER, right));

        assertThat(name(ruling)).isEqualTo(answer);
    }

    @Test
    void bothOfficesTogetherMakeItAgreed() {
        var first =
                decide(draft(DraftState.REVIEWING), act("agree-law"), actor(OTHER, "review-law"));
        var second =
                decide(
                        draft(DraftState.REVIEWING, Set.of(Office.LAW), 0, 0, Optional.empty()),
                        act("agree-staffing"),
                        actor(OTHER, "review-staffing"));

        assertThat(first).isEqualTo(new DraftRuling.Done(DraftState.REVIEWING, Set.of(Office.LAW)));
        assertThat(name(second)).isEqualTo("AGREED");
    }

    @Test
    void nobodyReviewsTheirOwnDraft() {
        assertThat(
                        decide(
                                draft(DraftState.REVIEWING),
                                act("agree-law"),
                                actor(AUTHOR, "review-law")))
                .isEqualTo(new DraftRuling.OwnDraft());
    }

    @Test
    void whatTheCheckStopsIsNotSubmittedAndNotPublished() {
        var stopped = draft(DraftState.DRAFTING, Set.of(), 0, 2, Optional.empty());
        var agreed = draft(DraftState.AGREED, Set.of(), 0, 2, Optional.empty());

        assertThat(decide(stopped, act("submit"), actor(AUTHOR, "draft-entries")))
                .isEqualTo(new DraftRuling.CheckStops(2));
        assertThat(decide(agreed, act("publish"), actor(AUTHOR, "draft-entries")))
                .isEqualTo(new DraftRuling.CheckStops(2));
    }

    @Test
    void aRemarkWithoutAnAnswerKeepsTheDraftAtTheAgency() {
        var remarked = draft(DraftState.DRAFTING, Set.of(), 1, 0, Optional.empty());

        assertThat(decide(remarked, act("submit"), actor(AUTHOR, "draft-entries")))
                .isEqualTo(new DraftRuling.RemarksOpen(1));
    }

    @Test
    void aVersionNeitherTakesEffectInThePastNorBeforeOneThatIsScheduled() {
        var scheduled = draft(DraftState.AGREED, Set.of(), 0, 0, Optional.of(TODAY.plusDays(9)));
        var past = new DraftAct.Publish(TODAY.minusDays(1));

        assertThat(decide(draft(DraftState.AGREED), past, actor(AUTHOR, "draft-entries")))
                .isEqualTo(new DraftRuling.DayPast(TODAY));
        assertThat(decide(scheduled, act("publish"), actor(AUTHOR, "draft-entries")))
                .isEqualTo(new DraftRuling.LaterVersionWaits(TODAY.plusDays(9)));
    }

    @Test
    void anotherAgencyCannotTouchIt() {
        var stranger = new DraftEngine.Actor(OTHER, Set.of("draft-entries"), false);

        assertThat(decide(draft(DraftState.DRAFTING), act("submit"), stranger))
                .isEqualTo(new DraftRuling.NotYours());
    }

    @Test
    void everyRowOfTheTableLeadsWhereItSays() {
        for (var row : DraftTransitions.TABLE) {
            for (var state : row.from()) {
                for (var right : row.rights()) {
                    acts().filter(act -> row.act().isInstance(act))
                            .map(act -> decide(draft(state), act, actor(OTHER, right)))
                            .filter(DraftRuling.Done.class::isInstance)
                            .forEach(
                                    ruling ->
                                            assertThat(((DraftRuling.Done) ruling).next())
                                                    .as(row.reason())
                                                    .isIn(row.to()));
                }
            }
        }
    }

    private static java.util.stream.Stream<DraftAct> acts() {
        return List.of(
                        "submit",
                        "agree-law",
                        "agree-staffing",
                        "send-back-law",
                        "call-back",
                        "discard",
                        "publish")
                .stream()
                .map(DraftEngineTests::act);
    }

    private static DraftRuling decide(
            DraftEngine.Draft draft, DraftAct act, DraftEngine.Actor who) {
        return DraftEngine.decide(draft, act, who, TODAY);
    }

    private static String name(DraftRuling ruling) {
        return ruling instanceof DraftRuling.Done done
                ? done.next().name()
                : ruling.getClass().getSimpleName();
    }

    private static DraftEngine.Draft draft(DraftState state) {
        return draft(state, Set.of(), 0, 0, Optional.empty());
    }

    private static DraftEngine.Draft draft(
            DraftState state,
            Set<Office> agreed,
            int remarks,
            int stops,
            Optional<LocalDate> scheduled) {
        return new DraftEngine.Draft(state, "market", AUTHOR, agreed, remarks, stops, scheduled);
    }

    private static DraftEngine.Actor actor(UUID who, String... rights) {
        return new DraftEngine.Actor(who, Set.copyOf(Arrays.asList(rights)), true);
    }

    private static DraftAct act(String word) {
        return switch (word) {
            case "submit" -> new DraftAct.Submit("");
            case "agree-law" -> new DraftAct.Agree(Office.LAW, "");
            case "agree-staffing" -> new DraftAct.Agree(Office.STAFFING, "");
            case "send-back-law" -> new DraftAct.SendBack(Office.LAW, "条件不全");
            case "call-back" -> new DraftAct.CallBack("改时限");
            case "discard" -> new DraftAct.Discard("不办了");
            default -> new DraftAct.Publish(TODAY);
        };
    }
}
