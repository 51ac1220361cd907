package org.tongban.catalogue.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;

/** Every text of an entry that people read, with its place. */
final class EveryText {

    /** What only machines read, or what comes from elsewhere. */
    private static final List<String> NOT_READ =
            List.of(
                    "key",
                    "agency",
                    "post",
                    "when",
                    "prefill",
                    "type",
                    "catalogCode",
                    "value",
                    "certificate",
                    "legalBasis",
                    "alsoCalled",
                    "overrides",
                    "onlineDepth",
                    "realName",
                    "caseKind",
                    "audience",
                    "after",
                    "unit",
                    "kind",
                    "source",
                    "necessity",
                    "form-of",
                    "basis");

    private EveryText() {}

    record Text(String path, String words) {}

    static List<Text> of(ItemDefinition item) {
        var texts = new ArrayList<Text>();
        collect(ItemJson.tree(item), "", texts);
        return texts;
    }

    private static void collect(Object value, String path, List<Text> into) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach(
                            (key, below) -> {
                                if (below != null && !NOT_READ.contains(key.toString())) {
                                    collect(
                                            below,
                                            path.isEmpty() ? key.toString() : path + "." + key,
                                            into);
                                }
                            });
            case List<?> list -> {
                for (var i = 0; i < list.size(); i++)
                    collect(list.get(i), path + "[" + i + "]", into);
            }
            case String words -> into.add(new Text(path, words));
            default -> {}
        }
    }
}
