package org.tongban.pack.check;

import java.util.List;
import java.util.stream.Collectors;

/** Special procedures are those of the law or of the place; rules that decide are expressions. */
final class ItemHandling implements ItemRule {

    @Override
    public void check(Item item) {
        var sheet = item.sheet();
        var allowed = item.known().procedures().stream().sorted().collect(Collectors.joining("、"));
        FaultSheet.each(
                item.node().list("specialProcedures"),
                "specialProcedures",
                (name, path) -> sheet.known(name, path, item.known().procedures(), allowed));
        var rules =
                item.node()
                        .at("handling")
                        .flatMap(handling -> handling.at("automatic"))
                        .map(automatic -> automatic.list("rules"))
                        .orElse(List.of());
        sheet.unique(rules, "handling.automatic.rules", "key");
        FaultSheet.each(rules, "handling.automatic.rules", item::rule);
    }
}
