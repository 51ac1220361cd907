package org.tongban.web;

import java.util.List;
import java.util.function.Function;

/**
 * Forward and back through a list that is read by key, so it knows its neighbours but not its end.
 *
 * @param previousHref empty on the first page
 * @param nextHref empty on the last page
 * @param position what this page shows, such as 第 1—20 件; may be empty
 */
public record Pager(String previousHref, String nextHref, String position) {

    /**
     * Of a list that is read forward by key.
     *
     * @param start the first page, to which any other leads back
     * @param isFirst whether this is it
     * @param found what was read; one more than a page when there are more
     * @param page so many are shown
     * @param after the address of the page behind the last one shown
     */
    public static <T> Pager of(
            String start, boolean isFirst, List<T> found, int page, Function<T, String> after) {
        var next = found.size() > page ? after.apply(found.get(page - 1)) : "";
        return new Pager(isFirst ? "" : start, next, "");
    }

    /** Whether there is another page at all. */
    public boolean isNeeded() {
        return !previousHref.isEmpty() || !nextHref.isEmpty();
    }
}
