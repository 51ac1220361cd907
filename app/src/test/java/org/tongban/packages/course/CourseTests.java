package org.tongban.packages.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.packages.course.Course.Standing;

/** Random histories over random packages: whatever happens to a part, the others are right. */
@Tag("C3")
class CourseTests {

    private static final int HISTORIES = 500;

    static LongStream seeds() {
        return LongStream.range(0, HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPartComesToRestAndSaysWhy(long seed) {
        var random = new Random(seed);
        var parts = Course.settled(anyPackage(random));
        var begun = new ArrayList<String>();

        while (parts.stream().anyMatch(part -> !part.state().isOver())) {
            assertThat(Course.settled(parts)).as("nothing more follows").isEqualTo(parts);
            assertThat(Course.of(parts)).isEqualTo(WholeState.RUNNING);
            var at = movable(parts, random);
            var next = moved(parts.get(at), random);
            if (next.state() == PartState.RUNNING) {
                assertThat(begun).as("begins once").doesNotContain(next.key());
                assertThat(needed(next, parts))
                        .as("begins only with all it needs")
                        .allMatch(need -> need.state() == PartState.GRANTED);
                begun.add(next.key());
            }
            var changed = new ArrayList<>(parts);
            changed.set(at, next);
            parts = Course.settled(changed);
            isRight(parts);
        }

        var rested = parts;
        var aims = rested.stream().filter(part -> !part.isLookup()).toList();
        var granted = aims.stream().filter(part -> part.state() == PartState.GRANTED).count();
        assertThat(Course.of(rested))
                .isEqualTo(
                        granted == aims.size()
                                ? WholeState.DONE
                                : granted == 0 ? WholeState.NOT_DONE : WholeState.PARTLY_DONE);
    }

    private static void isRight(List<Standing> parts) {
        for (var part : parts) {
            var needs = needed(part, parts);
            switch (part.state()) {
                case WAITING ->
                        assertThat(needs)
                                .anyMatch(need -> !need.state().isOver())
                                .noneMatch(need -> need.state().isLost());
                case READY -> assertThat(needs).allMatch(n -> n.state() == PartState.GRANTED);
                case STOPPED ->
                        assertThat(parts)
                                .filteredOn(other -> other.key().equals(part.becauseOf()))
                                .allMatch(other -> other.state().isLost())
                                .hasSize(1);
                case RUNNING, GRANTED, REFUSED, WITHDRAWN -> {}
            }
        }
    }

    private static List<Standing> needed(Standing part, List<Standing> parts) {
        return parts.stream().filter(other -> part.needs().contains(other.key())).toList();
    }

    /** A part that somebody can do something about now. */
    private static int movable(List<Standing> parts, Random random) {
        var open = new ArrayList<Integer>();
        for (var at = 0; at < parts.size(); at++) {
            var state = parts.get(at).state();
            if (state == PartState.READY || state == PartState.RUNNING) open.add(at);
            // People take back what has not begun as well.
            if (state == PartState.WAITING && random.nextInt(8) == 0) open.add(at);
        }
        assertThat(open).as("somebody can always go on").isNotEmpty();
        return open.get(random.nextInt(open.size()));
    }

    private static Standing moved(Standing part, Random random) {
        var ends =
                List.of(
                        PartState.GRANTED,
                        PartState.GRANTED,
                        PartState.REFUSED,
                        PartState.WITHDRAWN);
        var next =
                switch (part.state()) {
                    case READY -> random.nextInt(6) == 0 ? PartState.WITHDRAWN : PartState.RUNNING;
                    case RUNNING -> ends.get(random.nextInt(ends.size()));
                    case WAITING -> PartState.WITHDRAWN;
                    case GRANTED, REFUSED, WITHDRAWN, STOPPED -> part.state();
                };
        return new Standing(part.key(), part.isLookup(), part.needs(), next, part.becauseOf());
    }

    private static List<Standing> anyPackage(Random random) {
        var parts = new ArrayList<Standing>();
        var size = 1 + random.nextInt(9);
        for (var at = 0; at < size; at++) {
            var needs = new ArrayList<String>();
            for (var before = 0; before < at; before++) {
                if (random.nextInt(3) == 0) needs.add("p" + before);
            }
            var isLookup = needs.isEmpty() && size > 1 && random.nextInt(5) == 0 && at == 0;
            parts.add(
                    new Standing(
                            "p" + at,
                            isLookup,
                            needs,
                            isLookup
                                    ? random.nextInt(4) == 0 ? PartState.REFUSED : PartState.GRANTED
                                    : PartState.WAITING,
                            null));
        }
        return parts;
    }
}
