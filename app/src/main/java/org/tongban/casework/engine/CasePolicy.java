package org.tongban.casework.engine;

/**
 * What a place has settled where the law leaves it open. From the pack.
 *
 * @param applicantCorrectionDays working days an applicant has to correct
 * @param extensionMovesPromise whether an extension lengthens the promised term as well
 */
public record CasePolicy(int applicantCorrectionDays, boolean extensionMovesPromise) {

    /** The defaults named in {@code law/questions.md}. */
    public static CasePolicy defaults() {
        return new CasePolicy(15, false);
    }
}
