package org.tongban.sharing.objections;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Tag;

/**
 * Objections, the last first, and raising one.
 *
 * @param fields none for those who cannot raise one
 */
public record ObjectionsPage(
        List<Line> lines, List<FieldView> fields, Pager pager, ErrorSummary errors) {

    /**
     * One objection.
     *
     * @param href of its page; empty where there is none
     * @param answer of the keeper; empty: not yet
     */
    public record Line(
            String href, String resource, String note, String words, String answer, Tag state) {}

    public ObjectionsPage {
        lines = List.copyOf(lines);
        fields = List.copyOf(fields);
    }
}
