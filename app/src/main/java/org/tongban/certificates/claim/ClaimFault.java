package org.tongban.certificates.claim;

/**
 * What is the matter with a claim.
 *
 * @param part name of the column or box; {@link Parts} or the key of a line behind {@code f.}
 */
public record ClaimFault(Kind kind, String part) {

    /** The closed list of what can be the matter. */
    public enum Kind {
        MISSING,
        /** 无, 不详, 测试 and their like where something has to stand. */
        SAYS_NOTHING,
        /** Marks that only a broken encoding or a slip of the hand leaves. */
        GARBLED,
        TOO_LONG,
        WRONG_FORM,
        NO_DAY,
        NO_NUMBER,
        NO_CITIZEN_ID,
        NO_CREDIT_CODE,
        NO_MOBILE,
        NOT_AMONG_CHOICES,
        PERSON_WANTED,
        FIRM_WANTED,
        IN_THE_FUTURE,
        TOO_LONG_AGO,
        BEFORE_BIRTH,
        ENDS_BEFORE_IT_BEGINS,
        LONGER_THAN_THE_TYPE,
        /** A line that repeats the holder's code says another. */
        ANOTHER_CODE_THAN_THE_HOLDER,
        /** Two lines of one file have this number. */
        NUMBER_TWICE,
        /** Two lines of one file give one holder a certificate of which everybody has one. */
        HOLDER_TWICE,
        SCAN_TWICE,
        SCAN_MISSING,
        SCAN_UNFIT,
        /** A machine has read something else on the scan. */
        SCAN_SAYS_OTHERWISE,
        /** The library gives the number to another holder. */
        NUMBER_OF_ANOTHER,
        /** The library has it from a case or a post, with other words. */
        ISSUED_OTHERWISE,
        /** Another office's certificate has the number. */
        NUMBER_OF_ANOTHER_OFFICE,
        /** It was taken back. */
        ENDED,
        /** The holder has another in force, and everybody has one. */
        ANOTHER_IN_FORCE,
        /** Somebody else wrote the number between report and writing. */
        OVERTAKEN
    }

    /** As stored: kind and part, never what was typed. */
    public String word() {
        return kind.name() + " " + part;
    }

    /** Reads {@link #word}. */
    public static ClaimFault of(String word) {
        var gap = word.indexOf(' ');
        return new ClaimFault(Kind.valueOf(word.substring(0, gap)), word.substring(gap + 1));
    }
}
