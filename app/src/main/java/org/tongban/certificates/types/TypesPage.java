package org.tongban.certificates.types;

import java.util.List;

/**
 * The list of all types.
 *
 * @param design where they are designed; empty for those who do not
 */
public record TypesPage(List<Line> lines, String design) {

    /**
     * One type.
     *
     * @param issuing how many items issue it
     * @param using how many items may use it
     */
    public record Line(
            String href,
            String name,
            String code,
            String holder,
            String term,
            int issuing,
            int using) {}

    public TypesPage {
        lines = List.copyOf(lines);
    }
}
