package org.tongban.certificates.facts;

import java.util.List;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/** What other systems asked, the last first. */
public record AskedPage(List<Line> lines, Pager pager) {

    /** One question and its answer. */
    public record Line(
            String who, String type, String item, String purpose, String at, Tag answer) {}

    public AskedPage {
        lines = List.copyOf(lines);
    }
}
