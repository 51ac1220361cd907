package org.tongban.web;

import static org.springframework.web.bind.annotation.RequestMethod.GET;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    FetchKeptPage(
            ObjectProvider<KeptPages> kept, ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.kept = kept;
        this.handlers = handlers;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // An error page is asked for as well; its request may be one whose parameters are
        // unreadable.
        var asked =
                request.getMethod().equals("GET")
                        && request.getDispatcherType() == DispatcherType.REQUEST;
        var key = asked ? request.getParameter(KEY) : null;
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
        // Nobody is sent to where no page is: the form then stands where it was sent from.
        if (!isPage(path)) return Optional.empty();
        return pages.keep(request, new KeptPages.Kept(answer.status().value(), html))
                .map(
                        key ->
                                UriComponentsBuilder.fromUriString(path)
                                        .replaceQueryParam(KEY, key)
                                        .toUriString());
    }

    /** Whether something answers when a browser asks for this address. */
    private boolean isPage(String path) {
        var asked = PathContainer.parsePath(path.replaceFirst("[?#].*", ""));
        return handlers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(handler -> handler.getMethodsCondition().getMethods().contains(GET))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .filter(Objects::nonNull)
                .flatMap(condition -> condition.getPatterns().stream())
                .anyMatch(pattern -> pattern.matches(asked));
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
