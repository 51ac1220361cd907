package org.tongban.casework;

/**
 * A case with what stands about it beside its progress. Nothing in it identifies the applicant.
 *
 * @param queryCode the secret with which its holder looks it up; for the applicant's side only
 * @param submittedBy id of the actor who handed it in, as on the first line of its event line
 */
public record RegisteredCase(CaseFile file, Channel channel, String queryCode, String submittedBy) {

    /** Never the query code: this may reach a log. */
    @Override
    public String toString() {
        return "RegisteredCase[" + file.caseNo() + "]";
    }
}
