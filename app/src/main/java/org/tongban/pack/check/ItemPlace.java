package org.tongban.pack.check;

import java.nio.file.Path;

/** An item stands in its agency's folder, in a file of its own name. */
final class ItemPlace implements ItemRule {

    @Override
    public void check(Item item) {
        var path = Path.of(item.sheet().file());
        var agency = path.getName(1).toString();
        if (!item.known().agencies().contains(agency)) {
            item.sheet().errorAt(1, "", "文件夹“" + agency + "”不是部门", "agencies.yaml 里的 key");
        }
        var key = item.node().text("key");
        if (!path.getFileName().toString().equals(key + ".yaml")) {
            item.sheet().error(item.node(), "", "key", "文件名应当是 " + key + ".yaml");
        }
    }
}
