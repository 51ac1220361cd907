package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where the answer to a form waits until the browser that sent the form fetches it by an address.
 * Carried out by a module that knows sessions and may encrypt: such a page shows what somebody
 * typed.
 */
public interface KeptPages {

    /**
     * Keeps a page for the browser of the request; a few are kept, the oldest gives way.
     *
     * @return the key under which this browser, and no other, finds it; empty for a browser that
     *     has no session
     */
    Optional<String> keep(HttpServletRequest request, Kept page);

    /** The page that this browser was given the key of; empty when it has given way meanwhile. */
    Optional<Kept> find(HttpServletRequest request, String key);

    /** A finished page with the status that it was answered with. */
    @SuppressWarnings("ArrayRecordComponent") // Carried through, never compared.
    record Kept(int status, byte[] html) {}
}
