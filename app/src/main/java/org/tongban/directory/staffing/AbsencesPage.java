package org.tongban.directory.staffing;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/** Who is away and who stands in, and the form for one more. */
public record AbsencesPage(
        String done, ErrorSummary errors, List<Line> lines, List<FieldView> fields) {

    /** One absence. */
    public record Line(
            String id, String name, String deputy, String from, String until, String reason) {}

    public AbsencesPage {
        lines = List.copyOf(lines);
        fields = List.copyOf(fields);
    }
}
