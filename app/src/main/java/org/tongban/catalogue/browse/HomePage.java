package org.tongban.catalogue.browse;

import java.util.List;
import org.tongban.catalogue.WaitsForYou;
import org.tongban.web.Link;

/**
 * The first page: one question, what waits for the reader, the themes, the halls.
 *
 * @param examples people's own words for things that can be found here
 * @param halls the first ones of the place
 */
public record HomePage(
        List<WaitsForYou.Waiting> waiting,
        List<Link> examples,
        List<ThemeCard> themes,
        List<Hall> halls) {

    /** A theme with what stands in it. */
    public record ThemeCard(Link link, String items) {}

    /** A hall and when it is open. */
    public record Hall(String name, String address, String hours, String windows) {}

    public HomePage {
        waiting = List.copyOf(waiting);
        examples = List.copyOf(examples);
        themes = List.copyOf(themes);
        halls = List.copyOf(halls);
    }
}
