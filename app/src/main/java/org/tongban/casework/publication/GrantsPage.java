package org.tongban.casework.publication;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Pager;

/**
 * A page of public grants.
 *
 * @param agency name of the office it is narrowed to; empty for all
 */
public record GrantsPage(
        String agency, String creditCode, List<Link> agencies, List<Row> rows, Pager pager) {

    /** One grant; {@code revoked} is empty while it stands. */
    public record Row(
            String item,
            String holder,
            String creditCode,
            String agency,
            String number,
            String decidedOn,
            String revoked) {}

    public GrantsPage {
        agencies = List.copyOf(agencies);
        rows = List.copyOf(rows);
    }
}
