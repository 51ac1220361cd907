package org.tongban.catalogue.check;

import java.util.List;
import java.util.stream.IntStream;
import org.tongban.catalogue.ItemDefinition;

/** What the clerk looks at is said beforehand, so that nobody comes twice. */
final class MaterialSaysWhatIsLookedAt implements GuideRule {

    @Override
    public String key() {
        return "material-checks";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        return IntStream.range(0, item.materials().size())
                .filter(i -> item.materials().get(i).checks().isEmpty())
                .mapToObj(i -> new Finding("materials[" + i + "].checks", "写明受理标准：窗口看什么"))
                .toList();
    }
}
