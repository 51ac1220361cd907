package org.tongban.packages.editor;

import java.util.List;
import org.tongban.packages.graph.Drawing;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * One package as rows of a form, with the picture that they give.
 *
 * @param base the pack's text of what the rows do not show
 * @param seen the version on which it was written; 0 for a new one
 * @param other where the same is written as text; empty for a new one
 * @param own what it is called, for whom, by whom
 * @param questions about the situation, a row each
 * @param items a row each
 * @param needs who waits for whom, a row each
 * @param faults what is wrong and stands at no row
 */
public record ArrangePage(
        String title,
        String action,
        String other,
        String base,
        int seen,
        List<FieldView> own,
        List<Row> questions,
        List<Row> items,
        List<Row> needs,
        List<String> faults,
        List<Drawing> drawing,
        List<String> said,
        String verdict,
        boolean done,
        ErrorSummary errors) {

    /**
     * Boxes that belong together.
     *
     * @param title by which the row is named to who cannot see it
     * @param hidden name and value of what goes along unseen; empty for nothing
     */
    public record Row(String title, String hidden, String hiddenValue, List<FieldView> boxes) {
        public Row {
            boxes = List.copyOf(boxes);
        }
    }

    public ArrangePage {
        own = List.copyOf(own);
        questions = List.copyOf(questions);
        items = List.copyOf(items);
        needs = List.copyOf(needs);
        faults = List.copyOf(faults);
        drawing = List.copyOf(drawing);
        said = List.copyOf(said);
    }
}
