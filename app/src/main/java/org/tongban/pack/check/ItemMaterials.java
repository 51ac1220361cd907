package org.tongban.pack.check;

import java.util.stream.Collectors;
import org.tongban.pack.text.Node;

/** Materials are named once; what may follow later agrees with what the item says of itself. */
final class ItemMaterials implements ItemRule {

    @Override
    public void check(Item item) {
        var node = item.node();
        var sheet = item.sheet();
        var materials = node.list("materials");
        var tolerant = node.text("tolerant").equals("true");
        sheet.unique(materials, "materials", "key");
        FaultSheet.each(
                materials,
                "materials",
                (material, path) -> {
                    item.condition(material, path);
                    material.at("fetch").ifPresent(fetch -> fetched(item, fetch, path + ".fetch"));
                    if (material.text("tolerated").equals("true") && !tolerant) {
                        sheet.finding(material, path, "tolerated", "材料可容缺，但事项的 tolerant 不是 true");
                    }
                });
        if (tolerant && materials.stream().noneMatch(m -> m.text("tolerated").equals("true"))) {
            sheet.finding(node, "", "tolerant", "没有一份材料可容缺，tolerant 不起作用");
        }
    }

    /** What is fetched is a type of this place, and fills what the form asks. */
    private static void fetched(Item item, Node fetch, String path) {
        if (!item.known().certificates().contains(fetch.text("certificate"))) {
            item.sheet()
                    .error(
                            fetch,
                            path,
                            "certificate",
                            "没有证照类型“" + fetch.text("certificate") + "”",
                            "certificate-types.yaml 里的 key");
        }
        var asked =
                item.node().list("form").stream()
                        .flatMap(page -> page.list("fields").stream())
                        .map(field -> field.text("key"))
                        .collect(Collectors.toSet());
        FaultSheet.each(
                fetch.list("fills"),
                path + ".fills",
                (field, below) ->
                        item.sheet()
                                .known(
                                        field,
                                        below,
                                        asked,
                                        asked.stream().sorted().collect(Collectors.joining("、"))));
    }
}
