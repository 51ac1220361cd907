package org.tongban.casework.engine;

/**
 * What a place has settled where the law leaves it open. From the pack. Lengths in working days.
 *
 * @param applicantCorrectionDays an applicant has to correct
 * @param extensionMovesPromise whether an extension lengthens the promised term as well
 * @param afterCheckDays from the grant, to check what was vouched for; an item may set its own
 * @param pleadingDays a person has to state and defend before a grant is taken back
 * @param procedures the dictionary of special procedures
 */
public record CasePolicy(
        int applicantCorrectionDays,
        boolean extensionMovesPromise,
        int afterCheckDays,
        int pleadingDays,
        SpecialProcedures procedures) {

    /** The defaults named in {@code law/questions.md}. */
    public static CasePolicy defaults() {
        return new CasePolicy(15, false, 40, 5, SpecialProcedures.ofTheLaw());
    }
}
