package org.tongban.catalogue.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who has a draft open right now, so that two editors see each other. Kept in memory of this node
 * and forgotten after a minute: a courtesy, not a lock; what keeps a draft safe is its version.
 */
@Component
class DraftHere {

    private static final Duration SEEN_FOR = Duration.ofSeconds(60);
    private static final int MOST_DRAFTS = 2000;

    private final Map<UUID, Map<UUID, Seen>> drafts = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Seen(String name, Instant at) {}

    DraftHere(Clock clock) {
        this.clock = clock;
    }

    /** Notes that somebody has the draft open, and names the others who have. */
    List<String> enter(UUID draftId, UUID staffId, String name) {
        var oldest = clock.instant().minus(SEEN_FOR);
        if (drafts.size() > MOST_DRAFTS) {
            drafts.values()
                    .removeIf(
                            here -> here.values().stream().allMatch(s -> s.at().isBefore(oldest)));
        }
        var here = drafts.computeIfAbsent(draftId, _ -> new ConcurrentHashMap<>());
        here.values().removeIf(seen -> seen.at().isBefore(oldest));
        here.put(staffId, new Seen(name, clock.instant()));
        return here.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(staffId))
                .map(entry -> entry.getValue().name())
                .sorted()
                .toList();
    }
}
