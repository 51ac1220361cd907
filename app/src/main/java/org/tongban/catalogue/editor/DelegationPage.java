package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;

/**
 * To whom an entry was offered or delegated, and what can be done about it.
 *
 * @param forms one for each act that is possible
 * @param why nothing can be done; empty when something can
 */
public record DelegationPage(
        String name,
        String agency,
        Link back,
        String action,
        ErrorSummary errors,
        List<Line> lines,
        List<Form> forms,
        String why) {

    public DelegationPage {
        lines = List.copyOf(lines);
        forms = List.copyOf(forms);
    }

    /**
     * One agency and its time.
     *
     * @param said who said what about it, one after the other
     */
    public record Line(Link entry, Tag state, String time, List<String> said) {}

    /** One act. */
    public record Form(String act, String title, String what, List<FieldView> fields) {}
}
