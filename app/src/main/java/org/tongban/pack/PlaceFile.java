package org.tongban.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How {@code place.yaml} is kept: name, region and hotline in columns, everything else as the JSON
 * object of the place's policies. The thresholds stand in it directly; {@code remedies}, {@code
 * source}, {@code statedTotals} and {@code themes} under their own names, and beside them the words
 * of the papers, which stand in {@code notices.yaml}.
 */
final class PlaceFile {

    private static final List<String> BESIDE_POLICIES =
            List.of("remedies", "source", "statedTotals", "themes");

    /**
     * Under this name the words of the papers are kept; they have a file of their own in a pack.
     */
    private static final String NOTICES = "notices";

    private PlaceFile() {}

    /** What is stored as policies, with the words of the papers if the place has its own. */
    static Map<String, Object> policies(
            Map<String, Object> place, Map<String, Map<String, String>> notices) {
        var policies = policies(place);
        if (!notices.isEmpty()) policies.put(NOTICES, notices);
        return policies;
    }

    /** The words of the papers again; none when the place leaves them to the standard. */
    static Map<?, ?> notices(Map<String, Object> stored) {
        return stored.get(NOTICES) instanceof Map<?, ?> own ? own : Map.of();
    }

    private static Map<String, Object> policies(Map<String, Object> place) {
        var policies = new LinkedHashMap<String, Object>();
        if (place.get("policies") instanceof Map<?, ?> thresholds) {
            thresholds.forEach((key, value) -> policies.put(key.toString(), value));
        }
        BESIDE_POLICIES.stream()
                .filter(place::containsKey)
                .forEach(key -> policies.put(key, place.getOrDefault(key, "")));
        return policies;
    }

    /** The tree of the file again. */
    static Map<String, Object> tree(
            String name, String region, String hotline, Map<String, Object> stored) {
        var place = new LinkedHashMap<String, Object>();
        place.put("name", name);
        place.put("region", region);
        place.put("hotline", hotline);
        var policies = new LinkedHashMap<>(stored);
        policies.remove(NOTICES);
        BESIDE_POLICIES.stream()
                .filter(stored::containsKey)
                .forEach(
                        key -> {
                            place.put(key, stored.getOrDefault(key, ""));
                            policies.remove(key);
                        });
        place.put("policies", policies);
        return place;
    }
}
