package org.tongban.catalogue.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.LifeEvents;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import org.tongban.directory.Region;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/** The links that narrow a list or a search, and lead it to another region. */
final class Narrowings {

    /** More departments or themes than this would bury the hits; the fewest hits go. */
    private static final int MOST_CHOICES = 40;

    private static final int MOST_REGIONS = 120;

    private final String path;
    private final String words;
    private final ItemFilter filter;
    private final Texts texts;
    private final Place place;
    private final LifeEvents events;
    private final ThemeNames themes;

    /**
     * @param path of the page, {@code /items} or {@code /search}
     * @param words what is searched for; empty in a list
     */
    Narrowings(
            String path,
            String words,
            ItemFilter filter,
            Texts texts,
            Place place,
            LifeEvents events,
            ThemeNames themes) {
        this.themes = themes;
        this.path = path;
        this.words = words;
        this.filter = filter;
        this.texts = texts;
        this.place = place;
        this.events = events;
    }

    /** The sides by which these hits differ, and those on which something is chosen. */
    List<ItemsPage.Narrowing> of(ItemPage found) {
        var narrowings = new ArrayList<ItemsPage.Narrowing>();
        for (var side : Side.values()) {
            var counts = found.sides().getOrDefault(side, List.of());
            var chosen = filter.of(side);
            if (chosen.isEmpty()
                    && (side == Side.LIST
                            || side == Side.GUIDE
                            || !tellsApart(counts, found.total()))) {
                continue;
            }
            var choices =
                    counts.stream()
                            .limit(MOST_CHOICES)
                            .map(
                                    count ->
                                            choice(
                                                    side,
                                                    count.value(),
                                                    count.items(),
                                                    chosen.filter(count.value()::equals)
                                                            .isPresent()))
                            .collect(Collectors.toCollection(ArrayList::new));
            // A choice that leaves nothing must still be there to be taken back.
            if (chosen.isPresent() && choices.stream().noneMatch(ItemsPage.Choice::chosen)) {
                choices.addFirst(choice(side, chosen.get(), 0, true));
            }
            narrowings.add(
                    new ItemsPage.Narrowing(
                            texts.localize("items.side." + side.key()),
                            choices,
                            chosen.isPresent() || side == Side.AUDIENCE || side == Side.LIFE));
        }
        return narrowings;
    }

    private static boolean tellsApart(List<ItemPage.Count> counts, int total) {
        return counts.size() > 1 || (counts.size() == 1 && counts.getFirst().items() < total);
    }

    private ItemsPage.Choice choice(Side side, String value, int items, boolean chosen) {
        return new ItemsPage.Choice(
                name(side, value), items, href(filter.with(side, chosen ? "" : value)), chosen);
    }

    private String name(Side side, String value) {
        return switch (side) {
            case THEME -> themes.in(texts.locale(), value);
            case AGENCY -> place.agency(value).map(Agency::shortName).orElse(value);
            case LIFE -> events.name(value);
            case LIST -> texts.has("list." + value) ? texts.localize("list." + value) : value;
            case AUDIENCE, LEVEL, TRIPS, ONLINE, ONCE, GUIDE -> named(side, value);
        };
    }

    /** A value that was typed into the address and means nothing is shown as it is. */
    private String named(Side side, String value) {
        var key = "items.side." + side.key() + "." + value;
        return texts.has(key) ? texts.localize(key) : value;
    }

    /** The same list or search with another filter, from its first page. */
    String href(ItemFilter other) {
        return address(other, "");
    }

    /** The present list or search at another page; empty without a cursor. */
    String at(String cursor) {
        return cursor.isEmpty() ? "" : address(filter, cursor);
    }

    /** What was typed is a value of the address and never a part of its form. */
    private String address(ItemFilter other, String cursor) {
        var values = new LinkedHashMap<String, Object>();
        if (!words.isEmpty()) values.put("q", words);
        for (var side : Side.values()) {
            other.of(side).ifPresent(value -> values.put(side.key(), value));
        }
        other.region().ifPresent(code -> values.put("region", code));
        if (!cursor.isEmpty()) values.put("cursor", cursor);
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** What a form for other words keeps. */
    List<ItemsPage.Kept> kept() {
        var kept = new ArrayList<ItemsPage.Kept>();
        for (var side : Side.values()) {
            filter.of(side).ifPresent(value -> kept.add(new ItemsPage.Kept(side.key(), value)));
        }
        filter.region().ifPresent(code -> kept.add(new ItemsPage.Kept("region", code)));
        return kept;
    }

    /** The region, those above it and those below. */
    ItemsPage.Where where() {
        var code = region();
        return new ItemsPage.Where(
                place.region(code).map(Region::name).orElse(""),
                place.pathTo(code).stream().map(this::link).toList(),
                place.childrenOf(code).stream().limit(MOST_REGIONS).map(this::link).toList());
    }

    /** Code of the region that counts; empty when the place has none. */
    String region() {
        return filter.region()
                .filter(code -> place.region(code).isPresent())
                .or(() -> place.identity().map(Place.Identity::region))
                .orElse("");
    }

    private Link link(Region region) {
        return new Link(region.name(), href(filter.in(region.code())));
    }
}
