package org.tongban.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.tongban.web.Link;

/**
 * What waits for the person who reads the first page. Carried out by the module that knows cases;
 * empty for somebody who has not signed in.
 */
public interface WaitsForYou {

    /** One thing to do, and the way to it. */
    record Waiting(String title, String text, Link act) {}

    /** The things that wait, the most urgent first; three at most. */
    List<Waiting> of(HttpServletRequest request);
}
