package org.tongban.catalogue.exchange;

import java.util.List;
import org.tongban.web.Fact;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * What a file that was handed in would change, row by row.
 *
 * @param notice what writing came to, when not all of it was written; empty otherwise
 * @param ways to the rows of one verdict
 * @param write words of the button that writes; empty when there is nothing to write
 */
public record ReportPage(
        String file,
        String path,
        String notice,
        Tag state,
        List<Fact> facts,
        List<Link> ways,
        List<Line> lines,
        Pager pager,
        String write) {

    public ReportPage {
        facts = List.copyOf(facts);
        ways = List.copyOf(ways);
        lines = List.copyOf(lines);
    }

    /** One row. */
    public record Line(int number, String name, Tag tag, List<String> faults) {
        public Line {
            faults = List.copyOf(faults);
        }
    }

    /** One file among those handed in. */
    public record Run(Link link, String note, Tag tag) {}
}
