package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-26");

    private final Dates chinese = new Dates(Preferences.CHINESE);
    private final Dates english = new Dates(Locale.ENGLISH);

    @Test
    void aDaySaysItsWeekday() {
        assertThat(chinese.day(DAY)).isEqualTo("11月26日（星期四）");
        assertThat(chinese.fullDay(DAY)).isEqualTo("2026年11月26日（星期四）");
        assertThat(english.day(DAY)).isEqualTo("Thursday 26 November");
    }

    @Test
    void aPaperWritesTheDayInFull() {
        assertThat(chinese.paperDay(DAY)).isEqualTo("2026年11月26日");
    }

    @Test
    void sundayIsTheSeventhDay() {
        assertThat(chinese.weekdayLetter(LocalDate.parse("2026-11-29"))).isEqualTo("日");
    }

    @Test
    void aMomentSaysDayAndTime() {
        assertThat(chinese.moment(LocalDateTime.parse("2026-11-17T15:40")))
                .isEqualTo("11月17日 星期二 15:40");
        assertThat(english.moment(LocalDateTime.parse("2026-11-17T09:05")))
                .isEqualTo("Tuesday 17 November, 9:05");
    }
}
