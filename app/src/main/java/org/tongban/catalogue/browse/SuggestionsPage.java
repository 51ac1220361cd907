package org.tongban.catalogue.browse;

import java.util.List;
import org.tongban.web.Link;

/** What somebody may be about to type: the first hits, each with the way to it. */
public record SuggestionsPage(List<Link> items) {
    public SuggestionsPage {
        items = List.copyOf(items);
    }
}
