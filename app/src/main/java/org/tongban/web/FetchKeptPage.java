package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Gives the page that answers a form an address of its own: the browser is sent on to it and
 * fetches it. Otherwise Back would lead to the answer of a form, which a browser can show again
 * only by sending the form again, and asks about that in words nobody understands. Needs no script.
 * Once the page is no longer kept, its address shows the form as it stands.
 */
@Component
final class FetchKeptPage implements HandlerInterceptor {

    /** Marks the address of a kept page. */
    static final String KEY = "answered";

    private final ObjectProvider<KeptPages> kept;

    FetchKeptPage(ObjectProvider<KeptPages> kept) {
        this.kept = kept;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var key = request.getMethod().equals("GET") ? request.getParameter(KEY) : null;
        var pages = kept.getIfAvailable();
        if (key == null || pages == null) return true;
        var page = pages.find(request, key);
        if (page.isEmpty()) return true;
        RenderedPages.send(page.get().html(), page.get().status(), response);
        return false;
    }

    /**
     * The address under which the answer waits, if it is one to go back to: a form that came back,
     * or a page that names its address, asked for by a browser that has a session.
     */
    Optional<String> address(Rendered answer, byte[] html, HttpServletRequest request) {
        var pages = kept.getIfAvailable();
        if (pages == null || !isForm(request) || !isFormAgain(answer)) return Optional.empty();
        var path = answer.address().orElseGet(request::getRequestURI);
        return pages.keep(request, new KeptPages.Kept(answer.status().value(), html))
                .map(
                        key ->
                                UriComponentsBuilder.fromUriString(path)
                                        .replaceQueryParam(KEY, key)
                                        .toUriString());
    }

    /** A program that sends a form does not ask for a page by name, and a script swaps it in. */
    private static boolean isForm(HttpServletRequest request) {
        var wanted = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                && wanted != null
                && wanted.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }

    private static boolean isFormAgain(Rendered answer) {
        return answer.status().is4xxClientError() || answer.address().isPresent();
    }
}
