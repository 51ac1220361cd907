package org.tongban.catalogue.check;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;

/** The statutory term comes from somewhere. */
final class StatutoryTermHasItsBasis implements GuideRule {

    @Override
    public String key() {
        return "term-basis";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        var statutory = item.limits().statutory();
        return statutory.days() > 0 && statutory.basis() == null
                ? List.of(new Finding("limits.statutory.basis", "写明法定时限的依据"))
                : List.of();
    }
}
