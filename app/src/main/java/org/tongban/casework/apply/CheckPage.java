package org.tongban.casework.apply;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * Everything that will be sent, to be read once more.
 *
 * @param complete whether it can be sent; otherwise the errors say what is missing
 * @param version of the draft that is shown here
 */
public record CheckPage(
        String path,
        String item,
        List<Section> sections,
        boolean complete,
        int version,
        FieldView delivery,
        FieldView truth,
        ErrorSummary errors) {

    /** One part of the application. */
    public record Section(String id, String title, List<Answer> answers) {}
}
