package org.tongban.catalogue.editor;

import java.util.List;

/**
 * One entry with everything that the guide check found in it.
 *
 * @param found in the order of the rules; empty for a guide that is as it should be
 */
public record CheckedEntry(String key, String name, String agency, List<DraftPage.Line> found) {
    public CheckedEntry {
        found = List.copyOf(found);
    }
}
