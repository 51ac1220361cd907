package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Answers a request with the page that its controller returned. */
@Component
final class RenderedPages implements HandlerMethodReturnValueHandler {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Pages pages;
    private final Frames frames;
    private final TextBundles bundles;
    private final FetchKeptPage kept;

    RenderedPages(Pages pages, Frames frames, TextBundles bundles, FetchKeptPage kept) {
        this.kept = kept;
        this.pages = pages;
        this.frames = frames;
        this.bundles = bundles;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return Rendered.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (returned instanceof Rendered rendered && request != null && response != null) {
            answer(rendered, request, response);
        }
    }

    /** A form that comes back is fetched from an address of its own; see {@link FetchKeptPage}. */
    private void answer(Rendered rendered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var html = draw(rendered, request);
        var address = kept.address(rendered, html, request);
        if (address.isPresent()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.LOCATION, address.get());
        } else {
            send(html, rendered, response);
        }
    }

    /** Renders completely, then writes: a fault leaves the response untouched. */
    void write(Rendered rendered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(draw(rendered, request), rendered, response);
    }

    private byte[] draw(Rendered rendered, HttpServletRequest request) {
        var known = pages.parametersOf(rendered.template());
        var parameters = new HashMap<>(rendered.parameters());
        if (known.containsKey("staff")) {
            parameters.computeIfAbsent("staff", _ -> frames.staff(request));
        }
        if (known.containsKey("frame")) {
            parameters.computeIfAbsent("frame", _ -> frames.of(request));
        }
        if (known.containsKey("texts")) {
            var locale = Preferences.of(request).locale();
            parameters.computeIfAbsent("texts", _ -> bundles.in(locale));
        }
        return pages.renderBytes(rendered.template(), parameters);
    }

    private static void send(byte[] html, Rendered rendered, HttpServletResponse response)
            throws IOException {
        rendered.headers()
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        send(html, rendered.status().value(), response);
    }

    static void send(byte[] html, int status, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(HTML.toString());
        // Pages carry people's own data; shared computers are common in a service hall.
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }
}
