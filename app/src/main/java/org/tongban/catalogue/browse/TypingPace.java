package org.tongban.catalogue.browse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address may ask for suggestions: faster than people type, slower than a program
 * asks. A whole hall may stand behind one address, so the page and the search never depend on it.
 */
final class TypingPace {

    private static final int MOST = 300;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    /** The address unseen longest is forgotten. */
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new Latest();

    /** How often an address asked since a moment. */
    private record Window(Instant since, int times) {}

    TypingPace(Clock clock) {
        this.clock = clock;
    }

    /** Takes one question; false when the address has to wait. */
    synchronized boolean take(String address) {
        var now = clock.instant();
        var before = windows.getOrDefault(address, new Window(now, 0));
        var current = now.isBefore(before.since().plus(WITHIN)) ? before : new Window(now, 0);
        windows.put(address, new Window(current.since(), current.times() + 1));
        return current.times() < MOST;
    }

    private static final class Latest extends LinkedHashMap<String, Window> {
        Latest() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_ADDRESSES;
        }
    }
}
