package org.tongban.casework.ledger;

import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Applicant;
import org.tongban.casework.Channel;

/** What a new case has besides its file. */
@SuppressWarnings("ArrayRecordComponent") // Carried from statement to statement, never compared.
public record NewCase(
        String queryCode,
        String regionCode,
        Channel channel,
        Applicant.Kind applicantKind,
        String applicantName,
        byte[] applicantHash,
        Optional<UUID> accountId,
        Optional<UUID> draftId) {}
