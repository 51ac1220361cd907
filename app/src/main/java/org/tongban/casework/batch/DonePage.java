package org.tongban.casework.batch;

import java.util.List;

/**
 * What came of it, case by case.
 *
 * @param printHref the papers of those that were done; empty when none was
 */
public record DonePage(int done, List<Line> lines, String printHref) {

    /** One case; {@code refused} is empty where the act was carried out. */
    public record Line(String caseNo, String href, String refused) {}

    public DonePage {
        lines = List.copyOf(lines);
    }
}
