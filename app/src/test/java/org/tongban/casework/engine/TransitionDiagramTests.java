package org.tongban.casework.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongban.casework.CaseState;

/**
 * The diagram in the documentation is drawn from the table that the engine answers from. With
 * {@code -Dapprove=true} it is drawn anew.
 */
class TransitionDiagramTests {

    private static final Path DIAGRAM =
            Path.of(System.getProperty("tongban.root", ".."), "docs/case-transitions.md");

    @Test
    void theDiagramIsThatOfTheTable() throws IOException {
        var drawn = drawn();

        if (Boolean.getBoolean("approve")) {
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(Files.readString(DIAGRAM)).isEqualTo(drawn);
    }

    private static String drawn() {
        var text = new StringBuilder();
        text.append(
                """
                # What can happen to a case

                Drawn from `Transitions.TABLE` by `TransitionDiagramTests`; what does not stand here cannot happen.

                ```mermaid
                stateDiagram-v2
                    [*] --> RECEIVED : Submit
                """);
        for (var from : CaseState.values()) {
            for (var to : CaseState.values()) {
                var acts =
                        Transitions.TABLE.stream()
                                .filter(row -> row.from().contains(from) && row.to().contains(to))
                                .filter(row -> from != to || row.to().size() == 1)
                                .map(row -> row.act().getSimpleName())
                                .collect(Collectors.joining("<br>"));
                if (!acts.isEmpty()) {
                    text.append("    %s --> %s : %s%n".formatted(from, to, acts));
                }
            }
        }
        text.append("```\n\n| act | from | who | to | reason |\n|---|---|---|---|---|\n");
        for (var row : Transitions.TABLE) {
            text.append(
                    "| %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    row.act().getSimpleName(),
                                    words(row.from()),
                                    words(row.who()),
                                    words(row.to()),
                                    row.reason()));
        }
        return text.toString();
    }

    private static String words(Set<? extends Enum<?>> set) {
        return set.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
