package org.tongban.casework.apply;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;
import org.tongban.web.Link;

/**
 * One page of the form.
 *
 * @param mark fingerprint of the answers this page was drawn from
 * @param tab names this browser tab
 * @param clash whether another tab has written other answers meanwhile; the errors say which
 */
public record FormPageView(
        String item,
        String title,
        int number,
        int of,
        String action,
        String autosave,
        Link back,
        String mark,
        String tab,
        boolean clash,
        List<FormPart> parts,
        ErrorSummary errors) {

    /** Whether buttons of rows stand before the one that goes on. */
    public boolean hasRows() {
        return parts.stream().anyMatch(part -> !(part instanceof FieldView));
    }

    /** Whether files can be chosen on it. */
    public boolean hasFiles() {
        return hasRows();
    }
}
