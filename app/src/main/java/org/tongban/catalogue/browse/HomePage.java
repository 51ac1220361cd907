package org.tongban.catalogue.browse;

import java.util.List;
import org.tongban.web.Link;

/** The first page: one question, the themes. */
public record HomePage(List<Link> themes) {

    public HomePage {
        themes = List.copyOf(themes);
    }
}
