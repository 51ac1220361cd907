package org.tongban.catalogue;

import java.util.List;

/**
 * One page of a list of items or of search results.
 *
 * @param page counts from 1
 * @param pages at least 1
 * @param total items on all pages
 */
public record ItemPage(List<ItemSummary> items, int page, int pages, int total) {

    /** Items on one page. */
    public static final int SIZE = 20;

    public ItemPage {
        items = List.copyOf(items);
    }

    /** The page of that number; a number beside the list gives its nearest page. */
    public static ItemPage of(List<ItemSummary> all, int page) {
        var pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        var shown = Math.clamp(page, 1, pages);
        var from = (shown - 1) * SIZE;
        return new ItemPage(
                all.subList(from, Math.min(all.size(), from + SIZE)), shown, pages, all.size());
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
