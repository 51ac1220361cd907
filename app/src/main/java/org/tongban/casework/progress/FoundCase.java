package org.tongban.casework.progress;

import java.time.Instant;
import java.util.UUID;
import org.tongban.casework.CaseFile;

/**
 * A case as its applicant may see it.
 *
 * @param applicantHash of the applicant's number, as it stands with the case
 */
@SuppressWarnings("ArrayRecordComponent") // Carried through, never compared as a whole.
public record FoundCase(
        CaseFile file,
        String queryCode,
        String applicantName,
        Instant submittedAt,
        byte[] applicantHash) {

    public UUID id() {
        return file.caseId();
    }

    /** The address of its page. */
    public String path() {
        return "/my/cases/" + file.caseNo();
    }
}
