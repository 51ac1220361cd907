package org.tongban.openapi.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one caller may call: a bucket of calls that refills evenly. Held in memory, each node
 * its own, because it protects the node and not a secret.
 */
final class Pace {

    /** More callers than partners and visitors of an hour; the one unseen longest is forgotten. */
    private static final int MOST_CALLERS = 10_000;

    private static final double SECONDS_OF_A_MINUTE = 60;

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new Latest();

    private record Bucket(double left, Instant at) {}

    Pace(int perMinute, Clock clock) {
        if (perMinute < 1) throw new IllegalArgumentException("at least one call a minute");
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Takes one call; false when the caller has to wait. */
    synchronized boolean take(String caller) {
        var now = clock.instant();
        var before = buckets.getOrDefault(caller, new Bucket(perMinute, now));
        var passed = Math.max(0, Duration.between(before.at(), now).toNanos() / 1e9);
        var left = Math.min(perMinute, before.left() + passed * perMinute / SECONDS_OF_A_MINUTE);
        var mayCall = left >= 1;
        buckets.put(caller, new Bucket(mayCall ? left - 1 : left, now));
        return mayCall;
    }

    /** Seconds after which one more call is there. */
    int secondsToWait() {
        return (int) Math.ceil(SECONDS_OF_A_MINUTE / perMinute);
    }

    private static final class Latest extends LinkedHashMap<String, Bucket> {
        Latest() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    }
}
