package org.tongban.sharing.figures;

import java.util.List;
import org.tongban.web.Link;

/**
 * The figures of one office.
 *
 * @param office whose
 * @param offices the other offices that the reader may look at
 * @param sum in how many cases something was fetched and something was brought, in words
 */
public record NotAskedPage(String office, List<Link> offices, String sum, List<Line> lines) {

    /** One material of an item. */
    public record Line(Link item, String material, int fetched, int brought, Link way) {}

    public NotAskedPage {
        offices = List.copyOf(offices);
        lines = List.copyOf(lines);
    }
}
