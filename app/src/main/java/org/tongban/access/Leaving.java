package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/**
 * Where a browser goes that leaves for a department's system; kept in its session until it has
 * gone.
 *
 * @param address of the system, known to be its own
 * @param system its id
 */
public record Leaving(String address, String system) implements Serializable {

    @Serial private static final long serialVersionUID = 1;

    private static final String NAME = "identity.leaving";

    /** Keeps where to go; the caller has made sure that the address is the system's own. */
    public static void put(HttpServletRequest request, String address, String system) {
        request.getSession(true).setAttribute(NAME, new Leaving(address, system));
    }

    /** Once: whoever comes back to the page does not leave again. */
    public static Optional<Leaving> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof Leaving leaving)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        return Optional.of(leaving);
    }
}
