package org.tongban.packages.overview;

import java.util.List;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * The applications for one package, the latest first.
 *
 * @param opened when it was to be open and since when it is
 * @param months figures month by month, on the first page only
 * @param walks where walk-throughs are kept
 */
public record PackageListPage(
        String name, String opened, String walks, List<Month> months, List<Row> rows, Pager pager) {

    /** One application. */
    public record Row(String no, String href, String sent, String promised, Tag tag) {}

    /** What one month came to. */
    public record Month(
            String month,
            String volume,
            String ended,
            String days,
            String fields,
            String materials,
            String visits) {}

    public PackageListPage {
        months = List.copyOf(months);
        rows = List.copyOf(rows);
    }
}
