package org.tongban.casework.kinds;

import java.util.List;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * Cases of one kind.
 *
 * @param rule how cases of this kind are managed, in one sentence
 * @param returned whether a reason stands in each row
 */
public record KindsPage(
        List<Chip> chips, String kind, String rule, boolean returned, List<Row> rows, Pager pager) {

    /** One kind to choose. */
    public record Chip(String text, String href, boolean current) {}

    /** One case. */
    public record Row(
            String item,
            String caseNo,
            String href,
            String agency,
            String applicant,
            String since,
            String reason,
            Tag tag) {}

    public KindsPage {
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }
}
