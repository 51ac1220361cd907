package org.tongban.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One question of a form as {@code web/field} shows it. Made from {@link #of} and completed by the
 * methods named after what they set; every text is in the reader's language and empty when there is
 * none.
 *
 * @param id unique on the page; error summaries link to it
 * @param name under which the form sends the answer
 * @param hint one line below the label
 * @param values what was typed or chosen before; kept as typed even when it is wrong
 * @param options the answers of a choice, in the order in which people should meet them
 * @param error the same words as in the summary
 * @param source where a prefilled answer comes from, such as 您的营业执照
 * @param unit stands behind the box, such as 平方米
 * @param autocomplete the browser's token; empty to leave the browser out
 * @param maxLength characters; 0 for no limit
 * @param accept for files: what the chooser offers, such as {@code image/*,application/pdf}
 * @param camera for files: whether a phone should offer its camera first
 * @param multiple for files: whether several may be chosen
 * @param heading whether the label is the heading of the page (one question a page)
 */
public record FieldView(
        String id,
        String name,
        FieldKind kind,
        String label,
        String hint,
        List<String> values,
        List<Option> options,
        String error,
        String source,
        String unit,
        String autocomplete,
        int maxLength,
        String accept,
        boolean camera,
        boolean multiple,
        boolean required,
        boolean readOnly,
        boolean heading) {

    /** More options than this are shown as a list to pick from instead of one below the other. */
    static final int MOST_RADIOS = 7;

    public FieldView {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    /** A required question whose id is its name. */
    public static FieldView of(FieldKind kind, String name, String label) {
        return new FieldView(
                name,
                name,
                kind,
                label,
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                kind.autocomplete(),
                0,
                "",
                false,
                false,
                true,
                false,
                false);
    }

    public static FieldView text(String name, String label) {
        return of(FieldKind.TEXT, name, label);
    }

    public FieldView id(String newId) {
        return new FieldView(
                newId,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    public FieldView hint(String newHint) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                newHint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    public FieldView value(String typed) {
        return values(typed.isEmpty() ? List.of() : List.of(typed));
    }

    public FieldView values(List<String> typed) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                typed,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    public FieldView options(List<Option> newOptions) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                newOptions,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    public FieldView error(String message) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                message,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    /** Takes this field's words from the summary of the whole form. */
    public FieldView error(ErrorSummary summary) {
        return error(summary.at(id));
    }

    public FieldView source(String from) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                from,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    public FieldView unit(String newUnit) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                newUnit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    public FieldView autocomplete(String token) {
        return new FieldView(
                id, name, kind, label, hint, values, options, error, source, unit, token, maxLength,
                accept, camera, multiple, required, readOnly, heading);
    }

    public FieldView maxLength(int characters) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                characters,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                heading);
    }

    /** What a file question takes. */
    public FieldView files(String types, boolean fromCamera, boolean several) {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                types,
                fromCamera,
                several,
                required,
                readOnly,
                heading);
    }

    public FieldView optional() {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                false,
                readOnly,
                heading);
    }

    public FieldView locked() {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                true,
                heading);
    }

    public FieldView asHeading() {
        return new FieldView(
                id,
                name,
                kind,
                label,
                hint,
                values,
                options,
                error,
                source,
                unit,
                autocomplete,
                maxLength,
                accept,
                camera,
                multiple,
                required,
                readOnly,
                true);
    }

    /** The single answer typed before; empty when there was none. */
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean isChosen(String option) {
        return values.contains(option);
    }

    public boolean isWrong() {
        return !error.isEmpty();
    }

    /** Whether a choice is long enough to be a list to pick from. */
    public boolean isPicked() {
        return kind == FieldKind.CHOICE && options.size() > MOST_RADIOS;
    }

    /** Whether the question is drawn as a fieldset with one control an option. */
    public boolean isGroup() {
        return kind.isGroup() && !isPicked();
    }

    /** The id of one control of a group: the first carries the field's own, for error links. */
    public String optionId(int index) {
        return index == 0 ? id : id + "-" + (index + 1);
    }

    /** The ids a screen reader reads after the label: hint, error, source; empty when none. */
    public String describedBy() {
        var ids = new ArrayList<String>();
        if (!hint.isEmpty()) {
            ids.add(id + "-hint");
        }
        if (!error.isEmpty()) {
            ids.add(id + "-error");
        }
        if (!source.isEmpty()) {
            ids.add(id + "-source");
        }
        return String.join(" ", ids);
    }
}
