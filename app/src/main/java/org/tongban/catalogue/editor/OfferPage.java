package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;

/**
 * An entry that was offered to an agency, as that agency reads it before it answers.
 *
 * @param facts what, from when, why, by whom
 * @param steps who would do what there
 */
public record OfferPage(
        String name,
        String agency,
        Link guide,
        String action,
        ErrorSummary errors,
        List<Fact> facts,
        List<Fact> steps,
        FieldView words) {

    public OfferPage {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
    }

    /** A word and what it is. */
    public record Fact(String word, String what) {}
}
