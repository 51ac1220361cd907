package org.tongban.casework.apply;

import java.util.List;
import java.util.UUID;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;

/**
 * What is asked for several items after their application was sent.
 *
 * @param lead why, and by when, in a sentence
 * @param told each thing in the offices' words
 * @param note absent where nothing more can be said
 * @param act names this page's press of the button
 */
public record LaterPage(
        String title,
        String item,
        String lead,
        String path,
        String action,
        String send,
        List<String> told,
        List<MaterialBlock> materials,
        List<FormPart> fields,
        List<FieldView> note,
        UUID act,
        ErrorSummary errors) {

    public LaterPage {
        told = List.copyOf(told);
        materials = List.copyOf(materials);
        fields = List.copyOf(fields);
        note = List.copyOf(note);
    }

    /** Whether buttons of rows stand before the one that sends. */
    public boolean hasRows() {
        return fields.stream().anyMatch(part -> !(part instanceof FieldView));
    }
}
