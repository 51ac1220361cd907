package org.tongban.casework;

/**
 * Who applies, as the application says. Kept encrypted; screens show it masked.
 *
 * @param number citizen ID of a person, credit code of a firm
 * @param contact who is called: the person, or the firm's agent
 */
public record Applicant(
        Kind kind, String name, String number, String contact, String mobile, String address) {

    /** Natural or legal person. */
    public enum Kind {
        PERSON,
        FIRM
    }

    /** Never the numbers: this may reach a log. */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
