package org.tongban.casework.desk;

import java.util.List;
import org.tongban.web.DayCell;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * A list of the desk.
 *
 * @param words what was looked for; empty when nothing was
 * @param deliver whether the list is of results to hand over
 */
public record QueuePage(
        String title,
        String words,
        boolean deliver,
        List<Row> rows,
        Pager pager,
        String emptyTitle,
        String emptyText) {

    /** One case. */
    public record Row(
            String item,
            String caseNo,
            String href,
            String applicant,
            String state,
            List<DayCell> days,
            Tag tag) {}
}
