package org.tongban.packages;

import java.time.Instant;

/**
 * One published version of a package.
 *
 * @param version counts from 1; every change is a new one
 */
public record PublishedPackage(int version, Instant publishedAt, PackageDefinition definition) {

    public String key() {
        return definition.key();
    }
}
