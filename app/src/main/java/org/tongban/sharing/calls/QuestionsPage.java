package org.tongban.sharing.calls;

import java.util.List;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/** A page of the log. */
public record QuestionsPage(List<Line> lines, Pager pager) {

    /** One question. */
    public record Line(
            String at,
            String resource,
            String agency,
            String item,
            String who,
            String purpose,
            Tag outcome,
            String took) {}

    public QuestionsPage {
        lines = List.copyOf(lines);
    }
}
