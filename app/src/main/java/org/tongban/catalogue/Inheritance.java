package org.tongban.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an entry of the implementation list takes over what the base list says. An entry has no own
 * copy of the inherited elements; one that must differ says why, and keeps its own wording when the
 * base list changes. The type can never differ, because the code carries it.
 */
public final class Inheritance {

    /** The elements that come from the base list. */
    public static final List<String> ELEMENTS = List.of("name", "type", "legalBasis");

    /** Those of them that an entry may say differently, with a reason. */
    public static final List<String> MAY_DIFFER = List.of("name", "legalBasis");

    private static final String OVERRIDES = "overrides";

    private Inheritance() {}

    /** The tree of a whole definition: the entry's own elements and the inherited ones. */
    public static Map<String, Object> compose(Map<String, ?> own, BaseItem base) {
        var whole = new LinkedHashMap<String, Object>(own);
        var inherited = ItemJson.tree(base);
        for (var element : ELEMENTS) {
            if (!differs(own, element)) whole.put(element, inherited.getOrDefault(element, ""));
        }
        whole.put("catalogCode", base.code());
        return whole;
    }

    /** What an entry holds itself: everything but the inherited elements. */
    public static Map<String, Object> own(ItemDefinition entry) {
        var own = new LinkedHashMap<>(ItemJson.tree(entry));
        ELEMENTS.stream().filter(element -> !differs(own, element)).forEach(own::remove);
        return own;
    }

    /** The entry as it reads after a change of the base list. */
    public static ItemDefinition again(ItemDefinition entry, BaseItem base) {
        return ItemJson.of(compose(own(entry), base));
    }

    /** Whether the entry says the element differently, and says why. */
    public static boolean differs(Map<String, ?> own, String element) {
        return MAY_DIFFER.contains(element)
                && own.get(OVERRIDES) instanceof Map<?, ?> reasons
                && reasons.get(element) instanceof String reason
                && !reason.isBlank();
    }
}
