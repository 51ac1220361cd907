package org.tongban.casework.ledger;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.tongban.casework.CaseFile;

/**
 * A case as loaded for an act.
 *
 * @param applicantName as addressed in papers
 * @param events how many lines its event line has
 * @param lastHash of the last of them
 * @param acts ids of the acts that stand in the line: one that comes again has been carried out
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from statement to statement, never compared.
public record Held(
        CaseFile file,
        String applicantName,
        int events,
        byte[] lastHash,
        int notices,
        Set<UUID> acts) {

    public Held {
        acts = Set.copyOf(acts);
    }

    /** A case that has just been made. */
    static Held opened(String applicantName, Entry entry, byte[] hash) {
        var notices = entry.notice().isPresent() ? 1 : 0;
        return new Held(entry.next(), applicantName, 1, hash, notices, Set.of(entry.actId()));
    }

    /** Whether that very act has been carried out on the case before. */
    public boolean hasSeen(UUID actId) {
        return acts.contains(actId);
    }

    /** The same case once the act is stored. */
    Held after(Entry entry, int seq, byte[] hash) {
        var more = new HashSet<>(acts);
        more.add(entry.actId());
        return new Held(
                entry.next(),
                applicantName,
                seq,
                hash,
                notices + (entry.notice().isPresent() ? 1 : 0),
                more);
    }
}
