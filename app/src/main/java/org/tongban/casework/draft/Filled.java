package org.tongban.casework.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.casework.Evidence;
import org.tongban.catalogue.ItemDefinition;

/**
 * An answer that a certificate or a register gives.
 *
 * @param from what it is called
 */
public record Filled(String value, String from) {

    /** What the certificates that were found say of the form's fields, by key of the field. */
    public static Map<String, Filled> of(ItemDefinition item, Map<String, Evidence> evidence) {
        var filled = new LinkedHashMap<String, Filled>();
        for (var material : item.materials()) {
            var fetch = material.fetch();
            if (fetch == null || !(evidence.get(material.key()) instanceof Evidence.Found found)) {
                continue;
            }
            for (var field : fetch.fills()) {
                var line = found.lines().getOrDefault(field, "");
                if (!line.isEmpty()) filled.putIfAbsent(field, new Filled(line, found.name()));
            }
        }
        return filled;
    }
}
