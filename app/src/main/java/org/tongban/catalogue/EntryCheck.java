package org.tongban.catalogue;

import java.util.List;
import java.util.Map;

/**
 * The checks that packs go through, for an entry that is being drafted. Carried out by the module
 * that knows the shape of packs, so that the editor and a pack are held to the same.
 */
public interface EntryCheck {

    /**
     * One thing that was found.
     *
     * @param path such as {@code form[0].fields[2].type}; empty for the whole entry
     * @param message in Chinese: what is the matter
     * @param stops whether it must be put right before publication
     */
    record Found(String path, String message, boolean stops) {}

    /**
     * Checks a whole entry.
     *
     * @param tree composed with the base list, in the shape of a pack's file
     */
    List<Found> check(String agency, Map<String, Object> tree);

    /** The types of certificates that a result may be: name by key. */
    Map<String, String> certificates();
}
