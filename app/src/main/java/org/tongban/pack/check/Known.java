package org.tongban.pack.check;

import java.util.Map;
import java.util.Set;

/**
 * What a pack may refer to.
 *
 * @param regions codes
 * @param agencies keys
 * @param windows keys
 * @param posts the rights of each, by key
 * @param certificates keys of their types
 * @param procedures names of the special procedures that an item may provide for
 */
public record Known(
        Set<String> regions,
        Set<String> agencies,
        Set<String> windows,
        Map<String, Set<String>> posts,
        Set<String> certificates,
        Set<String> procedures) {

    public Known {
        regions = Set.copyOf(regions);
        agencies = Set.copyOf(agencies);
        windows = Set.copyOf(windows);
        posts = Map.copyOf(posts);
        certificates = Set.copyOf(certificates);
        procedures = Set.copyOf(procedures);
    }
}
