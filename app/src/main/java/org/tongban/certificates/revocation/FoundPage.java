package org.tongban.certificates.revocation;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * One certificate as staff see it.
 *
 * @param revocable whether it can still be taken back
 */
public record FoundPage(
        String href,
        String name,
        Tag standing,
        List<Answer> facts,
        boolean revocable,
        FieldView why,
        ErrorSummary errors) {

    public FoundPage {
        facts = List.copyOf(facts);
    }
}
