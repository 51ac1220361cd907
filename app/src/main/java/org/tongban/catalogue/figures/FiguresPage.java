package org.tongban.catalogue.figures;

import java.util.List;
import org.tongban.web.Link;

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
        List<Line> agencies) {

    public FiguresPage {
        above = List.copyOf(above);
        columns = List.copyOf(columns);
        regions = List.copyOf(regions);
        agencies = List.copyOf(agencies);
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

    /** One publication that came later than one working day after the change. */
    public record Late(Link item, String changedOn, String publishedOn, int days) {}
}
