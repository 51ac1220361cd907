package org.tongban.certificates.types;

import java.util.List;

/** The list of all types. */
public record TypesPage(List<Line> lines) {

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
