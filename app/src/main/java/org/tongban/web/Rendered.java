package org.tongban.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A controller's answer that is a page: which template, with what. The controller is a
 * {@code @Controller}; under {@code @RestController} Spring would write this record as JSON. The
 * parameters {@code frame}, {@code staff} and {@code texts} are added when the template asks for
 * them. The page is rendered completely before the first byte leaves, so a fault in a template
 * becomes the error page, never half a page.
 *
 * @param template path below the templates' root without extension, such as {@code
 *     casework/intake/desk}
 * @param parameters by the names of the template's {@code @param} lines
 * @param headers added to the answer
 */
public record Rendered(
        String template,
        Map<String, Object> parameters,
        HttpStatusCode status,
        HttpHeaders headers) {

    public Rendered {
        parameters = Map.copyOf(parameters);
    }

    /** A page without parameters of its own. */
    public static Rendered of(String template) {
        return new Rendered(template, Map.of(), HttpStatus.OK, new HttpHeaders());
    }

    /** A page with its record, under the parameter name {@code page}. */
    public static Rendered of(String template, Object page) {
        return of(template).with("page", page);
    }

    public Rendered with(String name, Object value) {
        var more = new HashMap<>(parameters);
        more.put(name, value);
        return new Rendered(template, more, status, headers);
    }

    /** The same page under another status, such as 422 for a form with errors. */
    public Rendered status(HttpStatusCode newStatus) {
        return new Rendered(template, parameters, newStatus, headers);
    }

    /**
     * Says at which address a browser finds this answer to a form, so that Back leads there; for
     * answers whose form was sent to an address that has no page of its own, and for pages between
     * two forms.
     *
     * @param path of this application, of a page that the reader may open
     */
    public Rendered at(String path) {
        return header(HttpHeaders.CONTENT_LOCATION, path);
    }

    Optional<String> address() {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.CONTENT_LOCATION));
    }

    public Rendered header(String name, String value) {
        var more = new HttpHeaders();
        more.addAll(headers);
        more.add(name, value);
        return new Rendered(template, parameters, status, more);
    }
}
