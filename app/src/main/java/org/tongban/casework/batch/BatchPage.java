package org.tongban.casework.batch;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * Groups of tasks, or one group to act on.
 *
 * @param title of the group; empty when groups are listed
 */
public record BatchPage(
        List<Group> groups,
        String title,
        ErrorSummary errors,
        List<Row> rows,
        FieldView opinion,
        boolean decision,
        String batchId,
        String item,
        String step) {

    /** One group. */
    public record Group(String item, String step, int count, String href) {}

    /**
     * One case to tick.
     *
     * @param value case, task and version that were seen
     */
    public record Row(
            String value,
            boolean chosen,
            String caseNo,
            String href,
            String applicant,
            String due,
            Tag tag) {}

    public BatchPage {
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
    }
}
