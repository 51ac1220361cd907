package org.tongban.packages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.packages.project.DaysUsed.Span;
import org.tongban.packages.project.DaysUsed.Still;

/** The fifty working days of a project are counted so that anybody can count again. */
@Tag("C5")
class DaysUsedTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    @Test
    void theDayOfAcceptanceIsNotCountedAndHolidaysAreNot() {
        // The example of domain.md: from 12 February 2026 twenty working days end on 18 March.
        var used = DaysUsed.of(CALENDAR, List.of(span("备案", "2026-02-12", "2026-03-18")));

        assertThat(used.days()).isEqualTo(20);
    }

    @Test
    void aDayOnWhichTwoOfficesWorkIsCountedOnce() {
        var used =
                DaysUsed.of(
                        CALENDAR,
                        List.of(
                                span("用地", "2026-03-02", "2026-03-06"),
                                span("环评", "2026-03-04", "2026-03-10")));

        assertThat(used.days()).isEqualTo(6);
        assertThat(used.lines())
                .extracting(DaysUsed.Line::own, DaysUsed.Line::added)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, 4),
                        org.assertj.core.groups.Tuple.tuple(4, 2));
    }

    @Test
    void aDayOnWhichTheClockStandsStillIsNotCountedUnlessAnotherOfficeWorks() {
        var still = List.of(new Still(day("2026-03-04"), day("2026-03-05")));
        var one = new Span("环评", day("2026-03-02"), day("2026-03-06"), still);

        assertThat(DaysUsed.of(CALENDAR, List.of(one)).days()).isEqualTo(2);
        assertThat(
                        DaysUsed.of(CALENDAR, List.of(one, span("用地", "2026-03-03", "2026-03-04")))
                                .days())
                .isEqualTo(3);
    }

    @Test
    void decidedOnTheDayOfAcceptanceCostsNothing() {
        assertThat(DaysUsed.of(CALENDAR, List.of(span("备案", "2026-03-02", "2026-03-02"))).days())
                .isZero();
    }

    private static Span span(String name, String after, String until) {
        return new Span(name, day(after), day(until), List.of());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
