package org.tongban.catalogue.editor;

import java.util.List;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;
import org.tongban.web.Option;
import org.tongban.web.RepeatView;
import org.tongban.web.Texts;

/** The questions and the form as people will meet them, beside the page on which they are made. */
final class FormPreview {

    private static final String NAME = "p.";

    private FormPreview() {}

    static List<FormPart> ofQuestions(ItemDefinition item) {
        return item.questions().stream()
                .<FormPart>map(
                        question ->
                                FieldView.of(
                                                FieldKind.CHOICE,
                                                NAME + question.key(),
                                                question.text())
                                        .id("p-" + question.key())
                                        .options(options(question.choices())))
                .toList();
    }

    static List<FormPart> ofForm(ItemDefinition item, Texts texts) {
        return item.fields().stream()
                .<FormPart>map(field -> field.isGroup() ? rows(field, texts) : view(field))
                .toList();
    }

    /** With one row, whether it has to be there or not. */
    private static FormPart rows(Field group, Texts texts) {
        var title = texts.localize("field.row", group.label(), 1);
        return new RepeatView(
                "p-" + group.key(),
                NAME + group.key(),
                group.label(),
                group.hint() == null ? "" : group.hint(),
                "",
                List.of(
                        new RepeatView.Row(
                                title,
                                FormRows.cells(group, 0).stream().map(FormPreview::view).toList(),
                                "",
                                "")),
                "add",
                texts.localize("field.row.add", group.label()));
    }

    private static FieldView view(Field field) {
        var hint = field.hint();
        var view =
                FieldView.of(
                                FieldKind.valueOf(field.type().name()),
                                NAME + field.key(),
                                field.label())
                        .id("p-" + field.key())
                        .autocomplete("")
                        .hint(hint == null ? "" : hint)
                        .options(options(field.choices()));
        return field.required() ? view : view.optional();
    }

    private static List<Option> options(List<Choice> choices) {
        return choices.stream().map(choice -> new Option(choice.value(), choice.label())).toList();
    }
}
