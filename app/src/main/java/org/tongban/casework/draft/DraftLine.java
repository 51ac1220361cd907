package org.tongban.casework.draft;

import java.time.Instant;
import java.util.UUID;

/** A draft in a list, without what is encrypted. */
public record DraftLine(UUID id, String itemKey, int itemVersion, Instant updatedAt) {}
