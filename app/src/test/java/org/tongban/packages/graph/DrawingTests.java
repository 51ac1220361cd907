package org.tongban.packages.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn is what is said: nothing hidden, nothing outside, every need an arrow forwards. */
@Tag("C3")
class DrawingTests {

    @Test
    void nothingIsAPictureToo() {
        assertThat(Drawing.of(List.of()).boxes()).isEmpty();
    }

    @Test
    void whatIsNeededFirstStandsOnTheLeft() {
        var drawing =
                Drawing.of(
                        List.of(
                                new Drawing.Part("tax", "税务注销", "item", List.of()),
                                new Drawing.Part("end", "公司注销登记", "item", List.of("tax")),
                                new Drawing.Part("seal", "印章注销备案", "item", List.of("end")),
                                new Drawing.Part("gone", "社会保险登记注销", "item", List.of("end"))));

        assertThat(drawing.boxes().get(0).x()).isLessThan(drawing.boxes().get(1).x());
        assertThat(drawing.boxes().get(2).x()).isEqualTo(drawing.boxes().get(3).x());
        assertThat(drawing.arrows()).hasSize(3);
    }

    @Test
    void aLongNameTakesTwoLines() {
        var box =
                Drawing.of(
                                List.of(
                                        new Drawing.Part(
                                                "a", "公众聚集场所投入使用、营业前消防安全检查意见书", "item", List.of())))
                        .boxes()
                        .getFirst();

        assertThat(box.lines()).hasSize(2).allMatch(line -> line.length() <= 12);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTwoBoxesLieOnEachOtherAndNoneOutside(long seed) {
        var random = new Random(seed);
        var parts = new ArrayList<Drawing.Part>();
        var needed = 0;
        for (var at = 0; at < 1 + random.nextInt(15); at++) {
            var needs = new ArrayList<String>();
            for (var before = 0; before < at; before++) {
                if (random.nextInt(4) == 0) needs.add("p" + before);
            }
            needed += needs.size();
            parts.add(new Drawing.Part("p" + at, "事项" + at, "item", needs));
        }

        var drawing = Drawing.of(parts);

        assertThat(drawing.arrows()).hasSize(needed);
        for (var one : drawing.boxes()) {
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(drawing.boxes().stream().filter(other -> overlap(one, other))).hasSize(1);
        }
    }

    private static boolean overlap(Drawing.Box one, Drawing.Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }
}
