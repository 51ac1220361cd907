package org.tongban.casework.publication;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One grant as the public reads it.
 *
 * @param number 文号 of the decision; empty when it had no paper
 * @param holder a firm in full, a person in part
 * @param creditCode of a firm; empty for a person
 */
public record PublishedGrant(
        UUID caseId,
        String number,
        String item,
        String agency,
        String holder,
        String creditCode,
        LocalDate decidedOn,
        Optional<LocalDate> revokedOn) {}
