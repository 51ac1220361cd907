package org.tongban.casework.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft in a list, without what is encrypted.
 *
 * @param combined as in {@link Draft}
 */
public record DraftLine(
        UUID id, String itemKey, int itemVersion, Instant updatedAt, String combined) {

    /** Key of what is applied for. */
    public String wanted() {
        return combined.isEmpty() ? itemKey : combined;
    }
}
