package org.tongban.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events of a life or a business by which people look, in the place's order.
 *
 * @param names by key
 */
public record LifeEvents(Map<String, String> names) {

    public LifeEvents {
        names = new LinkedHashMap<>(names);
    }

    /** The name of an event; of one that nobody knows its key. */
    public String name(String key) {
        return names.getOrDefault(key, key);
    }
}
