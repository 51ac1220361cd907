package org.tongban.pack.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.Shape;
import org.tongban.rules.Names;

/** A field has what its type needs and nothing else. */
final class ItemFields implements ItemRule {

    private static final Set<String> WITH_CHOICES = Set.of("choice", "choices");
    private static final Set<String> WITH_LIMITS = Set.of("integer", "decimal", "money");
    private static final Set<String> WITH_LENGTH = Set.of("text", "longtext", "name", "address");
    private static final String APPLICANT = "applicant.";

    @Override
    public void check(Item item) {
        var form = item.node().list("form");
        item.sheet()
                .unique(
                        form.stream().flatMap(page -> page.list("fields").stream()).toList(),
                        "form.fields",
                        "key");
        FaultSheet.each(
                form,
                "form",
                (page, path) ->
                        FaultSheet.each(
                                page.list("fields"),
                                path + ".fields",
                                (field, below) -> {
                                    item.condition(field, below);
                                    rows(field, below, item.sheet());
                                    choices(field, below, item.sheet());
                                    limits(field, below, item.sheet());
                                    prefill(field, below, item.sheet());
                                }));
    }

    /** A group has questions, and nothing else has; those of its rows apply always. */
    private static void rows(Node field, String path, FaultSheet sheet) {
        var isGroup = "group".equals(field.text("type"));
        var below = field.list("fields");
        if (isGroup == below.isEmpty()) {
            sheet.error(field, path, "fields", isGroup ? "重复填写的一组要写 fields" : "只有 group 才写 fields");
        }
        for (var limit : List.of("minRows", "maxRows")) {
            if (!isGroup && field.at(limit).isPresent()) {
                sheet.error(field, path, limit, "只有 group 才写 " + limit);
            }
        }
        number(field, "minRows")
                .filter(min -> number(field, "maxRows").filter(max -> min > max).isPresent())
                .ifPresent(_ -> sheet.error(field, path, "minRows", "minRows 比 maxRows 大"));
        sheet.unique(below, path + ".fields", "key");
        FaultSheet.each(
                below,
                path + ".fields",
                (cell, at) -> {
                    for (var never : List.of("when", "prefill")) {
                        if (cell.at(never).isPresent()) {
                            sheet.error(cell, at, never, "每一行里的问题不写 " + never);
                        }
                    }
                    choices(cell, at, sheet);
                    limits(cell, at, sheet);
                });
    }

    private static void choices(Node field, String path, FaultSheet sheet) {
        sheet.unique(field.list("choices"), path + ".choices", "value");
        var needed = WITH_CHOICES.contains(field.text("type"));
        if (needed == field.list("choices").isEmpty()) {
            sheet.error(field, path, "choices", needed ? "选择题要有选项" : "只有 choice、choices 才写选项");
        }
    }

    private static void limits(Node field, String path, FaultSheet sheet) {
        var type = field.text("type");
        for (var limit : List.of("min", "max")) {
            if (field.at(limit).isPresent() && !WITH_LIMITS.contains(type)) {
                sheet.error(field, path, limit, "只有 integer、decimal、money 才写 " + limit);
            }
        }
        if (field.at("maxLength").isPresent() && !WITH_LENGTH.contains(type)) {
            sheet.error(field, path, "maxLength", "只有文字才写 maxLength");
        }
        number(field, "min")
                .filter(min -> number(field, "max").filter(max -> min > max).isPresent())
                .ifPresent(_ -> sheet.error(field, path, "min", "min 比 max 大"));
    }

    private static Optional<Double> number(Node field, String key) {
        return Optional.of(field.text(key))
                .filter(text -> Shape.NUMBER.matcher(text).matches())
                .map(Double::valueOf);
    }

    private static void prefill(Node field, String path, FaultSheet sheet) {
        var prefill = field.text("prefill");
        var known =
                prefill.startsWith(APPLICANT)
                        && Names.APPLICANT.contains(prefill.substring(APPLICANT.length()));
        if (!prefill.isEmpty() && !known) {
            sheet.error(
                    field,
                    path,
                    "prefill",
                    "没有“" + prefill + "”",
                    Names.APPLICANT.stream()
                            .sorted()
                            .map(name -> APPLICANT + name)
                            .collect(Collectors.joining("、")));
        }
    }
}
