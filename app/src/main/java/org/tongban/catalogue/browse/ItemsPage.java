package org.tongban.catalogue.browse;

import java.util.List;
import org.tongban.catalogue.ItemSummary;
import org.tongban.web.Link;
import org.tongban.web.Pager;

/**
 * A list of items or of search results.
 *
 * @param title text key; {@code words} fills its place
 * @param words what was searched for, as it was typed; empty in a list
 * @param kept what a new search keeps of the present one: names and values of hidden fields
 * @param together what contains one of the first hits and can be applied for as a whole
 * @param total items on all pages
 * @param notice said above the hits: that none is sure, that the index is being made; may be empty
 * @param filters what the hits can be narrowed by
 * @param place where somebody wants it done
 * @param hotline where people ask when nothing is found
 * @param stylesheet of these pages
 */
public record ItemsPage(
        String title,
        String words,
        List<Kept> kept,
        List<Link> together,
        List<Line> lines,
        int total,
        List<String> notice,
        List<Narrowing> filters,
        Where place,
        Pager pager,
        String everything,
        String hotline,
        String stylesheet) {

    public ItemsPage {
        kept = List.copyOf(kept);
        together = List.copyOf(together);
        lines = List.copyOf(lines);
        notice = List.copyOf(notice);
        filters = List.copyOf(filters);
    }

    /** A field that a form carries along unseen. */
    public record Kept(String name, String value) {}

    /**
     * One item.
     *
     * @param why why a search shows it; empty in a list
     * @param region which region handles it when that is not the chosen one; may be empty
     */
    public record Line(ItemSummary item, String why, String region) {}

    /**
     * One side to narrow by.
     *
     * @param open whether it is unfolded, because something is chosen
     */
    public record Narrowing(String title, List<Choice> choices, boolean open) {
        public Narrowing {
            choices = List.copyOf(choices);
        }
    }

    /** A value of a side; following it chooses it, or takes the choice back. */
    public record Choice(String text, int items, String href, boolean chosen) {}

    /**
     * The region and how to change it.
     *
     * @param path from the topmost region down to the chosen one
     * @param below the regions directly below it
     */
    public record Where(String name, List<Link> path, List<Link> below) {
        public Where {
            path = List.copyOf(path);
            below = List.copyOf(below);
        }
    }
}
