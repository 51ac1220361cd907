package org.tongban.packages.overview;

import java.util.List;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/** The applications for one package, the latest first. */
public record PackageListPage(String name, List<Row> rows, Pager pager) {

    /** One application. */
    public record Row(String no, String href, String sent, String promised, Tag tag) {}

    public PackageListPage {
        rows = List.copyOf(rows);
    }
}
