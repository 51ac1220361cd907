package org.tongban.catalogue;

import java.time.Instant;

/**
 * One published version of an item.
 *
 * @param version counts from 1; every change that was published is a new one
 */
public record PublishedItem(int version, Instant publishedAt, ItemDefinition definition) {

    public String key() {
        return definition.key();
    }

    public String name() {
        return definition.name();
    }
}
