package org.tongban.pack.check;

import org.tongban.pack.text.Node;

/** What is promised is not longer than what the law allows; at once means no days. */
final class ItemTerms implements ItemRule {

    /** Five working days are a week. */
    private static final double CALENDAR_DAYS_IN_A_WORKING_DAY = 7.0 / 5;

    private static final String PROMISED = "limits.promised";

    @Override
    public void check(Item item) {
        var statutory = item.node().at("limits").flatMap(limits -> limits.at("statutory"));
        var promised = item.promisedTerm();
        if (statutory.isEmpty() || promised.isEmpty()) return;
        if (item.isAtOnce() != (promised.get().whole("days") == 0)) {
            item.sheet()
                    .error(
                            promised.get(),
                            PROMISED,
                            "days",
                            item.isAtOnce() ? "即办件的承诺时限是 0" : "承诺时限是 0 的应当是即办件");
        }
        notLonger(promised.get(), statutory.get(), item.sheet());
    }

    private static void notLonger(Node promised, Node statutory, FaultSheet sheet) {
        var sameUnit = promised.text("unit").equals(statutory.text("unit"));
        var promisedDays = promised.whole("days");
        var statutoryDays = statutory.whole("days");
        if (sameUnit && promisedDays > statutoryDays) {
            sheet.error(
                    promised,
                    PROMISED,
                    "days",
                    "承诺时限 " + promisedDays + " 天比法定时限 " + statutoryDays + " 天长");
        } else if (!sameUnit && calendarDays(promised) > calendarDays(statutory)) {
            sheet.finding(promised, PROMISED, "days", "单位不同，按一周五个工作日折算，承诺时限可能比法定时限长");
        }
    }

    private static double calendarDays(Node term) {
        return term.whole("days")
                * (term.text("unit").equals("working") ? CALENDAR_DAYS_IN_A_WORKING_DAY : 1);
    }
}
