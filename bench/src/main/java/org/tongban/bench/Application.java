package org.tongban.bench;

import java.util.SplittableRandom;

/**
 * What the applicant hands in, the same for every contender.
 *
 * @param caseNo unique within a contender
 * @param applicant a name
 * @param idNumber 18 digits; not a valid citizen ID, nobody checks it here
 * @param item the code of the service item
 * @param form the filled-in form as JSON, about 2 kB
 */
public record Application(
        String caseNo, String applicant, String idNumber, String item, String form) {

    private static final int FORM_FIELDS = 24;
    private static final int WORDS_A_FIELD = 4;

    /** The application of this number: always the same one for the same number. */
    public static Application of(long number) {
        var random = new SplittableRandom(number);
        return new Application(
                "TB%012d".formatted(number),
                "Applicant %06d".formatted(random.nextInt(1_000_000)),
                "%018d".formatted(random.nextLong(1_000_000_000_000_000_000L)),
                "ITEM-%04d".formatted(random.nextInt(2_000)),
                form(random));
    }

    /** What the officer writes at this act; the same length everywhere, because it is stored. */
    public String opinion(Act act) {
        return "%s: %s, the materials are complete and in the legal form."
                .formatted(caseNo, act.label());
    }

    /**
     * Random hexadecimal words: what compresses well would flatter whoever lets it be compressed.
     */
    private static String form(SplittableRandom random) {
        var json = new StringBuilder("{");
        for (var field = 0; field < FORM_FIELDS; field++) {
            json.append(field == 0 ? "" : ",").append("\"field%02d\":\"".formatted(field));
            for (var word = 0; word < WORDS_A_FIELD; word++) {
                json.append("%016x ".formatted(random.nextLong()));
            }
            json.append('"');
        }
        return json.append('}').toString();
    }
}
