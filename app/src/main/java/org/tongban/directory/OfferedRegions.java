package org.tongban.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongban.directory.Region.Level;

/**
 * The regions that an answer can name: the place's own and all that lie in it, each followed by
 * what lies in it. Says which of them is meant by a code or by a name as people write it.
 */
public final class OfferedRegions {

    /** More than these are not listed on a page: their names are typed. */
    static final int MOST_LISTED = 300;

    /** So many are named to somebody whose words fit several. */
    private static final int MOST_NAMED = 7;

    /** People leave these ends off: 凤凰社区居民委员会 is 凤凰社区. */
    private static final Pattern COMMITTEE = Pattern.compile("(居民委员会|村民委员会|居委会|村委会)$");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Set<Region>> bySpelling = new HashMap<>();

    private OfferedRegions() {}

    /**
     * The regions of a place.
     *
     * @param own code of the place's own region; where it is unknown, all are offered
     */
    public static OfferedRegions of(String own, List<Region> regions) {
        var children = new HashMap<String, List<Region>>();
        for (var region : regions) {
            children.computeIfAbsent(region.parent().orElse(""), _ -> new ArrayList<>())
                    .add(region);
        }
        var offered = new OfferedRegions();
        var start = regions.stream().filter(region -> region.code().equals(own)).toList();
        for (var region : start.isEmpty() ? children.getOrDefault("", List.of()) : start) {
            offered.add(region, "", children);
        }
        return offered;
    }

    private void add(Region region, String inside, Map<String, List<Region>> children) {
        // A circle, which no import lets in but a hand in the database might make, ends here.
        if (byCode.putIfAbsent(region.code(), region) != null) return;
        var name = inside + region.name();
        names.put(region.code(), name);
        for (var spelling : List.of(region.name(), name)) {
            spelled(spelling, region);
            spelled(COMMITTEE.matcher(spelling).replaceFirst(""), region);
        }
        // Names inside the place do not repeat the names of the place itself and what it lies in.
        var below = region.level().compareTo(Level.TOWN) < 0 ? "" : name;
        children.getOrDefault(region.code(), List.of())
                .forEach(child -> add(child, below, children));
    }

    private void spelled(String spelling, Region region) {
        bySpelling.computeIfAbsent(spelling, _ -> new LinkedHashSet<>()).add(region);
    }

    /** All, from above to below. */
    public List<Region> inOrder() {
        return List.copyOf(byCode.values());
    }

    /** Whether there are few enough to be listed on a page. */
    public boolean areListed() {
        return !byCode.isEmpty() && byCode.size() <= MOST_LISTED;
    }

    /** The name with the town it lies in: 三合街道凤凰社区居民委员会. Empty for a code not offered. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** The region that another lies in, if that is offered too. */
    public Optional<Region> above(Region region) {
        return region.parent().map(byCode::get);
    }

    /** What somebody means. */
    public sealed interface Meant {}

    /** This one. */
    public record One(Region region) implements Meant {}

    /**
     * One of several, or perhaps one whose name was not written out.
     *
     * @param names the first of them, in full
     */
    public record Several(List<String> names) implements Meant {
        public Several {
            names = List.copyOf(names);
        }
    }

    /** None of these. */
    public record None() implements Meant {}

    /**
     * Which region is meant.
     *
     * @param typed a code, or a name with or without the town and the county before it
     */
    public Meant meant(String typed) {
        var text = SPACE.matcher(typed).replaceAll("");
        var coded = byCode.get(text);
        if (coded != null) return new One(coded);
        var spelled = bySpelling.getOrDefault(withoutOuter(text), Set.of());
        if (spelled.size() == 1) return new One(spelled.iterator().next());
        var near =
                spelled.isEmpty()
                        ? byCode.values().stream()
                                .filter(region -> text.length() > 1)
                                .filter(region -> region.name().contains(text))
                                .toList()
                        : List.copyOf(spelled);
        return near.isEmpty()
                ? new None()
                : new Several(
                        near.stream()
                                .limit(MOST_NAMED)
                                .map(region -> names.getOrDefault(region.code(), region.name()))
                                .toList());
    }

    /**
     * The words without the name of the place's own region in front, which everybody may leave off.
     */
    private String withoutOuter(String text) {
        return byCode.values().stream()
                .limit(1)
                .map(Region::name)
                .filter(outer -> text.startsWith(outer) && text.length() > outer.length())
                .map(outer -> text.substring(outer.length()))
                .findFirst()
                .orElse(text);
    }
}
