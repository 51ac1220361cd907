package org.tongban.catalogue;

import java.util.List;
import java.util.Map;
import org.tongban.catalogue.ItemFilter.Side;

/**
 * One page of a list of items or of search results, best first.
 *
 * @param total items on all pages
 * @param previous cursor of the page before; empty on the first
 * @param next cursor of the page after; empty on the last
 * @param sides what the list can be narrowed by, with how many items each value would leave
 * @param sure whether a search found what was meant; false: these are only the nearest. A list is
 *     always sure
 * @param notHere what was understood of a question, when nothing here is that
 * @param indexing how far the index is
 */
public record ItemPage(
        List<Found> found,
        int total,
        String previous,
        String next,
        Map<Side, List<Count>> sides,
        boolean sure,
        List<Why.Word> notHere,
        Indexing indexing) {

    /** Items on one page. */
    public static final int SIZE = 20;

    public ItemPage {
        found = List.copyOf(found);
        sides = Map.copyOf(sides);
        notHere = List.copyOf(notHere);
    }

    /** An item and why it is here. */
    public record Found(ItemSummary item, Why why) {}

    /**
     * A value to narrow by.
     *
     * @param items how many items of the list have it
     */
    public record Count(String value, int items) {}

    /**
     * How far the index is.
     *
     * @param complete false while it is built: the list may lack items
     * @param entries how many are in it
     */
    public record Indexing(boolean complete, int entries) {}

    /** The items without the reasons. */
    public List<ItemSummary> items() {
        return found.stream().map(Found::item).toList();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }
}
