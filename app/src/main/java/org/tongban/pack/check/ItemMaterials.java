package org.tongban.pack.check;

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
                    if (material.text("tolerated").equals("true") && !tolerant) {
                        sheet.finding(material, path, "tolerated", "材料可容缺，但事项的 tolerant 不是 true");
                    }
                });
        if (tolerant && materials.stream().noneMatch(m -> m.text("tolerated").equals("true"))) {
            sheet.finding(node, "", "tolerant", "没有一份材料可容缺，tolerant 不起作用");
        }
    }
}
