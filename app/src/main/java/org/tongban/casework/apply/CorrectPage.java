package org.tongban.casework.apply;

import java.util.List;
import java.util.UUID;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;

/**
 * What the office told to correct, and nothing else.
 *
 * @param told each thing in the office's words
 * @param fields of the form, when the form itself is to be corrected
 * @param act names this page's press of the button
 */
public record CorrectPage(
        String item,
        String path,
        String until,
        List<String> told,
        List<MaterialBlock> materials,
        List<FormPart> fields,
        FieldView note,
        UUID act,
        ErrorSummary errors) {

    /** Whether buttons of rows stand before the one that sends. */
    public boolean hasRows() {
        return fields.stream().anyMatch(part -> !(part instanceof FieldView));
    }
}
