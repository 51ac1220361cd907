package org.tongban.casework.ledger;

import org.tongban.casework.CaseFile;

/**
 * A case as loaded for an act.
 *
 * @param applicantName as addressed in papers
 * @param events how many lines its event line has
 * @param lastHash of the last of them
 * @param replayed whether the very act to be carried out stands in the line already
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from statement to statement, never compared.
public record Held(
        CaseFile file,
        String applicantName,
        int events,
        byte[] lastHash,
        int notices,
        boolean replayed) {}
