package org.tongban.casework;

import java.util.Map;

/**
 * That another office goes on with a case: its item was delegated (下放) or taken back (上收). The case
 * stays on its item's version; only the posts of its steps are others.
 *
 * @param from key of the agency that had it before
 * @param posts where each step sits now, by key of the step
 */
public record Takeover(String from, Map<String, String> posts) {
    public Takeover {
        posts = Map.copyOf(posts);
    }
}
