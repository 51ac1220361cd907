package org.tongban.catalogue.figures;

import java.util.List;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * The figures of a region: its own agencies and the regions below it.
 *
 * @param columns names of the figures
 * @param above the regions above, the topmost first
 */
public record FiguresPage(
        String stylesheet,
        String region,
        List<Link> above,
        List<String> columns,
        List<Line> regions,
        List<Line> agencies,
        List<Target> targets) {

    public FiguresPage {
        above = List.copyOf(above);
        columns = List.copyOf(columns);
        regions = List.copyOf(regions);
        agencies = List.copyOf(agencies);
        targets = List.copyOf(targets);
    }

    /**
     * One agency or region.
     *
     * @param name with the way to its own figures; empty where there are none
     * @param cells each figure with the way to the items behind it
     */
    public record Line(Link name, List<Link> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Within how many days something is to be done.
     *
     * @param days what is wanted and what is promised
     */
    public record Target(String name, String days, Tag state, List<Behind> items) {
        public Target {
            items = List.copyOf(items);
        }
    }

    /**
     * An item behind a target.
     *
     * @param really how long it took lately; empty where too few were decided
     */
    public record Behind(Link item, String promised, String really) {}

    /** One publication that came later than one working day after the change. */
    public record Late(Link item, String changedOn, String publishedOn, int days) {}
}
