package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-07",
                "2026-11-7",
                "2026/11/7",
                "2026.11.7",
                "20261107",
                "2026年11月7日",
                " ２０２６－１１－０７ ",
                "2026 年 11 月 7 日"
            })
    void readsADayAsPeopleWriteIt(String typed) {
        assertThat(Typed.date(typed)).contains(LocalDate.parse("2026-11-07"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "明天", "2026-02-30", "26-1-1", "2026-13-01", "2026-1"})
    void leavesADayThatIsNone(String typed) {
        assertThat(Typed.date(typed)).isEmpty();
    }

    @Test
    void forgivesFullWidthDigitsAndSpaces() {
        assertThat(Typed.integer(" ８６ ")).contains(BigInteger.valueOf(86));
        assertThat(Typed.decimal("１，２００．５")).contains(new BigDecimal("1200.5"));
        assertThat(Typed.code("９９０１０１ 1990 0101-001x")).isEqualTo("99010119900101001X");
    }

    @Test
    void readsMoneyToTheFen() {
        assertThat(Typed.money("￥80,000.50元")).contains(new BigDecimal("80000.50"));
        assertThat(Typed.money("0.005")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"八十多", "1e5", "1.2.3", "86㎡", "--1"})
    void leavesWhatIsNoNumber(String typed) {
        assertThat(Typed.decimal(typed)).isEmpty();
    }
}
