package org.tongban.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a form that was carried out: the browser fetches the next page, so that going back
 * or reloading sends nothing again.
 */
public final class SeeOther {

    private SeeOther() {}

    /**
     * Leads on to a page.
     *
     * @param path of this application, with its query if it has one
     */
    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
