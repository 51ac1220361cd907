package org.tongban.casework.todo;

import java.util.List;
import org.tongban.web.DayCell;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * A list of tasks.
 *
 * @param summary how many there are, late and soon; empty where nobody counts
 * @param finished whether these are finished tasks, whose last column is a day and not a clock
 */
public record TodoPage(
        String title,
        String summary,
        boolean finished,
        List<Chip> chips,
        List<Row> rows,
        Pager pager,
        String emptyTitle,
        String emptyText) {

    /** One choice of what the list shows. */
    public record Chip(String text, String href, boolean current) {}

    /**
     * One task.
     *
     * @param stepNote the step's own last day, or when it was finished
     * @param stepLate whether that day has passed
     */
    public record Row(
            String item,
            String caseNo,
            String href,
            String applicant,
            String step,
            String stepNote,
            boolean stepLate,
            List<DayCell> days,
            Tag tag) {
        public Row {
            days = List.copyOf(days);
        }
    }

    public TodoPage {
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }
}
