package org.tongban.certificates.direct;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One proposal.
 *
 * @param certificate the way to what came of it; empty: nothing
 * @param deciding whether the reader decides about it now
 */
public record DirectPage(
        String path,
        String name,
        Tag state,
        List<Answer> facts,
        List<Answer> says,
        Link certificate,
        String waits,
        boolean deciding,
        List<FieldView> fields,
        ErrorSummary errors) {

    /** One proposal in the list. */
    public record Line(Link link, String note, Tag state) {}

    public DirectPage {
        facts = List.copyOf(facts);
        says = List.copyOf(says);
        fields = List.copyOf(fields);
    }
}
