package org.tongban.casework.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Applicant;
import org.tongban.casework.Pledge;

/**
 * An application that is being written.
 *
 * @param id becomes the case's id
 * @param typed answers as typed, valid or not, by field key
 * @param tab the browser tab that wrote last; it may write again without having seen its own
 *     version
 * @param version counts the savings
 * @param sent whether it has become a case
 * @param pledges what is promised in place of papers
 * @param combined key of what makes several cases of it; empty: it becomes one case
 */
public record Draft(
        UUID id,
        Applicant applicant,
        String itemKey,
        int itemVersion,
        Map<String, String> situation,
        Map<String, List<String>> typed,
        String tab,
        int version,
        Instant updatedAt,
        boolean sent,
        List<Pledge> pledges,
        String combined) {

    public Draft {
        situation = Map.copyOf(situation);
        typed = Map.copyOf(typed);
        pledges = List.copyOf(pledges);
    }

    /** Whether it becomes several cases. */
    public boolean isCombined() {
        return !combined.isEmpty();
    }

    /** The same with other answers, not stored yet. */
    public Draft with(Map<String, List<String>> otherAnswers, String otherTab) {
        return new Draft(
                id,
                applicant,
                itemKey,
                itemVersion,
                situation,
                otherAnswers,
                otherTab,
                version,
                updatedAt,
                sent,
                pledges,
                combined);
    }

    /** What is promised for a material, if anything is. */
    public Optional<Pledge> pledge(String material) {
        return pledges.stream().filter(p -> p.material().equals(material)).findFirst();
    }

    /** Says nothing of the answers: this may reach a log. */
    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
