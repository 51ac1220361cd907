package org.tongban.law;

/**
 * One thing that a law or standard asks for, small enough that one rule can carry it out.
 *
 * @param id act, article, paragraph and item, such as {@code licensing/32/1(4)}
 * @param words what is asked, in our own words
 * @param status whether the application carries it out
 * @param resource the file that tells it, as a name on the classpath
 */
public record Requirement(String id, String words, Status status, String resource) {

    /** Whether code answers for a requirement. */
    public enum Status {
        /** Some class cites the requirement and carries it out. */
        CARRIED_OUT("carried out"),
        /** Left to people, or to a later version; the file says which. */
        NOT_MODELLED("not modelled");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        static Status of(String cell) {
            for (var status : values()) {
                if (cell.startsWith(status.words)) {
                    return status;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is neither 'carried out' nor 'not modelled'".formatted(cell));
        }
    }
}
