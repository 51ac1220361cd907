package org.tongban.casework.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Procedure;
import org.tongban.web.DayCell;
import org.tongban.web.DayRole;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

class DayStripsTests {

    private static final Texts TEXTS = new TextBundles().in(Locale.SIMPLIFIED_CHINESE);
    private static final Clock FIVE_DAYS_FROM_TUESDAY =
            promised("2026-11-17", Clock.State.RUNNING, "2026-11-24");

    @Test
    void aRunningClockShowsUsedDaysRestDaysAndTheLast() {
        var view = strips("2026-11-20").view(FIVE_DAYS_FROM_TUESDAY, List.of());

        assertThat(view.days())
                .extracting(DayCell::role)
                .containsExactly(
                        DayRole.COUNTED,
                        DayRole.COUNTED,
                        DayRole.COUNTED,
                        DayRole.REST,
                        DayRole.REST,
                        DayRole.TODO,
                        DayRole.DUE);
        assertThat(view.days().get(2).today()).isTrue();
        assertThat(view.summary()).contains("11月24日（星期二）", "已用 3 天，还剩 2 天");
    }

    @Test
    void theMarkSaysHowManyDaysAreLeftOrLost() {
        assertThat(tag("2026-11-18")).isEqualTo(Tag.plain("还剩 4 天"));
        assertThat(tag("2026-11-23")).isEqualTo(Tag.soon("还剩 1 天"));
        assertThat(tag("2026-11-24")).isEqualTo(Tag.soon("今天到期"));
        assertThat(tag("2026-11-26")).isEqualTo(Tag.late("超期 2 天"));
    }

    @Test
    void aStoppedClockShowsItsStoppedDaysUpToToday() {
        var inspection = new Procedure("检验", "送检", LocalDate.parse("2026-11-19"), null, 3);
        var stopped = promised("2026-11-17", Clock.State.STOPPED, null);
        var strips = strips("2026-11-20");

        assertThat(strips.days(stopped, List.of(inspection)))
                .extracting(DayCell::role)
                .containsExactly(DayRole.COUNTED, DayRole.STOPPED, DayRole.STOPPED);
        assertThat(strips.tag(stopped, List.of(inspection))).isEqualTo(Tag.stop("停表：检验"));
        assertThat(strips.view(stopped, List.of(inspection)).summary()).contains("因检验停表");
    }

    @Test
    void aLateClockGoesOnToToday() {
        var days = strips("2026-11-26").days(FIVE_DAYS_FROM_TUESDAY, List.of());

        assertThat(days.getLast().role()).isEqualTo(DayRole.OVER);
        assertThat(days.getLast().today()).isTrue();
    }

    @Test
    void aTermThatRunsIntoAnUnpublishedYearSaysSo() {
        var clock =
                new Clock(
                        1,
                        ClockKind.STATUTORY,
                        LocalDate.parse("2026-12-28"),
                        20,
                        Clock.TermUnit.WORKING,
                        Clock.State.RUNNING,
                        null,
                        null);
        var strips = strips("2026-12-29").view(clock, List.of());

        assertThat(strips.summary()).contains("还没有公布放假安排");
        assertThat(strips.legend()).anyMatch(entry -> entry.text().contains("可能调整"));
    }

    @Test
    void aPlaceSettlesWhatItCallsSoon() {
        var fourLeft = "2026-11-18";

        assertThat(strips(fourLeft, 4).tag(FIVE_DAYS_FROM_TUESDAY, List.of()))
                .isEqualTo(Tag.soon("还剩 4 天"));
        assertThat(strips(fourLeft, 3).tag(FIVE_DAYS_FROM_TUESDAY, List.of()))
                .isEqualTo(Tag.plain("还剩 4 天"));
    }

    private static Tag tag(String today) {
        return strips(today).tag(FIVE_DAYS_FROM_TUESDAY, List.of());
    }

    private static DayStrips strips(String today) {
        return strips(today, 2);
    }

    private static DayStrips strips(String today, int soonDays) {
        return new DayStrips(TEXTS, WorkingCalendar.national(), LocalDate.parse(today), soonDays);
    }

    private static Clock promised(String startedOn, Clock.State state, @Nullable String dueOn) {
        return new Clock(
                1,
                ClockKind.PROMISED,
                LocalDate.parse(startedOn),
                5,
                Clock.TermUnit.WORKING,
                state,
                dueOn == null ? null : LocalDate.parse(dueOn),
                null);
    }
}
