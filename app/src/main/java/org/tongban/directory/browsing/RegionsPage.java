package org.tongban.directory.browsing;

import java.util.List;
import org.tongban.directory.Place;
import org.tongban.directory.Region;

/**
 * One region with what lies above and below it.
 *
 * @param above from the topmost down to this one; empty at the very top
 */
public record RegionsPage(List<Node> above, List<Node> below) {

    public RegionsPage {
        above = List.copyOf(above);
        below = List.copyOf(below);
    }

    /** A region; {@code children} says how many lie below it. */
    public record Node(String code, String name, String level, int children) {}

    static RegionsPage of(Place place, String code) {
        var below = code.isEmpty() ? place.topRegions() : place.childrenOf(code);
        return new RegionsPage(
                place.pathTo(code).stream().map(region -> node(region, place)).toList(),
                below.stream().map(region -> node(region, place)).toList());
    }

    private static Node node(Region region, Place place) {
        return new Node(
                region.code(),
                region.name(),
                "directory.level." + region.level().name().toLowerCase(java.util.Locale.ROOT),
                place.childrenOf(region.code()).size());
    }
}
