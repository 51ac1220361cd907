package org.tongban.casework;

import java.util.UUID;

/**
 * Something happened to a case, and is committed. A nudge for readers of the line, not the line
 * itself.
 */
public record CaseMoved(UUID caseId) {}
