package org.tongban.casework.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who has a case open right now, so that two officers on one file see each other. Kept in memory of
 * this node and forgotten when they turn to another page, or after a minute without a page being
 * loaded: a courtesy, not a lock. Two nodes do not see each other's readers; what keeps a file safe
 * is the version check of the act.
 */
@Component
public class Presence {

    static final Duration SEEN_FOR = Duration.ofSeconds(60);

    /** Beyond this many cases the oldest are swept before a new one is noted. */
    private static final int MOST_CASES = 10_000;

    private final Map<UUID, Map<UUID, Seen>> cases = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Seen(String name, Instant at) {}

    Presence(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes that somebody has turned to another page, so that nobody waits for a colleague who has
     * left.
     *
     * @param isStillThere by the case's id
     */
    void turnedTo(UUID staffId, Predicate<UUID> isStillThere) {
        for (var entry : cases.entrySet()) {
            if (!isStillThere.test(entry.getKey())) entry.getValue().remove(staffId);
        }
    }

    /**
     * Notes that somebody looks at a case, and names the others who do.
     *
     * @return names, in their order
     */
    public List<String> enter(UUID caseId, UUID staffId, String name) {
        var now = clock.instant();
        var oldest = now.minus(SEEN_FOR);
        if (cases.size() > MOST_CASES) {
            cases.values()
                    .removeIf(
                            seen -> seen.values().stream().allMatch(s -> s.at().isBefore(oldest)));
        }
        var here = cases.computeIfAbsent(caseId, _ -> new ConcurrentHashMap<>());
        here.values().removeIf(seen -> seen.at().isBefore(oldest));
        here.put(staffId, new Seen(name, now));
        return here.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(staffId))
                .map(entry -> entry.getValue().name())
                .sorted()
                .toList();
    }
}
