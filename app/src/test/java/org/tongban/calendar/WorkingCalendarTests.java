package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingCalendarTests {

    private static final WorkingCalendar NATIONAL = WorkingCalendar.national();
    private static final LocalDate MONDAY = LocalDate.parse("2026-04-20");

    static Stream<Row> years() {
        return Row.of("calendar/holidays.md");
    }

    @ParameterizedTest
    @MethodSource("years")
    void hasTheWorkingDaysInTheTable(Row row) {
        var year = Year.parse(row.text("year"));

        for (var month = 1; month <= 12; month++) {
            assertThat(workingDays(year.atMonth(month)))
                    .as("month %d", month)
                    .isEqualTo(Integer.parseInt(row.text(String.valueOf(month))));
        }
        assertThat(
                        NATIONAL.workingDaysBetween(
                                year.atDay(1).minusDays(1), year.atDay(year.length())))
                .isEqualTo(Integer.parseInt(row.text("total")));
    }

    @Test
    void tellsWhyADayIsWorkedOrNot() {
        assertThat(NATIONAL.kindOf(day("2026-10-01"))).isEqualTo(new DayKind.Holiday("国庆节"));
        assertThat(NATIONAL.kindOf(day("2026-10-10"))).isEqualTo(new DayKind.MakeUpWorkday("国庆节"));
        assertThat(NATIONAL.kindOf(day("2026-10-17"))).isEqualTo(new DayKind.Weekend());
        assertThat(NATIONAL.kindOf(day("2024-02-09"))).isEqualTo(new DayKind.Workday());
    }

    @Test
    void agreesWithItselfOnEveryDay() {
        day("2003-06-01")
                .datesUntil(day("2028-06-01"))
                .forEach(
                        day ->
                                assertThat(NATIONAL.isWorkingDay(day))
                                        .as("%s", day)
                                        .isEqualTo(NATIONAL.kindOf(day).isWorking()));
    }

    @Test
    void isSureOfPublishedYearsButForTheLastWeekBeforeAnUnpublishedOne() {
        assertThat(NATIONAL.isProvisional(day("2004-01-01"))).isFalse();
        assertThat(NATIONAL.isProvisional(day("2025-12-31"))).isFalse();
        assertThat(NATIONAL.isProvisional(day("2026-12-24"))).isFalse();
        assertThat(NATIONAL.isProvisional(day("2026-12-25"))).isTrue();
        assertThat(NATIONAL.isProvisional(day("2027-01-04"))).isTrue();
    }

    @Test
    void takesAYearWhenItIsPublished() {
        var eve = CalendarDay.work(day("2026-12-27"), "元旦");
        var newYear = CalendarDay.rest(day("2027-01-01"), "元旦");

        var calendar = NATIONAL.publishing(Year.of(2027), List.of(eve, newYear));

        assertThat(calendar.isProvisional(day("2026-12-31"))).isFalse();
        assertThat(calendar.isProvisional(day("2027-06-01"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2026-12-27"))).isTrue();
        assertThat(calendar.isWorkingDay(day("2027-01-01"))).isFalse();
        assertThat(NATIONAL.isWorkingDay(day("2026-12-27"))).isFalse();
        assertThat(calendar.publishedYears()).contains(Year.of(2027));
    }

    @Test
    void replacesWhatACorrectedNoticeArranges() {
        var first =
                NATIONAL.publishing(
                        Year.of(2027), List.of(CalendarDay.rest(day("2027-05-06"), "劳动节")));

        var corrected =
                first.publishing(
                        Year.of(2027), List.of(CalendarDay.rest(day("2027-05-05"), "劳动节")));

        assertThat(corrected.isWorkingDay(day("2027-05-06"))).isTrue();
        assertThat(corrected.isWorkingDay(day("2027-05-05"))).isFalse();
    }

    @Test
    void anEmergencyDayOffPublishesNoYear() {
        var calendar = NATIONAL.with(List.of(CalendarDay.rest(day("2027-03-01"), "应急")));

        assertThat(calendar.isWorkingDay(day("2027-03-01"))).isFalse();
        assertThat(calendar.isProvisional(day("2027-03-01"))).isTrue();
    }

    @Test
    void knowsWeekendsEvenWithoutAnyArrangement() {
        var calendar = WorkingCalendar.weekendsOnly();

        assertThat(calendar.isWorkingDay(day("1969-12-28"))).isFalse();
        assertThat(calendar.isWorkingDay(day("1969-12-29"))).isTrue();
        assertThat(calendar.isWorkingDay(day("2026-10-01"))).isTrue();
        assertThat(calendar.isProvisional(day("2026-10-01"))).isTrue();
    }

    @Test
    void aRegionRestsOnItsOwnHolidaysAndThoseAboveIt() {
        var calendars =
                new Calendars(
                        NATIONAL,
                        Map.of(
                                "450000000000",
                                List.of(CalendarDay.rest(MONDAY, "三月三")),
                                "450100000000",
                                List.of(CalendarDay.rest(MONDAY.plusDays(1), "应急"))),
                        Map.of(
                                "450100000000", "450000000000",
                                "450102000000", "450100000000"));

        assertThat(calendars.of("450102000000").isWorkingDay(MONDAY)).isFalse();
        assertThat(calendars.of("450102000000").isWorkingDay(MONDAY.plusDays(1))).isFalse();
        assertThat(calendars.of("450000000000").isWorkingDay(MONDAY.plusDays(1))).isTrue();
        assertThat(calendars.of("522732000000")).isSameAs(NATIONAL);
    }

    @Test
    void refusesRegionsInARing() {
        var ring = Map.of("1", "2", "2", "1");
        var calendars = new Calendars(NATIONAL, Map.of(), ring);

        assertThatThrownBy(() -> calendars.of("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Calendars(
                                        NATIONAL,
                                        Map.of("1", List.of(CalendarDay.rest(MONDAY, "应急"))),
                                        ring))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsEveryFaultOfATextWithItsLine() throws IOException {
        var text =
                """
                day,kind,name
                2027-01-01,rest,元旦
                2027-02-30,rest,春节
                2027-02-06,holiday,春节

                2027-02-07,rest,
                2027-01-01,rest,元旦
                2027-02-08;rest;春节
                2027-02-09,work,春节
                """;

        var arrangement = CalendarCsv.read(new StringReader(text));

        assertThat(arrangement.days())
                .containsExactly(
                        CalendarDay.rest(day("2027-01-01"), "元旦"),
                        CalendarDay.work(day("2027-02-09"), "春节"));
        assertThat(arrangement.faults())
                .extracting(fault -> fault.line() + " " + fault.reason())
                .containsExactly(
                        "3 DAY_IMPOSSIBLE",
                        "4 KIND_UNKNOWN",
                        "6 NAME_MISSING_OR_LONG",
                        "7 DAY_REPEATED",
                        "8 COLUMNS_NOT_THREE");
    }

    @Test
    void asksForTheHeader() throws IOException {
        assertThat(CalendarCsv.read(new StringReader("2027-01-01,rest,元旦")).faults())
                .extracting(CalendarCsv.Fault::reason)
                .containsExactly(CalendarCsv.Reason.HEADER_MISSING);
        assertThat(CalendarCsv.read(new StringReader("")).faults()).hasSize(1);
        assertThat(CalendarCsv.read(new StringReader("\uFEFFday,kind,name\n")).faults()).isEmpty();
    }

    private static int workingDays(YearMonth month) {
        return NATIONAL.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
