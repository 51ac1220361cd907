package org.tongban.packages.editor;

import java.util.List;
import org.tongban.packages.graph.Drawing;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * One package in the editor.
 *
 * @param text the pack's text of it, as typed
 * @param seen the version on which it was written; 0 for a new one
 * @param faults what is wrong, with the line
 * @param drawing the picture of what was typed, where it can be read
 * @param said the same picture in words
 * @param done whether it has just been published
 * @param export where the text can be taken along; empty for a new one
 */
public record EditorPage(
        String title,
        String action,
        FieldView text,
        int seen,
        List<String> faults,
        List<Drawing> drawing,
        List<String> said,
        String verdict,
        boolean done,
        String export,
        ErrorSummary errors) {

    public EditorPage {
        faults = List.copyOf(faults);
        drawing = List.copyOf(drawing);
        said = List.copyOf(said);
    }
}
