package org.tongban.catalogue.browse;

import java.util.List;
import org.tongban.catalogue.ItemPage;
import org.tongban.web.Link;
import org.tongban.web.Pager;

/**
 * A list of items or of search results.
 *
 * @param title text key; {@code words} fills its place
 * @param words what was searched for; empty in a list
 * @param audiences other lists one can change to; empty in a search
 */
public record ItemsPage(
        String title,
        String words,
        ItemPage found,
        List<Link> audiences,
        List<Link> themes,
        List<Link> agencies,
        Pager pager) {

    public ItemsPage {
        audiences = List.copyOf(audiences);
        themes = List.copyOf(themes);
        agencies = List.copyOf(agencies);
    }
}
