package org.tongban.web;

/**
 * Forward and back through a list that is read by key, so it knows its neighbours but not its end.
 *
 * @param previousHref empty on the first page
 * @param nextHref empty on the last page
 * @param position what this page shows, such as 第 1—20 件; may be empty
 */
public record Pager(String previousHref, String nextHref, String position) {

    /** Whether there is another page at all. */
    public boolean isNeeded() {
        return !previousHref.isEmpty() || !nextHref.isEmpty();
    }
}
