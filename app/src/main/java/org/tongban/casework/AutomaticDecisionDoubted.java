package org.tongban.casework;

import java.util.UUID;

/**
 * A person who looked at a decision by rules afterwards does not agree with it. Published inside
 * the transaction that keeps the judgement: what is made of it stands or falls with it.
 *
 * @param words what is wrong, as the person put it
 */
public record AutomaticDecisionDoubted(UUID caseId, String words) {}
