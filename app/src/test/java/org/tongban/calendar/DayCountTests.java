package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DayCountTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    static Stream<Row> workedExamples() {
        return Row.of(
                "licensing/32.md",
                "licensing/42.md",
                "licensing/44.md",
                "licensing/45.md",
                "licensing/82.md",
                "calendar/days.md");
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void endsOnTheDayInTheTable(Row row) {
        var startedOn =
                LocalDate.parse(
                        row.either("started on", "accepted on", "decided on", "received on"));

        var dueOn = DayCount.dueOn(CALENDAR, startedOn, row.length(), row.stopped());

        assertThat(dueOn.map(LocalDate::toString).orElse("open"))
                .as(row.text("why"))
                .isEqualTo(row.either("due by", "decide by", "deliver by", "notice by"));
    }

    @ParameterizedTest
    @MethodSource("workedExamples")
    void explainsTheSameDayThatItGives(Row row) {
        var startedOn =
                LocalDate.parse(
                        row.either("started on", "accepted on", "decided on", "received on"));

        var result = DayCount.count(CALENDAR, startedOn, row.length(), row.stopped());

        assertThat(result.dueOn())
                .isEqualTo(DayCount.dueOn(CALENDAR, startedOn, row.length(), row.stopped()));
        result.dueOn().ifPresent(due -> assertThat(result.days().getLast().day()).isEqualTo(due));
    }

    @Test
    void tellsOfEachDayWhatItDid() {
        var hearing = Stoppage.of(day("2026-10-09"), day("2026-10-09"), "听证", "第四十五条");

        var result =
                DayCount.count(
                        CALENDAR, day("2026-09-30"), Period.workingDays(2), List.of(hearing));

        assertThat(result.days())
                .extracting(CountedDay::role)
                .containsExactly(
                        new CountedDay.Started(),
                        new CountedDay.Rest(),
                        new CountedDay.Rest(),
                        new CountedDay.Rest(),
                        new CountedDay.Rest(),
                        new CountedDay.Rest(),
                        new CountedDay.Rest(),
                        new CountedDay.Rest(),
                        new CountedDay.Counted(1),
                        new CountedDay.Stopped("听证", "第四十五条"),
                        new CountedDay.Counted(2));
        assertThat(result.days().get(1).kind()).isEqualTo(new DayKind.Holiday("国庆节"));
        assertThat(result.days().getLast().kind()).isEqualTo(new DayKind.MakeUpWorkday("国庆节"));
    }

    @Test
    void showsTheWorkingDayToWhichAnEndMoved() {
        var result = DayCount.count(CALENDAR, MONDAY, Period.calendarDays(5), List.of());

        assertThat(result.days())
                .extracting(CountedDay::role)
                .endsWith(new CountedDay.Counted(5), new CountedDay.Rest(), new CountedDay.Moved());
    }

    @Test
    void hasNoEndWhileAStoppageGoesOnAndProjectsOne() {
        var hearing = Stoppage.open(day("2026-03-04"), "听证", "第四十五条");

        var result = DayCount.count(CALENDAR, MONDAY, Period.workingDays(5), List.of(hearing));

        assertThat(result.dueOn()).isEmpty();
        assertThat(result.days()).hasSize(3);
        assertThat(result.asOf(day("2026-03-05")).dueOn()).contains(day("2026-03-11"));
        assertThat(result.asOf(day("2026-03-03")).dueOn()).contains(day("2026-03-09"));
        assertThat(
                        DayCount.dueOnAsOf(
                                day("2026-03-05"),
                                CALENDAR,
                                MONDAY,
                                Period.workingDays(5),
                                List.of(hearing)))
                .isEqualTo(day("2026-03-11"));
    }

    @Test
    void isProvisionalWhenItRunsIntoAnUnpublishedYear() {
        var inside = DayCount.count(CALENDAR, day("2026-11-02"), Period.workingDays(20), List.of());
        var beyond = DayCount.count(CALENDAR, day("2026-12-14"), Period.workingDays(20), List.of());

        assertThat(inside.provisional()).isFalse();
        assertThat(beyond.provisional()).isTrue();
        assertThat(beyond.dueOn()).contains(day("2027-01-11"));
    }

    @Test
    void countsDownToTheLastDayAndBeyond() {
        var result = DayCount.count(CALENDAR, MONDAY, Period.workingDays(5), List.of());

        assertThat(result.remainingDays(MONDAY)).isEqualTo(5);
        assertThat(result.usedDays(day("2026-03-04"))).isEqualTo(2);
        assertThat(result.remainingDays(day("2026-03-07"))).isEqualTo(1);
        assertThat(result.remainingDays(day("2026-03-09"))).isZero();
        assertThat(result.isLate(day("2026-03-09"))).isFalse();
        assertThat(result.remainingDays(day("2026-03-11"))).isEqualTo(-2);
        assertThat(result.usedDays(day("2026-03-11"))).isEqualTo(7);
        assertThat(result.isLate(day("2026-03-11"))).isTrue();
    }

    @Test
    void isLateOnTheRestDayAfterTheEnd() {
        var result = DayCount.count(CALENDAR, MONDAY, Period.workingDays(4), List.of());

        assertThat(result.dueOn()).contains(day("2026-03-06"));
        assertThat(result.remainingDays(day("2026-03-07"))).isEqualTo(-1);
    }

    @Test
    void countsTheDayToWhichAnEndMovedAsOneMore() {
        var result = DayCount.count(CALENDAR, MONDAY, Period.calendarDays(5), List.of());

        assertThat(result.remainingDays(day("2026-03-06"))).isEqualTo(2);
        assertThat(result.remainingDays(day("2026-03-07"))).isEqualTo(1);
        assertThat(result.remainingDays(day("2026-03-09"))).isZero();
        assertThat(result.remainingDays(day("2026-03-10"))).isEqualTo(-1);
    }

    @Test
    void standsStillWhileStopped() {
        var hearing = Stoppage.open(day("2026-03-04"), "听证", "第四十五条");

        var result = DayCount.count(CALENDAR, MONDAY, Period.workingDays(5), List.of(hearing));

        assertThat(result.remainingDays(day("2026-03-05"))).isEqualTo(4);
        assertThat(result.remainingDays(day("2026-06-05"))).isEqualTo(4);
        assertThat(result.isLate(day("2026-06-05"))).isFalse();
    }

    @Test
    void refusesAPeriodOutsideItsLimits() {
        assertThatThrownBy(() -> Period.workingDays(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Period.calendarDays(3661))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.workingDays(20).extendedBy(10)).isEqualTo(Period.workingDays(30));
    }

    @Test
    void refusesATermThatWouldNotEndWithinACentury() {
        var mistyped = Stoppage.of(MONDAY, LocalDate.parse("2926-03-02"), "听证", "第四十五条");

        assertThatThrownBy(
                        () ->
                                DayCount.dueOn(
                                        CALENDAR, MONDAY, Period.workingDays(5), List.of(mistyped)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("century");
    }

    @Test
    void refusesAStoppageThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> Stoppage.of(MONDAY, MONDAY.minusDays(1), "听证", "第四十五条"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
