package org.tongban.catalogue.check;

import java.util.List;
import java.util.stream.IntStream;
import org.tongban.catalogue.ItemDefinition;

/** Whoever asks for money names the provision that allows it. */
final class FeeHasItsBasis implements GuideRule {

    @Override
    public String key() {
        return "fee-basis";
    }

    @Override
    public boolean stops() {
        return true;
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        return IntStream.range(0, item.fee().size())
                .filter(i -> item.fee().get(i).basis() == null)
                .mapToObj(i -> new Finding("fee[" + i + "].basis", "收费要写明依据"))
                .toList();
    }
}
