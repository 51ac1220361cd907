package org.tongban.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people write them: a day that someone must keep always says its weekday. */
public final class Dates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final String WEEKDAYS = "一二三四五六日";

    private final boolean chinese;

    public Dates(Locale locale) {
        this.chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** 11月26日（星期四）; in English: Thursday 26 November. */
    public String day(LocalDate date) {
        return chinese
                ? "%d月%d日（%s）".formatted(date.getMonthValue(), date.getDayOfMonth(), weekday(date))
                : english("EEEE d MMMM", date);
    }

    /** 2026年11月17日（星期二）; for a day of another year or one to be kept on paper. */
    public String fullDay(LocalDate date) {
        return chinese
                ? "%d年%s".formatted(date.getYear(), day(date))
                : english("EEEE d MMMM yyyy", date);
    }

    /** 2026年11月17日; as official papers write it. */
    public String paperDay(LocalDate date) {
        return chinese
                ? "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : english("d MMMM yyyy", date);
    }

    /** 11月17日 星期二 15:40. */
    public String moment(LocalDateTime moment) {
        var date = moment.toLocalDate();
        return chinese
                ? "%d月%d日 %s %s"
                        .formatted(
                                date.getMonthValue(),
                                date.getDayOfMonth(),
                                weekday(date),
                                time(moment))
                : english("EEEE d MMMM", date) + ", " + time(moment);
    }

    /** 15:40. */
    public String time(LocalDateTime moment) {
        return TIME.format(moment);
    }

    /** 星期四. */
    public String weekday(LocalDate date) {
        return chinese ? "星期" + letter(date.getDayOfWeek()) : english("EEEE", date);
    }

    /** 四; one character for a cell of the day strip. */
    public String weekdayLetter(LocalDate date) {
        return chinese ? letter(date.getDayOfWeek()) : english("EEE", date);
    }

    private static String letter(DayOfWeek day) {
        return WEEKDAYS.substring(day.getValue() - 1, day.getValue());
    }

    private static String english(String pattern, LocalDate date) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
    }
}
