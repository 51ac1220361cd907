package org.tongban.catalogue.check;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;

/** Nobody can meet conditions that are not told (the six public things). */
final class ConditionsAreSaid implements GuideRule {

    @Override
    public String key() {
        return "conditions";
    }

    @Override
    public boolean stops() {
        return true;
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        return item.conditions().isEmpty()
                ? List.of(new Finding("conditions", "写明受理条件，至少一条"))
                : List.of();
    }
}
