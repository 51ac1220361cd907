package org.tongban.casework.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.law.MarkdownTable;

/** By which day a grant is public, as the table of the article has it. */
@Tag("G4")
class PublicationTermTests {

    static List<Map<String, String>> workedExamples() {
        return MarkdownTable.rows("/law/licensing/40.md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workedExamples")
    void theDayIsThatOfTheTable(Map<String, String> given) {
        var decided = LocalDate.parse(Objects.requireNonNull(given.get("decided on")));

        var by = WorkingCalendar.national().plusWorkingDays(decided, PublishedGrants.WORKING_DAYS);

        assertThat(by).as(given.get("why")).isEqualTo(given.get("publish by"));
    }
}
