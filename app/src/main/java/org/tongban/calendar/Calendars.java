package org.tongban.calendar;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The calendar of each region. A region keeps the calendar of the region above it and arranges its
 * own days on top: a holiday of an autonomous prefecture holds in its counties and towns. Which
 * region lies above which is told, never cut out of the code. Immutable.
 */
public final class Calendars {

    /** Province, city, county, town and village, and room for virtual levels between them. */
    private static final int DEEPEST = 16;

    private final WorkingCalendar national;
    private final Map<String, String> parents;
    private final Map<String, WorkingCalendar> own = new HashMap<>();

    /**
     * Puts the regions together.
     *
     * @param national what holds where no region says otherwise
     * @param overrides days arranged differently, by region code
     * @param parents the region directly above, by region code; a region without one lies directly
     *     under the nation
     * @throws IllegalArgumentException when regions with days of their own lie above one another in
     *     a ring or more than {@value #DEEPEST} deep
     */
    public Calendars(
            WorkingCalendar national,
            Map<String, ? extends Collection<CalendarDay>> overrides,
            Map<String, String> parents) {
        this.national = national;
        this.parents = Map.copyOf(parents);
        for (var region : overrides.keySet()) {
            own.put(region, layered(region, overrides, 0));
        }
    }

    /** Every region keeps the national calendar. */
    public static Calendars national() {
        return new Calendars(WorkingCalendar.national(), Map.of(), Map.of());
    }

    /**
     * The calendar that holds in a region; of a region never heard of, the national one.
     *
     * @throws IllegalArgumentException when the regions above it form a ring
     */
    public WorkingCalendar of(String region) {
        var at = region;
        for (var depth = 0; depth <= DEEPEST; depth++) {
            var calendar = own.get(at);
            if (calendar != null) {
                return calendar;
            }
            var above = parents.get(at);
            if (above == null) {
                return national;
            }
            at = above;
        }
        throw ring(region);
    }

    private WorkingCalendar layered(
            String region, Map<String, ? extends Collection<CalendarDay>> overrides, int depth) {
        if (depth > DEEPEST) {
            throw ring(region);
        }
        var above = parents.get(region);
        var base = above == null ? national : layered(above, overrides, depth + 1);
        var days = overrides.get(region);
        return days == null ? base : base.with(days);
    }

    private static IllegalArgumentException ring(String region) {
        return new IllegalArgumentException(
                "The regions above %s form a ring, or are more than %d".formatted(region, DEEPEST));
    }
}
