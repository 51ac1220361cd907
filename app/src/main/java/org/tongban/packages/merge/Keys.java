package org.tongban.packages.merge;

import java.util.HashMap;
import java.util.Map;
import org.tongban.packages.PackageDefinition;

/**
 * Under which key the question or paper of an item stands in the merged form: that of the data
 * element where several mean the same, else its own with the item's in front. Two underscores never
 * stand in a key of an element, so that the two cannot be taken for each other.
 */
public final class Keys {

    static final String BETWEEN = "__";
    static final String BETWEEN_PAPERS = "--";
    private static final String QUESTION = "__q__";

    private final Map<String, String> elements = new HashMap<>();
    private final Map<String, String> papers = new HashMap<>();

    public Keys(PackageDefinition pack) {
        pack.elements()
                .forEach(one -> one.fields().forEach(field -> elements.put(field, one.key())));
        pack.materials()
                .forEach(one -> one.materials().forEach(paper -> papers.put(paper, one.key())));
    }

    /** An item's key as part of a name in an expression. */
    static String own(String item) {
        return item.replace('-', '_');
    }

    public String field(String item, String field) {
        return elements.getOrDefault(item + "." + field, own(item) + BETWEEN + field);
    }

    /** Of a question of the item that the package does not answer: it is asked in the form. */
    public String question(String item, String question) {
        return own(item) + QUESTION + question;
    }

    public String material(String item, String material) {
        return papers.getOrDefault(item + "." + material, item + BETWEEN_PAPERS + material);
    }
}
