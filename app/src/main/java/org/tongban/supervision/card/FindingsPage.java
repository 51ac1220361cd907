package org.tongban.supervision.card;

import java.util.List;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * A page of findings.
 *
 * @param closed whether it shows cards that are closed
 */
public record FindingsPage(List<Chip> chips, List<Row> rows, Pager pager, boolean closed) {

    /** One list to choose. */
    public record Chip(String text, String href, boolean current) {}

    /** One finding. */
    public record Row(
            String number,
            String href,
            String what,
            String item,
            String caseNo,
            String agency,
            String day,
            Tag tag) {}

    public FindingsPage {
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }
}
