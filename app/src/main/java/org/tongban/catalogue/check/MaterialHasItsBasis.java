package org.tongban.catalogue.check;

import java.util.List;
import java.util.stream.IntStream;
import org.tongban.catalogue.ItemDefinition;

/** A material may be asked for only where a provision says so. */
final class MaterialHasItsBasis implements GuideRule {

    @Override
    public String key() {
        return "material-basis";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        return IntStream.range(0, item.materials().size())
                .filter(i -> item.materials().get(i).basis() == null)
                .mapToObj(i -> new Finding("materials[" + i + "].basis", "写明要这份材料的依据"))
                .toList();
    }
}
