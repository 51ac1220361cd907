package org.tongban.packages.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The longest way through what depends on each other: how long all of it takes at least, however
 * fast the rest is.
 *
 * @param days working days
 * @param keys along the way, in their order
 */
public record CriticalPath(int days, List<String> keys) {

    public CriticalPath {
        keys = List.copyOf(keys);
    }

    /**
     * Finds it.
     *
     * @param days of each, in working days
     * @param needs without a circle; what has no length is there already
     */
    public static CriticalPath of(Map<String, Integer> days, Map<String, List<String>> needs) {
        var known = new HashMap<String, CriticalPath>();
        var longest = new CriticalPath(0, List.of());
        for (var key : days.keySet()) {
            var way = to(key, days, needs, known);
            if (way.days > longest.days || longest.keys.isEmpty()) longest = way;
        }
        return longest;
    }

    private static CriticalPath to(
            String key,
            Map<String, Integer> days,
            Map<String, List<String>> needs,
            Map<String, CriticalPath> known) {
        var there = known.get(key);
        if (there != null) return there;
        var before = new CriticalPath(0, List.of());
        for (var on : needs.getOrDefault(key, List.of())) {
            if (!days.containsKey(on)) continue;
            var way = to(on, days, needs, known);
            if (way.days > before.days || before.keys.isEmpty()) before = way;
        }
        var keys = new java.util.ArrayList<>(before.keys);
        keys.add(key);
        var found = new CriticalPath(before.days + days.getOrDefault(key, 0), keys);
        known.put(key, found);
        return found;
    }
}
