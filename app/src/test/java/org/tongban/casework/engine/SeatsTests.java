package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;

/** Where a step is done and in which zone a day begins is what the place says. */
@Tag("B3")
class SeatsTests {

    private static final ItemDefinition JOINT =
            Cases.licence(
                    List.of(
                            Cases.step("review", "seat-7", List.of()),
                            Cases.step("window", "hall-counter", List.of("review")),
                            new Step(
                                    "decide",
                                    "决定",
                                    "market-decide",
                                    StepKind.DECISION,
                                    1,
                                    List.of("window"),
                                    null)));

    private static final Seats SEATS =
            post -> post.equals("seat-7") ? Optional.of("health") : Optional.empty();

    @Test
    void aTaskGoesToTheOfficeThatThePostSitsIn() {
        var accepted = accepted();

        assertThat(accepted.openTasks()).extracting(CaseTask::agency).containsExactly("health");
    }

    @Test
    void aPostOfNoSingleOfficeWorksForTheItemsOwn() {
        var passed = after(accepted(), new Act.PassStep(1, "材料齐全。"), "seat-7");

        assertThat(passed.openTasks()).extracting(CaseTask::agency).containsExactly("market");
    }

    @Test
    void anExtensionIsThatOfSeveralOfficesWhenTheirPostsSitInSeveral() {
        var before = accepted();

        var extended = after(before, new Act.Extend("需要进一步核实。"), "seat-7");

        assertThat(extended.openClock(ClockKind.STATUTORY).orElseThrow().days())
                .isEqualTo(
                        before.openClock(ClockKind.STATUTORY).orElseThrow().days()
                                + Review.JOINT_EXTENSION_WORKING_DAYS);
    }

    private static CaseFile accepted() {
        return after(Cases.submittedOn("2026-03-02", JOINT), new Act.Accept(), "seat-7");
    }

    private static CaseFile after(CaseFile file, Act act, String post) {
        var actor =
                Cases.staff(
                        "w1",
                        Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.HEAD),
                        Set.of(post));
        var ruling = CaseEngine.decide(file, act, known(actor));
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).next();
    }

    private static Known known(Actor actor) {
        return new Known(
                actor,
                Instant.parse("2026-03-03T02:00:00Z"),
                LocalDate.parse("2026-03-03"),
                ZoneId.of("Asia/Shanghai"),
                Cases.CALENDAR,
                JOINT,
                Set.of("review", "window"),
                CasePolicy.defaults(),
                SEATS);
    }
}
