package org.tongban.catalogue.lists;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Pager;

/**
 * What the pages of published lists show.
 *
 * @param stylesheet of lists and searches
 */
public record ListsPage(String stylesheet, List<Entry> lists) {

    public ListsPage {
        lists = List.copyOf(lists);
    }

    /** A list among all lists. */
    public record Entry(Link link, String what, int items) {}

    /** A name and a value of one row; values that are empty are not among them. */
    public record Cell(String name, String value) {}

    /** One row: the item, its office, its cells. */
    public record Line(Link item, String agency, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One page of one list.
     *
     * @param action where words are searched
     * @param downloads the list as files
     * @param changes the way to what changed
     */
    public record One(
            String stylesheet,
            String title,
            String what,
            String action,
            String words,
            int total,
            List<Line> lines,
            List<Link> downloads,
            Link changes,
            Pager pager) {
        public One {
            lines = List.copyOf(lines);
            downloads = List.copyOf(downloads);
        }
    }

    /** One thing that changed. */
    public record Changed(Link item, String kind, String on, List<Cell> before, List<Cell> after) {
        public Changed {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * What changed in one list since a day.
     *
     * @param back the list
     * @param wrong what is wrong with the day; empty when it is one
     */
    public record Since(
            String stylesheet,
            String title,
            String action,
            String day,
            String wrong,
            List<Changed> changes,
            boolean whole,
            Link back) {
        public Since {
            changes = List.copyOf(changes);
        }
    }
}
