package org.tongban.certificates.direct;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One proposal to issue a certificate without a case.
 *
 * @param cells what the certificate is to say, as typed, by their parts
 * @param basis the rule that lets the office issue it of its own accord
 */
record DirectIssue(
        UUID id,
        String type,
        String agency,
        Map<String, String> cells,
        String reason,
        String basis,
        Instant proposedAt,
        String proposedLogin,
        String proposedBy,
        State state,
        Optional<Decision> decision,
        Optional<UUID> certificate) {

    /** How far it is. */
    enum State {
        PROPOSED,
        ISSUED,
        REFUSED
    }

    /** What the second person said. */
    record Decision(Instant at, String by, String why) {}

    DirectIssue {
        cells = Map.copyOf(cells);
    }

    /** Never the cells: this may reach a log. */
    @Override
    public String toString() {
        return "DirectIssue[" + id + "]";
    }
}
