package org.tongban.ratings.report;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * The ratings of one agency.
 *
 * @param period since when, in words
 * @param others rated agencies the reader may turn to
 * @param empty key of the text that explains why there is nothing yet
 * @param total how many ratings there were
 * @param goodRate such as 98.2%; empty when there were none
 */
public record ReportPage(
        String agency,
        String period,
        List<Link> others,
        String empty,
        int total,
        String goodRate,
        List<Row> rows,
        List<Said> said) {

    public ReportPage {
        others = List.copyOf(others);
        rows = List.copyOf(rows);
        said = List.copyOf(said);
    }

    /** How often one level was given. */
    public record Row(String level, int stars, int count, String share) {}

    /** Words of somebody who is not named. */
    public record Said(Tag level, String words, String at) {}
}
