package org.tongban.certificates.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.certificates.document.TypePreview;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** Draws a draft: its boxes as they were typed, what is the matter, its sheet. */
@Component
class DesignView {

    static final String WHY = "why";
    static final int LONGEST_WHY = 200;

    /** Empty rows behind those in which something stands. */
    private static final int MORE = 3;

    private final TypeCheck check;
    private final TypePreview preview;
    private final CertificatesOfItems items;

    DesignView(TypeCheck check, TypePreview preview, CertificatesOfItems items) {
        this.check = check;
        this.preview = preview;
        this.items = items;
    }

    /**
     * The page.
     *
     * @param told whether what is the matter is said on top: not at the first look
     * @param others what is the matter besides, by the box
     * @param mayPublish whether the reader had no hand in the draft
     */
    DesignPage page(
            String key,
            TypedType typed,
            boolean told,
            String why,
            Map<String, String> others,
            boolean mayPublish,
            Texts texts) {
        var faults = check.faults(key, typed, texts);
        var sound = faults.isEmpty();
        var said = told ? faults : new java.util.LinkedHashMap<String, String>();
        said.putAll(others);
        var errors = ErrorSummary.of(said);
        return new DesignPage(
                DesignType.path(key),
                typed.box("name").isEmpty() ? key : typed.box("name"),
                preview.svg(typed.type(key)).isPresent()
                        ? DesignType.path(key) + "/preview.svg?v=" + typed.boxes().hashCode()
                        : "",
                uses(key, texts),
                head(typed, errors, texts),
                elements(typed, said, texts),
                places(typed, said, texts),
                Stream.of("width", "height")
                        .map(
                                name ->
                                        FieldView.of(
                                                        FieldKind.INTEGER,
                                                        name,
                                                        texts.localize("design." + name))
                                                .value(typed.box(name))
                                                .optional()
                                                .error(errors))
                        .toList(),
                sound && !mayPublish ? texts.localize("design.publish.own") : "",
                sound && mayPublish
                        ? List.of(
                                FieldView.text(WHY, texts.localize("design.why"))
                                        .hint(texts.localize("design.why.hint"))
                                        .maxLength(LONGEST_WHY)
                                        .value(why)
                                        .error(errors))
                        : List.of(),
                errors);
    }

    private List<String> uses(String key, Texts texts) {
        var uses = new ArrayList<String>();
        for (var line : items.all()) {
            if (line.issues().filter(key::equals).isPresent()) {
                uses.add(texts.localize("design.issued-by", line.name()));
            }
            if (line.uses().contains(key)) {
                uses.add(texts.localize("design.used-by", line.name()));
            }
        }
        return uses;
    }

    private static List<FieldView> head(TypedType typed, ErrorSummary errors, Texts texts) {
        return Stream.of(
                        FieldView.text("name", texts.localize("design.name")),
                        FieldView.text("typeCode", texts.localize("design.typeCode"))
                                .hint(texts.localize("design.typeCode.hint")),
                        FieldView.of(FieldKind.CHOICE, "holder", texts.localize("design.holder"))
                                .options(
                                        TypeCheck.HOLDERS.stream()
                                                .map(
                                                        one ->
                                                                new Option(
                                                                        one,
                                                                        texts.localize(
                                                                                "library.type.holder."
                                                                                        + one)))
                                                .toList()),
                        FieldView.of(
                                        FieldKind.INTEGER,
                                        "validYears",
                                        texts.localize("design.validYears"))
                                .hint(texts.localize("design.validYears.hint"))
                                .optional(),
                        FieldView.of(FieldKind.CHOICES, "single", texts.localize("design.single"))
                                .options(
                                        List.of(
                                                new Option(
                                                        "yes",
                                                        texts.localize("design.single.yes"))))
                                .optional(),
                        FieldView.text("numberForm", texts.localize("design.numberForm"))
                                .hint(texts.localize("design.numberForm.hint"))
                                .optional(),
                        FieldView.text("issuers", texts.localize("design.issuers"))
                                .hint(texts.localize("design.issuers.hint"))
                                .optional())
                .map(field -> field.value(typed.box(field.name())).error(errors))
                .toList();
    }

    private static DesignPage.Grid elements(
            TypedType typed, Map<String, String> faults, Texts texts) {
        return grid("e", "design.element.", TypedType.ELEMENT, typed, faults, texts);
    }

    private static DesignPage.Grid places(
            TypedType typed, Map<String, String> faults, Texts texts) {
        return grid("p", "design.place.", TypedType.PLACE, typed, faults, texts);
    }

    private static DesignPage.Grid grid(
            String of,
            String words,
            List<String> columns,
            TypedType typed,
            Map<String, String> faults,
            Texts texts) {
        var rows = typed.rows(of);
        var all = new ArrayList<>(rows);
        var next = rows.isEmpty() ? 0 : rows.getLast() + 1;
        for (var at = next; at < Math.min(next + MORE, TypedType.MOST_ROWS); at++) all.add(at);
        return new DesignPage.Grid(
                columns.stream().map(column -> texts.localize(words + column)).toList(),
                all.stream()
                        .map(
                                at ->
                                        columns.stream()
                                                .map(
                                                        column ->
                                                                cell(
                                                                        of + at + "." + column,
                                                                        at,
                                                                        texts.localize(
                                                                                words + column),
                                                                        options(
                                                                                of, column, typed,
                                                                                texts),
                                                                        typed,
                                                                        faults,
                                                                        texts))
                                                .toList())
                        .toList());
    }

    private static DesignPage.Cell cell(
            String name,
            int row,
            String label,
            List<Option> options,
            TypedType typed,
            Map<String, String> faults,
            Texts texts) {
        return new DesignPage.Cell(
                name,
                texts.localize("design.cell", row + 1, label),
                typed.box(name),
                options,
                faults.containsKey(name));
    }

    private static List<Option> options(String of, String column, TypedType typed, Texts texts) {
        return switch (of + column) {
            case "ekind" -> named("design.kind.", TypeCheck.KINDS, texts);
            case "eoptional" -> List.of(new Option("yes", texts.localize("design.optional.yes")));
            case "palign" -> named("design.align.", TypeCheck.ALIGNS, texts);
            case "pshow" ->
                    Stream.concat(
                                    named("design.show.", TypeCheck.PARTS, texts).stream(),
                                    typed.rows("e").stream()
                                            .map(at -> "e" + at + ".")
                                            .filter(
                                                    row ->
                                                            !TypeCheck.PARTS.contains(
                                                                    typed.box(row + "key")))
                                            .map(
                                                    row ->
                                                            new Option(
                                                                    typed.box(row + "key"),
                                                                    typed.box(row + "label"))))
                            .toList();
            default -> List.of();
        };
    }

    private static List<Option> named(String words, List<String> values, Texts texts) {
        return values.stream()
                .map(value -> new Option(value, texts.localize(words + value)))
                .toList();
    }
}
