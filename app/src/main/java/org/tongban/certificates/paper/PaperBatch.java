package org.tongban.certificates.paper;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One table that was handed in.
 *
 * @param login of who handed it in
 * @param lines of the table
 * @param written certificates that came of it so far
 */
record PaperBatch(
        UUID id,
        String type,
        String agency,
        String file,
        Instant handedInAt,
        String login,
        String who,
        int lines,
        int written,
        Optional<Instant> writtenAt,
        Optional<Instant> confirmedAt,
        String confirmedBy) {}
