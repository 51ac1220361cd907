package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * Drafts under way and entries published.
 *
 * @param offers entries of other levels that wait for being taken over
 * @param newHref where a new entry begins; empty for who drafts none
 * @param more other pages about the entries
 */
public record EntriesPage(
        List<Line> offers, List<Line> drafts, List<Line> entries, String newHref, List<Link> more) {

    /** One entry or draft. */
    public record Line(Link link, String agency, String note, Tag state) {}

    public EntriesPage {
        offers = List.copyOf(offers);
        drafts = List.copyOf(drafts);
        entries = List.copyOf(entries);
        more = List.copyOf(more);
    }
}
