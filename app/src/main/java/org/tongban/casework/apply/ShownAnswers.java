package org.tongban.casework.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongban.casework.Applicant;
import org.tongban.casework.Pledge;
import org.tongban.casework.draft.ItemFields;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Answers as people read them back. */
final class ShownAnswers {

    /** So many characters of a number are shown at its start, and so many at its end. */
    private static final int SHOWN_START = 3;

    private static final int SHOWN_END = 4;

    private ShownAnswers() {}

    static List<Answer> of(OpenDraft open, FormPage page, int number, Texts texts) {
        return open.fields(page).stream()
                .flatMap(
                        field ->
                                field.isGroup()
                                        ? rows(open, field, number, texts)
                                        : Stream.of(answer(open, field, number, texts)))
                .toList();
    }

    private static Answer answer(OpenDraft open, Field field, int number, Texts texts) {
        return new Answer(
                field.label(),
                text(open, field, open.typed(field), texts),
                FieldViews.source(field, open.typed(field), open, texts),
                open.formPath(number) + "#" + FieldViews.id(field.key()));
    }

    /** One line a row; a group without rows is not given. */
    private static Stream<Answer> rows(OpenDraft open, Field group, int number, Texts texts) {
        var rows = FormRows.answered(group, open.draft().typed());
        var there = open.formPath(number) + "#" + FieldViews.id(group.key());
        return rows == 0
                ? Stream.of(new Answer(group.label(), "", "", there))
                : IntStream.range(0, rows)
                        .mapToObj(
                                row ->
                                        new Answer(
                                                texts.localize("field.row", group.label(), row + 1),
                                                cells(open, group, row, texts),
                                                "",
                                                there));
    }

    private static String cells(OpenDraft open, Field group, int row, Texts texts) {
        return FormRows.cells(group, row).stream()
                .map(cell -> Map.entry(cell.label(), text(open, cell, open.typed(cell), texts)))
                .filter(cell -> !cell.getValue().isBlank())
                .map(cell -> texts.localize("field.row.cell", cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(texts.localize("field.row.between")));
    }

    static String text(OpenDraft open, Field field, List<String> typed, Texts texts) {
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                    typed.stream()
                            .map(value -> label(field, value))
                            .collect(Collectors.joining("、"));
            case YESNO ->
                    typed.stream()
                            .map(
                                    value ->
                                            texts.localize(
                                                    value.equals("yes") ? "field.yes" : "field.no"))
                            .collect(Collectors.joining());
            case DATE ->
                    typed.stream()
                            .map(
                                    value ->
                                            Typed.date(value)
                                                    .map(new Dates(texts.locale())::fullDay)
                                                    .orElse(value))
                            .collect(Collectors.joining());
            case REGION -> ItemFields.regionNames(typed, open.place().offeredRegions());
            case TEXT,
                    LONGTEXT,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    NAME,
                    CITIZEN_ID,
                    CREDIT_CODE,
                    PROJECT_CODE,
                    MOBILE,
                    ADDRESS ->
                    String.join(" ", typed);
            case FILE ->
                    typed.stream()
                            .map(number -> open.link(number).map(Link::text).orElse(number))
                            .collect(Collectors.joining("、"));
            case GROUP ->
                    IntStream.range(0, FormRows.answered(field, open.draft().typed()))
                            .mapToObj(row -> cells(open, field, row, texts))
                            .collect(Collectors.joining(" / "));
        };
    }

    private static String label(Field field, String value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    static List<Answer> applicant(Applicant applicant, Texts texts) {
        var answers = new ArrayList<Answer>();
        var firm = applicant.kind() == Applicant.Kind.FIRM;
        answers.add(given(texts.localize("apply.check.name"), applicant.name()));
        answers.add(
                given(
                        texts.localize(firm ? "apply.check.credit-code" : "apply.check.id-number"),
                        firm ? applicant.number() : masked(applicant.number())));
        if (firm) {
            answers.add(given(texts.localize("apply.check.agent"), applicant.contact()));
        }
        answers.add(given(texts.localize("apply.check.mobile"), masked(applicant.mobile())));
        return answers;
    }

    static List<Answer> situation(OpenDraft open, Texts texts) {
        return open.definition().questions().stream()
                .map(
                        question ->
                                new Answer(
                                        question.text(),
                                        question.choices().stream()
                                                .filter(
                                                        choice ->
                                                                choice.value()
                                                                        .equals(
                                                                                open.draft()
                                                                                        .situation()
                                                                                        .get(
                                                                                                question
                                                                                                        .key())))
                                                .map(Choice::label)
                                                .findFirst()
                                                .orElse(""),
                                        "",
                                        open.path() + "/situation#" + FieldViews.id(question)))
                .toList();
    }

    static List<Answer> materials(OpenDraft open, Texts texts) {
        return open.applies().materials().stream()
                .map(
                        material ->
                                new Answer(
                                        material.name(),
                                        material(open, material, texts),
                                        "",
                                        open.path() + "/materials#m-" + material.key()))
                .toList();
    }

    /**
     * What stands for a material: files, what the office gets itself, a promise, or nothing yet.
     */
    private static String material(OpenDraft open, Material material, Texts texts) {
        var files = open.filesOf(material.key());
        if (!files.isEmpty()) {
            return files.stream().map(file -> file.name()).collect(Collectors.joining("、"));
        }
        return open.found(material)
                .map(found -> texts.localize("apply.evidence.shown", found.name(), found.number()))
                .or(
                        () ->
                                open.draft()
                                        .pledge(material.key())
                                        .map(pledge -> texts.localize(promised(pledge))))
                .orElse("");
    }

    /** Key of the words for what is promised in place of a paper. */
    static String promised(Pledge pledge) {
        return switch (pledge.kind()) {
            case PAPER_FOLLOWS -> "apply.promise.follows.done";
            case FACT_VOUCHED -> "apply.promise.vouched.done";
        };
    }

    private static Answer given(String label, String value) {
        return new Answer(label, value, "", "");
    }

    static String masked(String number) {
        return number.length() <= SHOWN_START + SHOWN_END
                ? number
                : number.substring(0, SHOWN_START)
                        + "*".repeat(number.length() - SHOWN_START - SHOWN_END)
                        + number.substring(number.length() - SHOWN_END);
    }
}
