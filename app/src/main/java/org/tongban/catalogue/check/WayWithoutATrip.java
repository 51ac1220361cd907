package org.tongban.catalogue.check;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;

/** Who need not come must be able to apply in another way. */
final class WayWithoutATrip implements GuideRule {

    @Override
    public String key() {
        return "way-in";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        return item.visits() == 0 && item.onlineDepth().equals("info")
                ? List.of(new Finding("onlineDepth", "不用到现场，又不能网上申请，就没有办法申请了"))
                : List.of();
    }
}
