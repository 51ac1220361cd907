package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Where somebody was before something went wrong: the page whose form was sent or whose link was
 * followed. What was typed there is often saved already.
 */
final class WayBack {

    private WayBack() {}

    /**
     * Path and query on this very host.
     *
     * @param failed path of the request that failed
     * @return empty when the browser did not say, came from elsewhere, or asked for a page by its
     *     own link
     */
    static Optional<String> of(HttpServletRequest request, String failed) {
        var said = request.getHeader(HttpHeaders.REFERER);
        if (said == null) return Optional.empty();
        try {
            var from = new URI(said);
            var path = from.getRawPath();
            if (!request.getServerName().equals(from.getHost()) || path == null) {
                return Optional.empty();
            }
            if (!path.startsWith("/") || path.startsWith("//")) return Optional.empty();
            if (path.equals(failed) && "GET".equals(request.getMethod())) return Optional.empty();
            return Optional.of(from.getRawQuery() == null ? path : path + "?" + from.getRawQuery());
        } catch (URISyntaxException foreign) {
            return Optional.empty();
        }
    }
}
