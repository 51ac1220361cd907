package org.tongban.packages.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be there before something can begin. */
public final class Needs {

    private Needs() {}

    /**
     * A circle, in which everything waits for everything else.
     *
     * @param needs by key: the keys of what is needed; a key that has none may be left out
     * @return the keys of one circle in the order in which they need each other; empty without one
     */
    public static List<String> circle(Map<String, List<String>> needs) {
        var free = new HashSet<String>();
        for (var key : needs.keySet()) {
            var found = from(key, needs, new ArrayList<>(), free);
            if (!found.isEmpty()) return found;
        }
        return List.of();
    }

    private static List<String> from(
            String key, Map<String, List<String>> needs, List<String> way, Set<String> free) {
        var seen = way.indexOf(key);
        if (seen >= 0) return List.copyOf(way.subList(seen, way.size()));
        if (free.contains(key)) return List.of();
        way.add(key);
        for (var next : needs.getOrDefault(key, List.of())) {
            var found = from(next, needs, way, free);
            if (!found.isEmpty()) return found;
        }
        way.removeLast();
        free.add(key);
        return List.of();
    }

    /**
     * On which step each can begin at the earliest, counted from 1: those of one step run side by
     * side.
     *
     * @param needs without a circle; what is needed and has no entry counts as there
     */
    public static int step(String key, Map<String, List<String>> needs) {
        return 1
                + needs.getOrDefault(key, List.of()).stream()
                        .filter(needs::containsKey)
                        .mapToInt(on -> step(on, needs))
                        .max()
                        .orElse(0);
    }
}
