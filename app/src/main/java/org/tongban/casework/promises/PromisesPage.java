package org.tongban.casework.promises;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;

/**
 * Broken promises, the latest first.
 *
 * @param errors of a repair that was not carried out
 */
public record PromisesPage(List<Row> rows, Pager pager, ErrorSummary errors) {

    /**
     * One of them.
     *
     * @param repaired who repaired it and why; empty while it stands
     * @param action where a repair is sent
     * @param reason its box
     */
    public record Row(
            String applicant,
            String agency,
            String item,
            String what,
            String brokenOn,
            String repaired,
            String caseHref,
            String action,
            FieldView reason) {}

    public PromisesPage {
        rows = List.copyOf(rows);
    }
}
