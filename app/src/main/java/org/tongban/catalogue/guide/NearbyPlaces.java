package org.tongban.catalogue.guide;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tongban.directory.Centre;
import org.tongban.directory.Place;
import org.tongban.directory.Region;
import org.tongban.directory.Window;

/**
 * Where an agency's items are handled, the nearest first: the halls with a window of its own or one
 * for everything. How near is told by the regions, without a map.
 */
final class NearbyPlaces {

    /** More than this are not looked through; the nearest are among them. */
    private static final int MOST = 12;

    private NearbyPlaces() {}

    /**
     * The places as seen from a region.
     *
     * @param from code of the region; an unknown one is the place's own
     */
    static List<GuidePage.Where> of(Place place, String agency, String from) {
        return place.centres().stream()
                .filter(centre -> !windows(centre, agency).isEmpty())
                .sorted(Comparator.comparingInt(centre -> steps(place, from, centre.region())))
                .limit(MOST)
                .map(
                        centre ->
                                new GuidePage.Where(
                                        centre.name(),
                                        place.fullName(centre.region()).orElse(""),
                                        centre.address(),
                                        centre.hours(),
                                        windows(centre, agency),
                                        steps(place, from, centre.region()) == 0))
                .toList();
    }

    private static String windows(Centre centre, String agency) {
        return centre.windows().stream()
                .filter(
                        window ->
                                window.agency().isEmpty()
                                        || window.agency().filter(agency::equals).isPresent())
                .map(Window::name)
                .collect(Collectors.joining("、"));
    }

    /** Levels up from the one and down to the other; 0 for the same region. */
    static int steps(Place place, String from, String to) {
        var up = place.pathTo(from).stream().map(Region::code).toList();
        var down = place.pathTo(to).stream().map(Region::code).toList();
        var shared = 0;
        while (shared < up.size()
                && shared < down.size()
                && up.get(shared).equals(down.get(shared))) {
            shared++;
        }
        return up.size() - shared + down.size() - shared;
    }
}
