package org.tongban.casework.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Notice;
import org.tongban.casework.SubmittedFile;

/**
 * What one act writes.
 *
 * @param files handed in with the act
 * @param privatePart the encrypted part, when the act changes it
 */
public record Entry(
        CaseFile next,
        CaseEvent event,
        UUID actId,
        Actor actor,
        Instant at,
        Optional<Notice> notice,
        List<SubmittedFile> files,
        Optional<byte[]> privatePart) {}
