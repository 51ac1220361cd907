package org.tongban.accounts.handover;

import java.util.List;

/**
 * To which systems a person has agreed to hand over who they are.
 *
 * @param note what was just done; empty for nothing
 */
public record SystemsPage(String note, List<Line> lines) {

    public SystemsPage {
        lines = List.copyOf(lines);
    }

    /**
     * One consent.
     *
     * @param action where it is taken back; empty when it was
     */
    public record Line(String name, String office, String parts, String when, String action) {}
}
