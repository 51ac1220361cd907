package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;

/**
 * To whom an entry is delegated, and what can be done about it.
 *
 * @param button words of the one act that is possible; empty when none is
 * @param why nothing can be done; empty when something can
 */
public record DelegationPage(
        String name,
        String agency,
        Link back,
        String action,
        ErrorSummary errors,
        List<Line> lines,
        List<FieldView> fields,
        String act,
        String button,
        String why) {

    public DelegationPage {
        lines = List.copyOf(lines);
        fields = List.copyOf(fields);
    }

    /** One agency and its time. */
    public record Line(Link entry, String time, String reason) {}
}
