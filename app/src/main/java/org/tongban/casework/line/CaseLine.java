package org.tongban.casework.line;

import java.time.Instant;
import java.util.UUID;
import org.tongban.casework.CaseEvent;

/**
 * One line as a follower meets it.
 *
 * @param seq counts from 1 within the case
 */
public record CaseLine(UUID caseId, int seq, Instant at, String actorName, CaseEvent event) {}
