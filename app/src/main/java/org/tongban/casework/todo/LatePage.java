package org.tongban.casework.todo;

import java.util.List;
import org.tongban.web.DayCell;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * What is late or soon will be, and whose it is.
 *
 * @param chips late and soon, only late, only soon, standing still
 * @param everywhere the same list for all agencies
 * @param agencies with their figures; the list below can be narrowed to one of them
 * @param agency name of the one it is narrowed to; empty for all
 */
public record LatePage(
        List<TodoPage.Chip> chips,
        List<AgencyRow> agencies,
        String agency,
        String everywhere,
        List<Row> rows,
        Pager pager) {

    /** The figures of one agency; "99+" where counting stopped. */
    public record AgencyRow(
            String name, String href, String late, String soon, boolean anyLate, boolean current) {}

    /** One clock. */
    public record Row(
            String item,
            String caseNo,
            String href,
            String agency,
            String applicant,
            String clock,
            String dueOn,
            List<DayCell> days,
            Tag tag) {
        public Row {
            days = List.copyOf(days);
        }
    }

    public LatePage {
        chips = List.copyOf(chips);
        agencies = List.copyOf(agencies);
        rows = List.copyOf(rows);
    }
}
