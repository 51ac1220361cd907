package org.tongban.accounts.looking;

import java.util.List;

/** What a person sees of the looks at their data, the latest first. */
public record LooksPage(List<Line> lines) {

    public LooksPage {
        lines = List.copyOf(lines);
    }

    /**
     * One look, ready to read.
     *
     * @param agency name of the agency; empty for a desk of no agency
     */
    public record Line(String at, String staffName, String agency, String purpose) {}
}
