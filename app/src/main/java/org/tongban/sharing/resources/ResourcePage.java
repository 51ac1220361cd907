package org.tongban.sharing.resources;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * One resource.
 *
 * @param tryAgain where a register that rests is asked again at once; empty where it does not
 * @param action where a request is sent; empty when the reader has nothing to ask for
 * @param asked the last questions to its register
 */
public record ResourcePage(
        String name,
        Tag register,
        List<Answer> facts,
        List<Answer> parts,
        String tryAgain,
        List<Right> rights,
        String action,
        List<FieldView> fields,
        ErrorSummary errors,
        List<Asked> asked) {

    /** A right, or a request for one. */
    public record Right(
            String href, String agency, String item, String purpose, String until, Tag state) {}

    /** One question. */
    public record Asked(String at, String agency, String item, Tag outcome, String took) {}

    public ResourcePage {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        rights = List.copyOf(rights);
        fields = List.copyOf(fields);
        asked = List.copyOf(asked);
    }
}
