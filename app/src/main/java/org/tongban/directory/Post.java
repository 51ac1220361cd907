package org.tongban.directory;

import java.util.Optional;
import java.util.Set;

/**
 * A seat with rights.
 *
 * @param rights of {@code accept review decide deliver supervise administer}
 */
public record Post(
        String key,
        String name,
        Optional<String> agency,
        Optional<String> window,
        Set<String> rights,
        Scope scope) {

    public Post {
        rights = Set.copyOf(rights);
    }

    /** How far a post reaches; stored in lower case. */
    public enum Scope {
        WINDOW,
        AGENCY,
        REGION
    }

    public boolean has(String right) {
        return rights.contains(right);
    }
}
