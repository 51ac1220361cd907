package org.tongban.sharing;

import java.util.UUID;

/**
 * A register was asked later about what a case rests on, and disagrees, or may no longer be asked.
 * Told in the transaction that notes it; told again for the same material it is the same.
 *
 * @param material key of it in the case's item
 * @param words what is the matter, for the office and those who oversee it
 */
public record LateCheckFailed(UUID caseId, String material, String words) {}
