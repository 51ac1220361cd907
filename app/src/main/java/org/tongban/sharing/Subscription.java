package org.tongban.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That an office is told of changes of a resource while it handles an item.
 *
 * @param purpose in words; on record with every delivery
 * @param begun nothing that happened before is delivered
 * @param ended empty while it stands
 */
public record Subscription(
        UUID id,
        String resource,
        String agency,
        String item,
        String purpose,
        Instant begun,
        String by,
        Optional<Instant> ended) {}
