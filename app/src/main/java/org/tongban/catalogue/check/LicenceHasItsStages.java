package org.tongban.catalogue.check;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.CaseKind;

/**
 * A licence is reviewed by one and decided by another (art. 34 of the Licensing Law asks for a
 * review).
 */
final class LicenceHasItsStages implements GuideRule {

    @Override
    public String key() {
        return "licence-stages";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        return item.isLicence() && item.caseKind() == CaseKind.PROMISED && item.steps().size() < 2
                ? List.of(new Finding("steps", "行政许可至少要有审查和决定两步"))
                : List.of();
    }
}
