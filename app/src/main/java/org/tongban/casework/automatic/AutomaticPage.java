package org.tongban.casework.automatic;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;

/**
 * Decisions by rules: what to look at afterwards, and the switches.
 *
 * @param judging whether the list shows what is still to be looked at
 */
public record AutomaticPage(
        List<Chip> chips,
        ErrorSummary errors,
        List<Row> rows,
        boolean judging,
        Pager pager,
        List<ItemSwitch> switches) {

    /** One list to choose. */
    public record Chip(String text, String href, boolean current) {}

    /** One decision. */
    public record Row(
            String caseId,
            String caseNo,
            String href,
            String item,
            String decidedOn,
            String said,
            FieldView words) {}

    /** One item's switch; {@code mayTurn} only for heads of its office. */
    public record ItemSwitch(
            String item,
            String key,
            boolean stopped,
            String rules,
            String said,
            boolean mayTurn,
            FieldView reason) {}

    public AutomaticPage {
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
        switches = List.copyOf(switches);
    }
}
