package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.CASE_FILE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.WholeState;

/** Random histories with crashes: every part is a case once, and the whole is right. */
@Tag("C1")
@Tag("C3")
class PackageHistoriesTests extends PackageHouse {

    @Autowired private Packages packages;

    private static final int HISTORIES = 6;
    private static final int GRAPHS = 8;
    private static final int MOST_STEPS = 400;

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("C3")
    void anyHistoryWithCrashesLeavesTheWholeRight(long seed) {
        var random = new Random(seed);
        var key = random.nextBoolean() ? "close-company" : "newborn";
        var whole =
                key.equals("newborn")
                        ? send(
                                key,
                                PAN,
                                Map.of(
                                        "born",
                                        "hospital",
                                        "parents",
                                        "mother",
                                        "with_vaccination_book",
                                        "yes"),
                                seed)
                        : send(key, FIRM, Map.of("way", "ordinary", "staff", "insured"), seed);
        for (var step = 0; step < MOST_STEPS && now(whole).state() == WholeState.RUNNING; step++) {
            anything(whole, random);
            isRight(whole);
        }
        assertThat(now(whole).state()).isNotEqualTo(WholeState.RUNNING);
    }

    /** Items for persons that any graph can be made of. */
    private static final List<String> ITEMS =
            List.of(
                    "household-death",
                    "funeral-benefit",
                    "housing-fund-withdrawal-death",
                    "social-security-card-cancellation",
                    "birth-certificate",
                    "vaccination-book",
                    "social-security-card",
                    "resident-pension-registration",
                    "card-library",
                    "elder-allowance",
                    "deed-tax",
                    "water-transfer");

    static LongStream graphs() {
        return LongStream.range(0, GRAPHS);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void anyHistoryOverAnyGraphLeavesTheWholeRight(long seed) {
        var random = new Random(1_000 + seed);
        var pack = anyGraph(seed, random);
        assertThat(packages.publish(pack, 0)).isTrue();

        var whole = send(pack.key(), PAN, Map.of(), seed);
        for (var step = 0; step < MOST_STEPS && now(whole).state() == WholeState.RUNNING; step++) {
            anything(whole, random);
            isRight(whole);
        }

        assertThat(now(whole).state()).isNotEqualTo(WholeState.RUNNING);
        for (var part : now(whole).parts()) {
            assertThat(part.state().isOver()).as(part.key()).isTrue();
            if (part.state() == PartState.STOPPED) {
                assertThat(part.becauseOf().flatMap(now(whole)::part))
                        .as("what has stopped " + part.key() + " is lost itself")
                        .isPresent()
                        .hasValueSatisfying(cause -> assertThat(cause.state().isLost()).isTrue());
            }
        }
    }

    /** Three to seven items, each needing any of those before it. */
    private static PackageDefinition anyGraph(long seed, Random random) {
        var keys = new ArrayList<>(ITEMS);
        Collections.shuffle(keys, random);
        var chosen = keys.subList(0, 3 + random.nextInt(5));
        var members = new ArrayList<PackageDefinition.Member>();
        for (var at = 0; at < chosen.size(); at++) {
            var needs = new ArrayList<PackageDefinition.Need>();
            for (var before = 0; before < at; before++) {
                if (random.nextInt(3) == 0) {
                    needs.add(
                            new PackageDefinition.Need(
                                    chosen.get(before), List.of(), List.of(), List.of()));
                }
            }
            members.add(
                    new PackageDefinition.Member(
                            chosen.get(at), null, false, false, null, List.of(), needs));
        }
        return new PackageDefinition(
                "graph-" + seed,
                "任意一件事",
                "由种子决定的事项和先后。",
                List.of(),
                List.of(ItemDefinition.Audience.PERSON),
                "market",
                null,
                null,
                List.of(),
                members,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                365,
                0,
                PackageDefinition.HandOut.AS_READY,
                null);
    }

    /** Somebody acts, the office works, a follower comes late or twice, or everything crashes. */
    private void anything(PackageCase whole, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> office.work();
            case 1 ->
                    transaction.executeWithoutResult(
                            crash -> {
                                office.work();
                                crash.setRollbackOnly();
                            });
            case 2 -> follow(whole, random.nextInt(3) == 0);
            default -> act(whole, random);
        }
    }

    private void act(PackageCase whole, Random random) {
        var running = new ArrayList<CaseFile>();
        for (var part : now(whole).parts()) {
            part.caseId()
                    .flatMap(casework::find)
                    .filter(file -> file.result().isEmpty())
                    .ifPresent(running::add);
        }
        if (running.isEmpty()) return;
        var file = running.get(random.nextInt(running.size()));
        if (random.nextInt(12) == 0) {
            perform(file, new Act.Withdraw("不办了"), applicant(whole));
        } else if (file.state() == CaseState.RECEIVED) {
            perform(file, new Act.Accept(), everybody(file));
        } else {
            var task = file.openTasks().getFirst();
            var act =
                    !task.decision()
                            ? new Act.PassStep(task.no(), "符合")
                            : random.nextInt(4) == 0
                                    ? refusal(task)
                                    : new Act.Grant(task.no(), "同意");
            perform(file, act, everybody(file));
        }
    }

    /** What is stored agrees with the cases as they are, as far as the line has been followed. */
    private void isRight(PackageCase whole) {
        var stored = now(whole);
        for (var part : stored.parts()) {
            var id = part.caseId().orElseThrow();
            var file = casework.find(id);
            if (part.state().isUnbegun() || part.state() == PartState.STOPPED) {
                assertThat(file).as(part.key() + " has not begun").isEmpty();
            } else if (part.startedAt().isPresent()) {
                assertThat(file).as(part.key() + " is a case").isPresent();
                assertThat(
                                stored.parts().stream()
                                        .filter(other -> part.needs().contains(other.key())))
                        .allMatch(other -> other.state() == PartState.GRANTED);
            }
            if (part.state().isOver() && file.isPresent()) {
                assertThat(file.get().result()).as(part.key() + " has ended").isPresent();
            }
        }
        var made =
                db.fetchCount(
                        CASE_FILE,
                        CASE_FILE.CASE_ID.in(
                                stored.parts().stream()
                                        .flatMap(part -> part.caseId().stream())
                                        .toList()));
        assertThat(made)
                .isEqualTo(
                        (int)
                                stored.parts().stream()
                                        .filter(part -> part.startedAt().isPresent())
                                        .count());
    }
}
