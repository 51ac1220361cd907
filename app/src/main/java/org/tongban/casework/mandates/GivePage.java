package org.tongban.casework.mandates;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * The form of a mandate.
 *
 * @param item key of the service from whose guide the reader comes; empty: from none
 */
public record GivePage(List<FieldView> fields, String item, ErrorSummary errors) {
    public GivePage {
        fields = List.copyOf(fields);
    }
}
