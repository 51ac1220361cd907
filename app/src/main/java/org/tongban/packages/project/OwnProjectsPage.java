package org.tongban.packages.project;

import java.util.List;

/** The projects of which the reader is the agent. */
public record OwnProjectsPage(List<Row> rows) {

    /**
     * One project.
     *
     * @param days how many working days of how many
     * @param next what can be done now
     */
    public record Row(String code, String href, String name, String days, String next) {}

    public OwnProjectsPage {
        rows = List.copyOf(rows);
    }
}
