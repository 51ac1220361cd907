package org.tongban.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A document as it is set: everything in its place, not yet a file.
 *
 * @param author the office whose document it is
 * @param width of every page in millimetres
 * @param height of every page in millimetres
 * @param pages marks in the order in which they are drawn
 * @param metadata goes into the file under its keys, in this order
 */
public record Sheet(
        String title,
        String author,
        double width,
        double height,
        List<List<Mark>> pages,
        Place seal,
        Map<String, String> metadata) {

    /**
     * Where the seal goes.
     *
     * @param page counts from 0
     * @param x of the upper left corner, in millimetres
     * @param y of the upper left corner, in millimetres
     */
    public record Place(int page, double x, double y) {}

    public Sheet {
        pages = pages.stream().map(List::copyOf).toList();
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (seal.page() < 0 || seal.page() >= pages.size()) {
            throw new IllegalArgumentException("the seal stands on a page");
        }
    }

    /** Every character that is shown. */
    public SortedSet<Integer> characters() {
        var found = new TreeSet<Integer>();
        for (var page : pages) {
            for (var mark : page) {
                if (mark instanceof Mark.Text text) {
                    text.text().codePoints().forEach(found::add);
                }
            }
        }
        return found;
    }
}
