package org.tongban.web;

import java.util.List;

/**
 * Rows of the same questions, with buttons to add one and to take one away. The buttons send the
 * form, so that it works without a script and nothing typed is lost.
 *
 * @param id unique on the page; error summaries link to it
 * @param name under which the form sends how many rows there are
 * @param error the same words as in the summary; empty when nothing is wrong
 * @param add what adding sends; empty when there may be no more
 * @param addText words of that button
 */
public record RepeatView(
        String id,
        String name,
        String label,
        String hint,
        String error,
        List<Row> rows,
        String add,
        String addText)
        implements FormPart {

    /** Under which the form sends what is to become of the rows. */
    public static final String ACT = "rows";

    public RepeatView {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param remove what taking it away sends; empty when it has to be there
     * @param removeText words of that button, which name the row
     */
    public record Row(
            String title, List<? extends FormPart> fields, String remove, String removeText) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    @Override
    public RepeatView error(ErrorSummary summary) {
        return new RepeatView(
                id,
                name,
                label,
                hint,
                summary.at(id),
                rows.stream()
                        .map(
                                row ->
                                        new Row(
                                                row.title(),
                                                row.fields().stream()
                                                        .map(field -> field.error(summary))
                                                        .toList(),
                                                row.remove(),
                                                row.removeText()))
                        .toList(),
                add,
                addText);
    }
}
