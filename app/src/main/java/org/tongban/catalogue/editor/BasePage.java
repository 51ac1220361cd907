package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.catalogue.BaseItem;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Link;

/**
 * One entry of the base list with everything below it.
 *
 * @param edit what is asked to change it; empty for who changes none
 */
public record BasePage(
        BaseItem item,
        String type,
        String levels,
        String action,
        ErrorSummary errors,
        String done,
        List<Answer> particulars,
        List<FieldView> edit,
        List<Below> below,
        List<Line> history) {

    /**
     * An entry of the implementation list.
     *
     * @param differs what it says differently and why; empty when it inherits everything
     */
    public record Below(Link link, String level, String agency, String note, String differs) {}

    /** A version of the base entry. */
    public record Line(int version, String effectiveOn, String name, String reason) {}

    public BasePage {
        particulars = List.copyOf(particulars);
        edit = List.copyOf(edit);
        below = List.copyOf(below);
        history = List.copyOf(history);
    }
}
