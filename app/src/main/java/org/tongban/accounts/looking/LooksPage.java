package org.tongban.accounts.looking;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Pager;

/**
 * What a person sees of the looks at their data, the latest first.
 *
 * @param months that may be chosen, the latest first
 * @param month the one chosen; empty: all
 */
public record LooksPage(List<Line> lines, List<Option> months, String month, Pager pager) {

    public LooksPage {
        lines = List.copyOf(lines);
        months = List.copyOf(months);
    }

    /**
     * One look, ready to read.
     *
     * @param office name of the agency; empty for a desk of no agency
     * @param cases the case it was done for, if for one that the reader may see
     */
    public record Line(
            String at, String who, String office, String what, String purpose, List<Link> cases) {

        public Line {
            cases = List.copyOf(cases);
        }
    }
}
