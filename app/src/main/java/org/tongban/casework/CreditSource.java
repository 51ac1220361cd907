package org.tongban.casework;

import java.util.List;
import java.util.UUID;
import org.tongban.law.LegalBasis;

/**
 * Somebody who knows whether an applicant's word may be relied on. The platform's own record of
 * broken promises is the first; a place can add its credit data. Asked before an act that rests on
 * a promise, never inside a transaction.
 */
@LegalBasis("practice/credit")
public interface CreditSource {

    /**
     * Whether nothing stands against relying on the applicant's word.
     *
     * @param applicantHashes as of {@link ApplicantHashes#ofApplicant}
     */
    boolean trusts(List<byte[]> applicantHashes);

    /** The same for the applicant of a case. */
    boolean trustsApplicantOf(UUID caseId);
}
