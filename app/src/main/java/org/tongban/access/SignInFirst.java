package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Sends someone to the sign-in of the door they stand before, and remembers where they were. */
final class SignInFirst {

    private SignInFirst() {}

    static void answer(Door door, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (door) {
            case PUBLIC -> throw new IllegalArgumentException("a public door asks for no sign-in");
            case SYSTEM_API -> response.sendError(HttpStatus.UNAUTHORIZED.value());
            case STAFF -> send(SignInPages.STAFF, request, response);
            case APPLICANT -> send(SignInPages.APPLICANT, request, response);
        }
    }

    private static void send(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var back = LocalPath.read(whereTheyWere(request)).map(path -> "?next=" + path.encoded());
        var address = page + back.orElse("");
        if (isPart(request)) {
            // A part swapped into a page cannot be a sign-in page: the whole page goes there.
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(address);
        }
    }

    /** Only a page can be returned to; after a form or a part, that is the page it stood on. */
    private static String whereTheyWere(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || isPart(request)) {
            return "";
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
