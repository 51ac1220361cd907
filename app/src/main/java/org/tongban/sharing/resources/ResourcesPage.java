package org.tongban.sharing.resources;

import java.util.List;
import org.tongban.web.Tag;

/**
 * The catalogue.
 *
 * @param waiting requests that the reader may decide
 * @param figures whether the reader may see what was not asked for
 */
public record ResourcesPage(List<Line> lines, List<Waiting> waiting, boolean figures) {

    /** One resource. */
    public record Line(
            String href,
            String name,
            String code,
            String provider,
            String share,
            String update,
            Tag register) {}

    /** One request that waits. */
    public record Waiting(
            String href, String resource, String agency, String item, String purpose, String at) {}

    public ResourcesPage {
        lines = List.copyOf(lines);
        waiting = List.copyOf(waiting);
    }
}
