package org.tongban.catalogue.check;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;

/** One thing that a good guide does or does not do. Pure. */
public interface GuideRule {

    /** By which the place's settings and the words name it: lower case and hyphens. */
    String key();

    /** Whether it stops a publication where the place does not say. */
    default boolean stops() {
        return false;
    }

    /** What is not as it should be, in the order of the entry. */
    List<Finding> check(ItemDefinition item);

    /**
     * One place.
     *
     * @param path in the shape of a pack's file
     * @param message in Chinese: what is the matter, and how to put it right
     */
    record Finding(String path, String message) {}
}
