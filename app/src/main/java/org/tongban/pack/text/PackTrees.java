package org.tongban.pack.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageJson;

/** Values of a pack's files that fit their shapes. */
public final class PackTrees {

    private PackTrees() {}

    /**
     * An item with what it inherits.
     *
     * @param file its path in the pack, in which its agency stands
     */
    public static ItemDefinition ofItem(String file, Node node) {
        var tree = map(PackShapes.ITEM.tree(node));
        tree.put("overrides", stated(tree.get("overrides")));
        tree.put("agency", Path.of(file).getName(1).toString());
        return ItemJson.of(tree);
    }

    /** A package. */
    public static PackageDefinition ofPackage(Node node) {
        return PackageJson.of(map(PackShapes.PACKAGE.tree(node)));
    }

    /** What a mapping really says: an optional key that is absent stands in its tree as nothing. */
    public static Map<String, Object> stated(@Nullable Object tree) {
        var map = map(tree);
        map.values().removeIf(Objects::isNull);
        return map;
    }

    /** A mapping's tree; an empty one for anything else. */
    @SuppressWarnings("unchecked") // The tree of a mapping has texts for keys.
    public static Map<String, Object> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}
