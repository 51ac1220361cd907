package org.tongban.packages.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who waits for whom. */
@Tag("C3")
class NeedsTests {

    private static final Map<String, List<String>> CLOSING =
            Map.of(
                    "tax", List.of(),
                    "register", List.of("tax"),
                    "insurance", List.of("register"),
                    "seal", List.of("register"));

    @Test
    void aCircleIsNamedInItsOrder() {
        assertThat(Needs.circle(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"))))
                .containsExactlyInAnyOrder("b", "c");
        assertThat(Needs.circle(CLOSING)).isEmpty();
    }

    @Test
    void whatNeedsTheSameRunsSideBySide() {
        assertThat(Needs.step("tax", CLOSING)).isEqualTo(1);
        assertThat(Needs.step("register", CLOSING)).isEqualTo(2);
        assertThat(Needs.step("insurance", CLOSING)).isEqualTo(3);
        assertThat(Needs.step("seal", CLOSING)).isEqualTo(3);
    }

    @Test
    void theLongestWayIsWhatItTakesAtLeast() {
        var path =
                CriticalPath.of(
                        Map.of("tax", 5, "register", 2, "insurance", 3, "seal", 1), CLOSING);

        assertThat(path.days()).isEqualTo(10);
        assertThat(path.keys()).containsExactly("tax", "register", "insurance");
    }
}
