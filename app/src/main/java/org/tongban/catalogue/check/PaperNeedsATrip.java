package org.tongban.catalogue.check;

import java.util.List;
import java.util.stream.IntStream;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.MaterialForm;

/** Paper that must be handed in cannot be handed in without a trip or the post. */
final class PaperNeedsATrip implements GuideRule {

    @Override
    public String key() {
        return "paper-trip";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        if (item.visits() > 0) return List.of();
        return IntStream.range(0, item.materials().size())
                .filter(i -> item.materials().get(i).form() == MaterialForm.PAPER)
                .mapToObj(i -> new Finding("materials[" + i + "].form", "要交纸质材料，到现场次数却是 0"))
                .toList();
    }
}
