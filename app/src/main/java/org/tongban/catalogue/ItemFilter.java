package org.tongban.catalogue;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongban.catalogue.ItemDefinition.Audience;

/**
 * Which items a list or a search shows; what is empty does not narrow it.
 *
 * @param chosen the value of each side by which it is narrowed
 * @param region code of the region in which somebody wants something done; empty: the place's own.
 *     Items of the region and of those above it are shown, the nearest of each
 */
public record ItemFilter(Map<Side, String> chosen, Optional<String> region) {

    /** All items of the place. */
    public static final ItemFilter ALL = new ItemFilter(Map.of(), Optional.empty());

    /** What an item can be narrowed by, in the order in which a page offers it. */
    public enum Side {
        /** {@code person} or {@code firm}. */
        AUDIENCE,
        /** Key of a life event. */
        LIFE,
        THEME,
        /** Key of the agency that decides. */
        AGENCY,
        /** 行使层级, one digit. */
        LEVEL,
        /** {@code none}: without coming. */
        TRIPS,
        /** {@code yes}: online from beginning to end. */
        ONLINE,
        /** {@code yes}: decided while one waits. */
        ONCE,
        /** Key of a {@link PublicList}. */
        LIST,
        /** {@code whole}, or {@code gaps}: whether its guide tells what a guide has to (A7). */
        GUIDE;

        /** As it stands in addresses and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ItemFilter {
        var sides = new EnumMap<Side, String>(Side.class);
        sides.putAll(chosen);
        chosen = Map.copyOf(sides);
    }

    /** The same, narrowed by one more value; an empty one takes the narrowing away. */
    public ItemFilter with(Side side, String value) {
        var sides = new EnumMap<Side, String>(Side.class);
        sides.putAll(chosen);
        if (value.isBlank()) sides.remove(side);
        else sides.put(side, value);
        return new ItemFilter(sides, region);
    }

    /** The same, seen from another region; an empty code is the place's own. */
    public ItemFilter in(String regionCode) {
        return new ItemFilter(
                chosen, regionCode.isBlank() ? Optional.empty() : Optional.of(regionCode));
    }

    /** Only for one kind of applicant. */
    public ItemFilter forWhom(Audience audience) {
        return with(Side.AUDIENCE, audience.name().toLowerCase(Locale.ROOT));
    }

    public Optional<String> of(Side side) {
        return Optional.ofNullable(chosen.get(side));
    }

    /** Whether it narrows at all; a region does not. */
    public boolean isOpen() {
        return chosen.isEmpty();
    }
}
