package org.tongban.accounts.provider;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * What somebody sees whom the provider sends for the first time.
 *
 * @param facts what the provider told, masked
 * @param joins whether they have an account and prove it, by the fields; else one is made
 */
public record FirstPage(
        String provider,
        List<Answer> facts,
        boolean joins,
        ErrorSummary errors,
        List<FieldView> fields) {

    public FirstPage {
        facts = List.copyOf(facts);
        fields = List.copyOf(fields);
    }
}
