package org.tongban.sharing.resources;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * One request for a right.
 *
 * @param action where it is decided; empty for a reader who may not, or when nothing is open
 * @param acts what can be decided, by name
 */
public record RequestPage(
        Link back,
        Tag state,
        List<Answer> facts,
        String action,
        List<FieldView> fields,
        List<Act> acts,
        ErrorSummary errors) {

    /** One button. */
    public record Act(String name, String words, String look) {}

    public RequestPage {
        facts = List.copyOf(facts);
        fields = List.copyOf(fields);
        acts = List.copyOf(acts);
    }
}
