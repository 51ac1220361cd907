package org.tongban.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What surrounds the content of every page.
 *
 * @param placeName stands beside the brand; empty while the house has no place
 * @param hotline where people ask when a page does not help
 * @param signedInName empty for a reader who has not signed in
 * @param path of this page with its query, to which a preference or a sign-in returns
 * @param assets addresses of the style sheet and the scripts
 */
public record Frame(
        String placeName,
        String hotline,
        String signedInName,
        Csrf csrf,
        Preferences preferences,
        String path,
        Assets assets) {

    public boolean elder() {
        return preferences.elder();
    }

    public Locale locale() {
        return preferences.locale();
    }

    public boolean isSignedIn() {
        return !signedInName.isEmpty();
    }

    /** The address that changes one preference and comes back here. */
    public String preferenceHref(String name, String value) {
        return "/preferences?"
                + name
                + "="
                + value
                + "&back="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Whether the page stands in one of the main parts of the site. */
    public boolean isIn(String part) {
        return path.equals(part) || path.startsWith(part + "/") || path.startsWith(part + "?");
    }
}
