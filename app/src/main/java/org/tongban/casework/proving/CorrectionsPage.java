package org.tongban.casework.proving;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * The form that puts a name right, and the last corrections.
 *
 * @param note what was just done; empty: nothing
 */
public record CorrectionsPage(
        String note, List<FieldView> fields, List<Line> lines, ErrorSummary errors) {

    public CorrectionsPage {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /**
     * One correction.
     *
     * @param undo where it is taken back; empty: it was, or is itself one that takes back
     */
    public record Line(String title, String how, String undo, FieldView reason) {}
}
