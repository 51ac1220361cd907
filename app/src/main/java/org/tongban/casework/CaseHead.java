package org.tongban.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What modules that live from cases must know of one without its private part.
 *
 * @param outcome present exactly when the case is decided or closed
 * @param applicantHash finds everything of the same applicant, see {@link ApplicantHashes}
 * @param accountId under which it was handed in; empty when that was at a window
 * @param delivery how the applicant wants to have the result
 */
@SuppressWarnings("ArrayRecordComponent") // A key to search by, never compared as a whole.
public record CaseHead(
        UUID caseId,
        String caseNo,
        CaseState state,
        Optional<Outcome> outcome,
        String itemKey,
        int itemVersion,
        String agency,
        Applicant.Kind applicantKind,
        String applicantName,
        byte[] applicantHash,
        Optional<UUID> accountId,
        Optional<LocalDate> decidedOn,
        Act.DeliveryWay delivery) {}
