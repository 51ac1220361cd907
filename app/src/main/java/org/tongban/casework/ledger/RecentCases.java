package org.tongban.casework.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;

/**
 * The cases that this node wrote last. Acts come in runs (accepted and decided at the counter,
 * issued and delivered by followers, a reviewer's batch), and the second of a run need not read
 * what the first has just written. Never the truth: a case may have moved on another node, or its
 * transaction may have been taken back; storing checks the end of the line and finds both out.
 */
final class RecentCases {

    /** Some 10 kB each: 20 MB at most. */
    private static final int MOST = 2_000;

    private final Cache<UUID, Held> cases = Caffeine.newBuilder().maximumSize(MOST).build();

    Optional<Held> find(UUID caseId) {
        return Optional.ofNullable(cases.getIfPresent(caseId));
    }

    void keep(Held held) {
        cases.put(held.file().caseId(), held);
    }

    void forget(UUID caseId) {
        cases.invalidate(caseId);
    }
}
