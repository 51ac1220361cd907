package org.tongban.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole directory at one moment. Never changes; an import puts a new one in its place. Agencies
 * and centres are in the order of the pack, everything else in the order of its keys.
 */
public final class Place {

    private static final int DEEPEST = 5;

    private final Optional<Identity> identity;
    private final Map<String, Region> regions;
    private final Map<String, List<Region>> children;
    private final OfferedRegions offered;
    private final Map<String, Agency> agencies;
    private final Map<String, Centre> centres;
    private final Map<String, Window> windows;
    private final Map<String, Post> posts;
    private final Map<UUID, StaffMember> staff;
    private final Map<String, List<StaffMember>> holders;

    /**
     * What is said of the place itself.
     *
     * @param region code of its own region
     * @param policies thresholds, remedies, stated totals and the words of papers of the place as
     *     in its pack, a JSON object
     */
    public record Identity(String name, String region, String hotline, String policies) {}

    Place(
            Optional<Identity> identity,
            List<Region> regions,
            List<Agency> agencies,
            List<Centre> centres,
            List<Post> posts,
            List<StaffMember> staff) {
        this.identity = identity;
        this.regions = byKey(regions, Region::code);
        this.agencies = byKey(agencies, Agency::key);
        this.centres = byKey(centres, Centre::key);
        this.windows =
                byKey(centres.stream().flatMap(c -> c.windows().stream()).toList(), Window::key);
        this.posts = byKey(posts, Post::key);
        this.staff = byKey(staff, StaffMember::id);
        this.children = new LinkedHashMap<>();
        for (var region : regions) {
            children.computeIfAbsent(region.parent().orElse(""), _ -> new ArrayList<>())
                    .add(region);
        }
        this.offered = OfferedRegions.of(identity.map(Identity::region).orElse(""), regions);
        this.holders = new LinkedHashMap<>();
        for (var member : staff) {
            for (var post : member.posts()) {
                holders.computeIfAbsent(post, _ -> new ArrayList<>()).add(member);
            }
        }
    }

    /** A house into which no pack has been imported yet. */
    static Place empty() {
        return new Place(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Empty until a pack has been imported. */
    public Optional<Identity> identity() {
        return identity;
    }

    /** The name of the place; an empty text until a pack has been imported. */
    public String name() {
        return identity.map(Identity::name).orElse("");
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    public Collection<Region> regions() {
        return regions.values();
    }

    /** The regions that an answer can name. */
    public OfferedRegions offeredRegions() {
        return offered;
    }

    /** The regions that have no parent here. */
    public List<Region> topRegions() {
        return childrenOf("");
    }

    public List<Region> childrenOf(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    /** The region and all above it, the topmost first; empty for an unknown one. */
    public List<Region> pathTo(String code) {
        var path = new ArrayList<Region>();
        // The bound ends a circle, which no import lets in but a hand in the database might make.
        for (var at = region(code);
                at.isPresent() && path.size() < DEEPEST;
                at = at.get().parent().flatMap(this::region)) {
            path.addFirst(at.get());
        }
        return List.copyOf(path);
    }

    /**
     * A region in words, with what it lies in up to the county: 三都水族自治县中和镇. Empty for an unknown
     * code.
     */
    public Optional<String> fullName(String code) {
        var path = pathTo(code);
        var fromCounty =
                path.stream()
                        .dropWhile(region -> region.level().compareTo(Region.Level.COUNTY) < 0)
                        .map(Region::name)
                        .collect(Collectors.joining());
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(fromCounty.isEmpty() ? path.getLast().name() : fromCounty);
    }

    public Optional<Agency> agency(String key) {
        return Optional.ofNullable(agencies.get(key));
    }

    public Collection<Agency> agencies() {
        return agencies.values();
    }

    public Optional<Centre> centre(String key) {
        return Optional.ofNullable(centres.get(key));
    }

    public Collection<Centre> centres() {
        return centres.values();
    }

    public Optional<Window> window(String key) {
        return Optional.ofNullable(windows.get(key));
    }

    public Collection<Window> windows() {
        return windows.values();
    }

    public Optional<Post> post(String key) {
        return Optional.ofNullable(posts.get(key));
    }

    public Collection<Post> posts() {
        return posts.values();
    }

    /** Posts of an agency. */
    public List<Post> postsOf(String agencyKey) {
        return posts.values().stream()
                .filter(post -> post.agency().filter(agencyKey::equals).isPresent())
                .toList();
    }

    public Optional<StaffMember> staff(UUID id) {
        return Optional.ofNullable(staff.get(id));
    }

    public Collection<StaffMember> staff() {
        return staff.values();
    }

    /** Who holds a post and still works here. */
    public List<StaffMember> holdersOf(String postKey) {
        return holders.getOrDefault(postKey, List.of()).stream()
                .filter(StaffMember::active)
                .toList();
    }

    /** The posts of a member of staff. */
    public Stream<Post> postsHeldBy(StaffMember member) {
        return member.posts().stream().map(this::post).flatMap(Optional::stream);
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        var map = new LinkedHashMap<K, V>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
