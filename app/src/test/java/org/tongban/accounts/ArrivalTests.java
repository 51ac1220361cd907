package org.tongban.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.codes.CitizenId;
import org.tongban.law.MarkdownTable;

/** The table of law/practice/sign-in.md, row by row. */
@Tag("D1")
class ArrivalTests {

    private static final CitizenId HERS = CitizenId.of("990101199001010019");
    private static final CitizenId ANOTHER = CitizenId.of("990101198803120063");
    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID ACCOUNT = new UUID(1, 2);

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/practice/sign-in.md");
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void answersAsTheTableSays(Map<String, String> given) {
        var here = here(cell(given, "here"));
        var linked = cell(given, "linked").equals("yes") ? here : Optional.<Arrival.Holder>empty();

        var arrival = Arrival.of(told(given), linked, here);

        assertThat(words(arrival)).as(given.toString()).isEqualTo(cell(given, "outcome"));
        if (arrival instanceof Arrival.ComesIn(_, var raises)) {
            assertThat(raises)
                    .as(cell(given, "why"))
                    .isEqualTo(cell(given, "raises").equals("yes"));
        }
    }

    @Test
    void aLoginOfAnotherAccountIsNotLinkedTwice() {
        var own = here("account, window").orElseThrow();
        var other = new Arrival.Holder(own.person(), HERS, Optional.of(new UUID(9, 9)));
        var told = told(Map.of("checked", "yes", "number", "same", "name", "same"));

        assertThat(Arrival.barToLink(told, own, Optional.of(other)))
                .contains(Arrival.Why.LINKED_ELSEWHERE);
        assertThat(Arrival.barToLink(told, own, Optional.empty())).isEmpty();
    }

    @Test
    void aLoginOfAnotherPersonIsNotLinked() {
        var own = here("account, window").orElseThrow();

        assertThat(
                        Arrival.barToLink(
                                told(Map.of("checked", "yes", "number", "other", "name", "same")),
                                own,
                                Optional.empty()))
                .contains(Arrival.Why.OTHER_PERSON);
        assertThat(
                        Arrival.barToLink(
                                told(Map.of("checked", "no", "number", "same", "name", "same")),
                                own,
                                Optional.empty()))
                .contains(Arrival.Why.NOT_CHECKED);
    }

    private static Told told(Map<String, String> given) {
        return new Told(
                "https://id.example",
                "省统一身份认证",
                "subject",
                switch (cell(given, "name")) {
                    case "same" -> Optional.of("韦某兰");
                    case "other" -> Optional.of("韦某蓝");
                    default -> Optional.empty();
                },
                switch (cell(given, "number")) {
                    case "same" -> Optional.of(HERS);
                    case "other" -> Optional.of(ANOTHER);
                    default -> Optional.empty();
                },
                Optional.empty(),
                cell(given, "checked").equals("yes"));
    }

    private static Optional<Arrival.Holder> here(String words) {
        if (words.equals("nobody")) return Optional.empty();
        var parts = words.split(", ", 2);
        var level = RealName.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return Optional.of(
                new Arrival.Holder(
                        new Person(PERSON, "韦某兰", level),
                        HERS,
                        parts[0].equals("account") ? Optional.of(ACCOUNT) : Optional.empty()));
    }

    private static String words(Arrival arrival) {
        return switch (arrival) {
            case Arrival.ComesIn _ -> "comes in";
            case Arrival.Joins _ -> "joins";
            case Arrival.Begins _ -> "begins";
            case Arrival.Refused(var why) -> why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
