package org.tongban.packages.overview;

import java.util.List;

/** The packages with their figures. */
public record OverviewPage(List<Row> rows, String editor) {

    /** One package. */
    public record Row(
            String name,
            String href,
            String edit,
            String lead,
            String others,
            String planned,
            String volume,
            String ended,
            String days,
            String saved,
            String note) {}

    public OverviewPage {
        rows = List.copyOf(rows);
    }
}
