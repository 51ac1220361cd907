package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Consultation;
import org.tongban.casework.Consultation.Form;
import org.tongban.casework.Consultation.Rule;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;

/**
 * Return, asking others in and parallel steps, each with each: after a first step two offices
 * review at once, another step joins them, then comes the decision. Others are asked in on any of
 * them, answer or do not, and the file is sent back from any to any. Nothing is left hanging, and
 * every such case can still be brought to its decision.
 */
@Tag("B6")
class EveryCombinationTests {

    private static final LocalDate DAY = LocalDate.parse("2026-03-03");
    private static final List<String> STEPS = List.of("begin", "left", "right", "join", "decide");
    private static final List<String> SEATS =
            List.of("health-review", "market-review", "market-decide");

    private static final ItemDefinition ITEM =
            Cases.licence(
                    List.of(
                            Cases.step("begin", "market-review", List.of()),
                            Cases.step("left", "market-review", List.of("begin")),
                            Cases.step("right", "health-review", List.of("begin")),
                            Cases.step("join", "market-review", List.of("left", "right")),
                            new Step(
                                    "decide",
                                    "决定",
                                    "market-decide",
                                    StepKind.DECISION,
                                    1,
                                    List.of("join"),
                                    null)));

    /**
     * One way through.
     *
     * @param on the step on which others are asked in
     * @param answers how many of them answer before the file goes back
     * @param passed whether the step itself is done before that
     * @param from which step it is sent back, and to which
     */
    record Way(
            Form form,
            Rule rule,
            String on,
            int answers,
            boolean agree,
            boolean passed,
            String from,
            String to) {}

    static Stream<Way> ways() {
        var ways = new ArrayList<Way>();
        for (var form : Form.values()) {
            var seats = seats(form).size();
            for (var rule : Rule.values()) {
                if (seats == 1 && rule != Rule.ALL) continue;
                for (var on : STEPS) {
                    if (form == Form.SIGN_AFTER && on.equals("decide")) continue;
                    for (var answers = 0; answers <= seats; answers++) {
                        for (var from : STEPS) {
                            for (var to : STEPS) {
                                if (!before(to, from)) continue;
                                for (var each = 0; each < 4; each++) {
                                    var agree = each % 2 == 0;
                                    var passed = each >= 2;
                                    ways.add(
                                            new Way(
                                                    form, rule, on, answers, agree, passed, from,
                                                    to));
                                }
                            }
                        }
                    }
                }
            }
        }
        return ways.stream();
    }

    private static boolean before(String to, String from) {
        return switch (from) {
            case "left", "right" -> to.equals("begin");
            case "join" -> !to.equals("join") && !to.equals("decide");
            case "decide" -> !to.equals("decide");
            default -> false;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void everythingAskedIsAnsweredOrDroppedAndTheCaseComesToItsEnd(Way way) {
        var file = to(way.on(), begun());
        var task = open(file, way.on()).orElseThrow();
        file =
                act(
                        file,
                        new Act.Consult(
                                task.no(), way.form(), way.rule(), seats(way.form()), "请审核", 3));
        if (way.passed()) file = tryToPass(file, way.on());
        for (var answered = 0; answered < way.answers(); answered++) {
            var seat = file.openTasks().stream().filter(one -> !one.isMain()).findFirst();
            if (seat.isEmpty()) break;
            file = act(file, new Act.GiveOpinion(seat.get().no(), way.agree(), "意见"));
        }

        var sender = open(file, way.from());
        if (sender.isPresent()) {
            var behind = file;
            file = act(file, new Act.ReturnStep(sender.get().no(), way.to(), "再核"));
            assertThat(open(file, way.to())).as("the step it went back to is open").isPresent();
            assertThat(file.openTasks())
                    .as("nothing behind it is")
                    .noneMatch(one -> before(way.to(), one.step()) && one.isMain());
            assertOthersAreUntouched(behind, file, way);
        }

        var ended = broughtToItsEnd(file);
        assertThat(ended.state()).isEqualTo(CaseState.DECIDED);
        assertThat(ended.consultations()).noneMatch(Consultation::isPending);
        for (var step : STEPS) {
            assertThat(
                            ended.tasks().reversed().stream()
                                    .filter(one -> one.isMain() && one.step().equals(step))
                                    .findFirst()
                                    .orElseThrow()
                                    .state())
                    .as(step)
                    .isEqualTo(CaseTask.State.DONE);
        }
    }

    /** The branch beside the one it went back to goes on as it was. */
    private static void assertOthersAreUntouched(CaseFile before, CaseFile after, Way way) {
        for (var one : before.tasks()) {
            if (one.step().equals(way.to()) || before(way.to(), one.step())) continue;
            assertThat(after.tasks().get(one.no() - 1)).isEqualTo(one);
        }
    }

    private static CaseFile begun() {
        var file = Cases.submittedOn("2026-03-02", ITEM);
        return act(file, new Act.Accept());
    }

    private static CaseFile to(String step, CaseFile begun) {
        var file = begun;
        while (open(file, step).isEmpty()) {
            file = act(file, new Act.PassStep(file.openTasks().getFirst().no(), "同意"));
        }
        return file;
    }

    private static CaseFile tryToPass(CaseFile file, String step) {
        if (step.equals("decide")) return file;
        var task = open(file, step).orElseThrow();
        return ruling(file, new Act.PassStep(task.no(), "同意")) instanceof Ruling.Done(var next, _)
                ? next
                : file;
    }

    private static CaseFile broughtToItsEnd(CaseFile begun) {
        var file = begun;
        for (var act = 0; act < 60 && file.state() == CaseState.REVIEWING; act++) {
            var open = file.openTasks();
            var task = open.stream().filter(one -> !one.isMain()).findFirst();
            if (task.isPresent()) {
                file = act(file, new Act.GiveOpinion(task.get().no(), true, "同意"));
            } else if (!open.getFirst().decision()) {
                file = act(file, new Act.PassStep(open.getFirst().no(), "同意"));
            } else {
                file = granted(file, open.getFirst().no());
            }
        }
        return file;
    }

    /** Who was overruled is asked once more; nothing is granted against those who countersign. */
    private static CaseFile granted(CaseFile file, int task) {
        return switch (ruling(file, new Act.Grant(task, ""))) {
            case Ruling.Done(var next, _) -> next;
            case Ruling.Refused(var why) -> {
                assertThat(why).isInstanceOf(Refusal.OthersAgainst.class);
                yield act(
                        file,
                        new Act.Consult(
                                task,
                                Form.COUNTERSIGN,
                                Rule.ALL,
                                List.of(SEATS.getFirst()),
                                "再审",
                                3));
            }
        };
    }

    private static List<String> seats(Form form) {
        return switch (form) {
            case SIGN_BEFORE, SIGN_AFTER -> SEATS.subList(0, 1);
            case COUNTERSIGN, OPINION -> SEATS;
        };
    }

    private static Optional<CaseTask> open(CaseFile file, String step) {
        return file.openTasks().stream()
                .filter(one -> one.isMain() && one.step().equals(step))
                .findFirst();
    }

    private static CaseFile act(CaseFile file, Act act) {
        return switch (ruling(file, act)) {
            case Ruling.Done(var next, _) -> {
                CaseHistoriesTests.assertWhole(next, ITEM);
                yield next;
            }
            case Ruling.Refused(var why) -> throw new AssertionError(act + " refused: " + why);
        };
    }

    private static Ruling ruling(CaseFile file, Act act) {
        return CaseEngine.decide(file, act, Cases.known(CaseHistoriesTests.all(), DAY, ITEM));
    }
}
