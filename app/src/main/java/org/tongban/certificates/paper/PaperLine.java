package org.tongban.certificates.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.certificates.claim.ClaimFault;

/**
 * One line of a table as it is kept.
 *
 * @param cells as typed, by their parts
 * @param against the certificate that says otherwise
 * @param certificate that came of it
 * @param decision of a clerk about a contradiction
 * @param decidedBy in words, with the reason; empty where nobody has
 * @param looked what comparing it with its scan came to: {@code agrees} or {@code differs}
 * @param lookedBy in words, with the reason
 */
record PaperLine(
        UUID batch,
        int line,
        String agency,
        String number,
        Verdict verdict,
        List<ClaimFault> faults,
        Map<String, String> cells,
        Optional<UUID> against,
        Optional<Scan> scan,
        Optional<UUID> certificate,
        Optional<Decision> decision,
        String decidedBy,
        boolean sampled,
        Optional<String> looked,
        String lookedBy) {

    /** What a clerk may decide about a contradiction. */
    enum Decision {
        /** What the library says stands; the line is laid aside. */
        KEPT,
        /** What the paper says stands: the next version of the certificate. */
        TAKEN,
        /** Both certificates stand. */
        BOTH
    }

    PaperLine {
        faults = List.copyOf(faults);
        cells = Map.copyOf(cells);
    }

    boolean waits() {
        return verdict.waits() && decision.isEmpty();
    }

    boolean isToBeLookedAt() {
        return sampled && looked.isEmpty();
    }

    /** Whether nothing speaks against it but what a machine has read on its scan. */
    boolean isDoubtedByItsScan() {
        return verdict == Verdict.DOUBTED
                && against.isEmpty()
                && faults.stream()
                        .allMatch(one -> one.kind() == ClaimFault.Kind.SCAN_SAYS_OTHERWISE);
    }

    /** Which decisions are open about it, the most careful first. */
    List<Decision> open() {
        if (!waits()) return List.of();
        if (verdict == Verdict.CHANGED || isDoubtedByItsScan()) {
            return List.of(Decision.KEPT, Decision.TAKEN);
        }
        return faults.stream().allMatch(one -> one.kind() == ClaimFault.Kind.ANOTHER_IN_FORCE)
                ? List.of(Decision.KEPT, Decision.BOTH)
                : List.of(Decision.KEPT);
    }

    /** Never the cells: this may reach a log. */
    @Override
    public String toString() {
        return "PaperLine[" + batch + " " + line + "]";
    }
}
