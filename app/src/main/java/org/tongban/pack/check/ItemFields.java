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
                                    choices(field, below, item.sheet());
                                    limits(field, below, item.sheet());
                                    prefill(field, below, item.sheet());
                                }));
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
