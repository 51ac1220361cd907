package org.tongban.casework.notice.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text with places in it, written {@code {name}}, read once so that filling it is only putting
 * pieces together.
 *
 * @param pieces what stands before each place, in turn with the name of the place; what stands
 *     after the last place is the last piece
 */
public record Wording(List<String> pieces) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

    public Wording {
        pieces = List.copyOf(pieces);
    }

    /** Reads a text. */
    public static Wording of(String text) {
        var pieces = new ArrayList<String>();
        var place = PLACE.matcher(text);
        var end = 0;
        while (place.find()) {
            pieces.add(text.substring(end, place.start()));
            pieces.add(place.group(1));
            end = place.end();
        }
        pieces.add(text.substring(end));
        return new Wording(pieces);
    }

    /** The names of the places in the text. */
    public Set<String> places() {
        var names = new TreeSet<String>();
        for (var i = 1; i < pieces.size(); i += 2) names.add(pieces.get(i));
        return names;
    }

    /**
     * The text with its places filled.
     *
     * @throws IllegalArgumentException when there is nothing to put into a place: a paper with a
     *     gap must not go out
     */
    public String with(Map<String, ?> values) {
        if (pieces.size() == 1) return pieces.getFirst();
        var text = new StringBuilder(pieces.getFirst());
        for (var i = 1; i < pieces.size(); i += 2) {
            var value = values.get(pieces.get(i));
            if (value == null) {
                throw new IllegalArgumentException("nothing to put into {" + pieces.get(i) + "}");
            }
            text.append(value).append(pieces.get(i + 1));
        }
        return text.toString();
    }
}
