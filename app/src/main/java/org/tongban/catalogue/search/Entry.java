package org.tongban.catalogue.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongban.catalogue.ItemSummary;
import tools.jackson.databind.json.JsonMapper;

/**
 * One item of one region, as it is indexed.
 *
 * @param region where its agency decides
 * @param within the region and all above it
 * @param order places the entry in every list; ends with its key, so no two are equal
 * @param statutory hundredths of working days that the law allows; 0 where it sets none
 * @param promised hundredths of working days that are promised
 * @param facets what it can be filtered by, such as {@code audience:person}
 */
record Entry(
        String key,
        String region,
        List<String> within,
        Marked text,
        ItemSummary line,
        String order,
        long statutory,
        long promised,
        Set<String> facets) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A text and its mark, so that the mark is worked out once. */
    record Marked(String mark, ItemText text) {
        static Marked of(ItemText text) {
            return new Marked(ItemText.markOf(text.json()), text);
        }
    }

    Entry {
        within = List.copyOf(within);
        facets = new LinkedHashSet<>(facets);
    }

    String json() {
        return JSON.writeValueAsString(line);
    }

    static ItemSummary line(String json) {
        return JSON.readValue(json, ItemSummary.class);
    }
}
