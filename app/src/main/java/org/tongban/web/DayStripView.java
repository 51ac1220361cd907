package org.tongban.web;

import java.util.List;

/**
 * A deadline unfolded into its days, drawn by {@code web/dayStrip} and, small, by {@code
 * web/dayBars}. The days come from the same calculation as the date, so they cannot disagree.
 *
 * @param days without a gap, in order
 * @param summary one sentence that says the same as the picture; what a screen reader hears
 * @param legend the roles that occur, with their words, such as 停表 2 天：检验
 */
public record DayStripView(List<DayCell> days, String summary, List<LegendEntry> legend) {

    /** One line of the legend. */
    public record LegendEntry(DayRole role, String text) {}

    public DayStripView {
        days = List.copyOf(days);
        legend = List.copyOf(legend);
    }

    /** Whether the strip reaches today, so that the legend explains its mark. */
    public boolean hasToday() {
        return days.stream().anyMatch(DayCell::today);
    }

    /** The number in a cell: with its month where the reader would otherwise have to guess it. */
    public String number(int index) {
        var date = days.get(index).date();
        var namesMonth = index == 0 || date.getDayOfMonth() == 1;
        return namesMonth
                ? date.getMonthValue() + "/" + date.getDayOfMonth()
                : Integer.toString(date.getDayOfMonth());
    }
}
