package org.tongban.sharing.facts;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * Checking one fact.
 *
 * @param fields none for those whose offices handle nothing that needs a register
 * @param asked what was just asked, in words; empty: nothing yet
 * @param answer of the register
 * @param means what the answer is worth
 */
public record FactPage(
        List<FieldView> fields, String asked, Tag answer, String means, ErrorSummary errors) {
    public FactPage {
        fields = List.copyOf(fields);
    }
}
