package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The names of the boxes on the window's page: a letter in front keeps the item's own keys apart
 * from those of the page.
 */
final class WindowBoxes {

    static final String DELIVERY = "delivery";

    /** One for each material whose original lies at the window. */
    static final String PAPER = "paper";

    /** How a material that is not here is made up for; one choice a material. */
    static final String INSTEAD = "instead.";

    private WindowBoxes() {}

    static String applicant(String part) {
        return "a." + part;
    }

    static String question(String key) {
        return "q." + key;
    }

    static String field(String key) {
        return "f." + key;
    }

    /** Says that a field was on the page: boxes that nobody ticked send nothing themselves. */
    static String shown(String key) {
        return "has." + key;
    }

    static List<String> sent(HttpServletRequest request, String box) {
        var values = request.getParameterValues(box);
        return values == null ? List.of() : List.of(values);
    }

    /** What one line sent, without blanks around it. */
    static String line(HttpServletRequest request, String box) {
        var values = sent(request, box);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
