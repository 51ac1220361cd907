package org.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every start, length and stoppage; the seed is in the name of the test. */
class DayCountPropertyTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHearingEnteredTwiceStopsTheClockOnce(long seed) {
        var given = Given.of(seed);
        var hearing = given.anyStoppage();

        assertThat(given.dueWith(List.of(hearing, hearing)))
                .isEqualTo(given.dueWith(List.of(hearing)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherStoppageNeverBringsTheEndForward(long seed) {
        var given = Given.of(seed);
        var stoppages = given.anyStoppages();
        var more = new ArrayList<>(stoppages);
        more.add(given.anyStoppage());

        assertThat(given.dueWith(more)).isAfterOrEqualTo(given.dueWith(stoppages));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfStoppagesDoesNotMatter(long seed) {
        var given = Given.of(seed);
        var stoppages = given.anyStoppages();
        var shuffled = new ArrayList<>(stoppages);
        Collections.shuffle(shuffled, given.random);

        assertThat(given.dueWith(shuffled)).isEqualTo(given.dueWith(stoppages));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theEndIsAWorkingDayOnWhichTheClockRuns(long seed) {
        var given = Given.of(seed);
        var stoppages = given.anyStoppages();

        var due = given.dueWith(stoppages);

        assertThat(CALENDAR.isWorkingDay(due)).isTrue();
        assertThat(stoppages).noneMatch(stoppage -> stoppage.covers(due));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDaysAreWithoutAGapAndCountToTheLength(long seed) {
        var given = Given.of(seed);
        var result = DayCount.count(CALENDAR, given.startedOn, given.period, given.anyStoppages());

        assertThat(result.days())
                .extracting(CountedDay::day)
                .containsExactlyElementsOf(
                        given.startedOn
                                .datesUntil(result.dueOn().orElseThrow().plusDays(1))
                                .toList());
        assertThat(result.days())
                .filteredOn(day -> day.role() instanceof CountedDay.Counted)
                .hasSize(given.period.length());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void workingDaysAddedAreWorkingDaysBetween(long seed) {
        var given = Given.of(seed);
        var days = 1 + given.random.nextInt(90);

        var end = CALENDAR.plusWorkingDays(given.startedOn, days);

        assertThat(CALENDAR.workingDaysBetween(given.startedOn, end)).isEqualTo(days);
        assertThat(CALENDAR.workingDaysBetween(end, given.startedOn)).isEqualTo(-days);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void usedAndRemainingMakeTheLengthOfWorkingDays(long seed) {
        var given = Given.of(seed);
        var period = Period.workingDays(given.period.length());
        var result = DayCount.count(CALENDAR, given.startedOn, period, given.anyStoppages());
        var asOf = given.startedOn.plusDays(given.random.nextInt(200));

        assertThat(result.usedDays(asOf) + result.remainingDays(asOf)).isEqualTo(period.length());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStoppageThatGoesOnIsProjectedAsOneEndedToday(long seed) {
        var given = Given.of(seed);
        var closed = given.anyStoppage();
        var open = Stoppage.open(closed.from(), closed.kind(), closed.legalBasis());
        var today = closed.through().orElseThrow();

        var projected =
                DayCount.count(CALENDAR, given.startedOn, given.period, List.of(open)).asOf(today);

        assertThat(projected.dueOn()).contains(given.dueWith(List.of(closed)));
    }

    /** A random start and period between 2020 and 2025, and a source of stoppages about them. */
    private record Given(LocalDate startedOn, Period period, Random random) {

        static Given of(long seed) {
            var random = new Random(seed);
            var startedOn = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
            var unit = random.nextBoolean() ? TermUnit.WORKING_DAYS : TermUnit.CALENDAR_DAYS;
            return new Given(startedOn, new Period(random.nextInt(60), unit), random);
        }

        Stoppage anyStoppage() {
            var from = startedOn.plusDays(random.nextInt(70) - 5);
            var through = from.plusDays(random.nextInt(20));
            return new Stoppage(from, Optional.of(through), "检验", "第四十五条");
        }

        List<Stoppage> anyStoppages() {
            var stoppages = new ArrayList<Stoppage>();
            for (var i = random.nextInt(5); i > 0; i--) {
                stoppages.add(anyStoppage());
            }
            return stoppages;
        }

        LocalDate dueWith(List<Stoppage> stoppages) {
            return DayCount.dueOn(CALENDAR, startedOn, period, stoppages).orElseThrow();
        }
    }
}
