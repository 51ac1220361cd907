package org.tongban.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A place on this site to return to after sign-in. Anything that could lead a browser elsewhere is
 * not one.
 *
 * @param value path with its query
 */
public record LocalPath(String value) {

    private static final int LONGEST = 2_000;

    public LocalPath {
        if (!isLocal(value)) throw new IllegalArgumentException("not a path on this site");
    }

    /** Reads what came with a request; empty for everything that is not a local path. */
    public static Optional<LocalPath> read(String given) {
        return isLocal(given) ? Optional.of(new LocalPath(given)) : Optional.empty();
    }

    /** For use as the value of a query parameter. */
    public String encoded() {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    boolean isForStaff() {
        return value.equals("/staff") || value.startsWith("/staff/") || value.startsWith("/staff?");
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isLocal(String given) {
        // Browsers read "//host" and "/\host" as another site.
        if (!given.startsWith("/")
                || given.startsWith("//")
                || given.indexOf('\\') >= 0
                || given.length() > LONGEST
                || given.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            var uri = new URI(given);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
