package org.tongban.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the frame of a page from its request. */
@Component
public final class Frames {

    private static final String NATIONAL_HOTLINE = "12345";

    private final ObjectProvider<Surroundings> surroundings;
    private final Assets assets;

    Frames(ObjectProvider<Surroundings> surroundings, Assets assets) {
        this.surroundings = surroundings;
        this.assets = assets;
    }

    /** The frame of a page for citizens and firms. */
    public Frame of(HttpServletRequest request) {
        var around = surroundings.getIfAvailable();
        return around == null
                ? bare(request)
                : frame(
                        request,
                        around.placeName(),
                        around.hotline(),
                        around.signedInName(request));
    }

    /** The frame of a page for staff. */
    public StaffFrame staff(HttpServletRequest request) {
        return surroundings.getObject().staff(request, of(request));
    }

    /** A frame that asks nobody, for the page that says that something is out of order. */
    Frame bare(HttpServletRequest request) {
        return frame(request, "", NATIONAL_HOTLINE, "");
    }

    private Frame frame(HttpServletRequest request, String place, String hotline, String name) {
        return new Frame(
                place,
                hotline,
                name,
                Csrf.of(request),
                Preferences.of(request),
                path(request),
                assets);
    }

    /** The address the reader sees, also when an error page is drawn in its place. */
    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed instanceof String address) {
            return address;
        }
        // A form's answer cannot be fetched again by address; what it was sent to usually can.
        var query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET")
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + query;
    }
}
