package org.tongban.certificates.paper;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * The report on one table, and what is to be done with it next.
 *
 * @param read how far a machine has read the scans; empty without any
 * @param write words of the button that writes; empty when there is nothing to write
 * @param next what has to happen before it can be confirmed, in words; empty: nothing
 * @param sample ways to the lines that are to be compared
 * @param confirm the reason of a confirmation; none when the reader cannot confirm it now
 * @param ways to the lines of one verdict
 */
public record BatchPage(
        String path,
        String file,
        String note,
        String read,
        Tag state,
        List<Fact> facts,
        String write,
        String next,
        List<Link> sample,
        List<FieldView> confirm,
        List<Link> ways,
        List<Line> lines,
        Pager pager,
        ErrorSummary errors) {

    /** One line. */
    public record Line(Link link, String holder, Tag tag, List<String> faults) {
        public Line {
            faults = List.copyOf(faults);
        }
    }

    public BatchPage {
        facts = List.copyOf(facts);
        sample = List.copyOf(sample);
        confirm = List.copyOf(confirm);
        ways = List.copyOf(ways);
        lines = List.copyOf(lines);
    }
}
