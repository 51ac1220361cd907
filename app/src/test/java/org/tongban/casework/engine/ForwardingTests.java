package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.tongban.casework.Outcome;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Limit;
import org.tongban.catalogue.ItemDefinition.Unit;
import org.tongban.law.MarkdownTable;

/** Reviewed here first, decided above, brought back. */
@Tag("B3")
class ForwardingTests {

    private static final ItemDefinition ITEM =
            Cases.handled(Cases.tolerantLicence(5, null), Cases.forwarded());

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/licensing/43.md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void theFirstReviewHasTheTermOfTheTable(Map<String, String> given) {
        var days = Integer.parseInt(cell(given, "item's term").split(" ", -1)[0]);
        var on = LocalDate.parse(cell(given, "accepted on"));

        var term = Forwarding.firstReview(new Limit(days, Unit.WORKING, null)).days();

        assertThat(Cases.CALENDAR.plusWorkingDays(on, term))
                .as(given.get("why"))
                .isEqualTo(cell(given, "first review by"));
    }

    @Test
    void nothingIsDecidedHereBeforeTheResultHasComeBack() {
        var file = passed();

        assertThat(refusal(file, new Act.Grant(2, ""))).isEqualTo(new Refusal.NotForwarded(true));
        assertThat(refusal(file, new Act.Refuse(2, "事实", "理由", "条款")))
                .isEqualTo(new Refusal.NotForwarded(true));
    }

    @Test
    void itGoesUpWithAClockOfItsOwnAndComesBackAsADecision() {
        var file = forwarded();

        assertThat(file.state()).isEqualTo(CaseState.FORWARDED);
        assertThat(file.openTasks()).isEmpty();
        assertThat(file.openClock(ClockKind.STATUTORY)).isEmpty();
        assertThat(file.clock(ClockKind.STATUTORY).orElseThrow().state())
                .isEqualTo(Clock.State.MET);
        assertThat(file.leadingClock().flatMap(Clock::due)).contains(LocalDate.parse("2026-03-25"));

        file = after(file, decision(true, "许〔2026〕8号", "2026-03-20", ""), "2026-03-23");

        assertThat(file.state()).isEqualTo(CaseState.DECIDED);
        assertThat(file.result()).isEqualTo(Optional.of(Outcome.GRANTED));
        assertThat(file.openClock(ClockKind.DELIVERY).flatMap(Clock::due))
                .contains(LocalDate.parse("2026-04-07"));
    }

    @Test
    void aRefusalFromAboveSaysWhy() {
        var file = forwarded();

        assertThat(refusal(file, decision(false, "许〔2026〕8号", "2026-03-20", " ")))
                .isEqualTo(new Refusal.WordsMissing("words"));
        assertThat(refusal(file, decision(true, "", "2026-03-20", "")))
                .isEqualTo(new Refusal.WordsMissing("document"));
        assertThat(refusal(file, decision(true, "许〔2026〕8号", "2026-12-20", "")))
                .isEqualTo(new Refusal.WordsMissing("decidedOn"));
    }

    @Test
    void onlyWhoeverSentItUpBringsItBack() {
        var stranger = Cases.staff("x", Cases.decider().rights(), java.util.Set.of("health"));

        assertThat(
                        CaseEngine.decide(
                                forwarded(),
                                decision(true, "许〔2026〕8号", "2026-03-20", ""),
                                Cases.known(stranger, LocalDate.parse("2026-03-23"), ITEM)))
                .isInstanceOf(Ruling.Refused.class);
    }

    private static Act decision(boolean granted, String document, String on, String words) {
        return new Act.RecordHigherDecision(granted, document, LocalDate.parse(on), words);
    }

    private static CaseFile passed() {
        var file = Cases.submittedOn("2026-03-02", ITEM);
        file = Cases.after(file, new Act.Accept(), Cases.clerk(), "2026-03-02", ITEM);
        return Cases.after(
                file, new Act.PassStep(1, "同意"), Cases.reviewer("market"), "2026-03-03", ITEM);
    }

    private static CaseFile forwarded() {
        return after(passed(), new Act.Forward(2, "符合条件，请审批"), "2026-03-04");
    }

    private static CaseFile after(CaseFile file, Act act, String day) {
        return Cases.after(file, act, Cases.decider(), day, ITEM);
    }

    private static Refusal refusal(CaseFile file, Act act) {
        return refusal(file, act, Cases.decider());
    }

    private static Refusal refusal(CaseFile file, Act act, Actor actor) {
        var ruling =
                CaseEngine.decide(
                        file, act, Cases.known(actor, LocalDate.parse("2026-03-23"), ITEM));
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).why();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
