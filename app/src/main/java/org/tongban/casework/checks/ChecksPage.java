package org.tongban.casework.checks;

import java.util.List;
import org.tongban.web.DayCell;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/** What is to be checked, the first due first. */
public record ChecksPage(List<Row> rows, Pager pager) {

    /** One check, or one person being heard. */
    public record Row(
            String item,
            String caseNo,
            String href,
            String applicant,
            String what,
            List<DayCell> days,
            Tag tag) {}

    public ChecksPage {
        rows = List.copyOf(rows);
    }
}
