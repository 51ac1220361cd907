package org.tongban.casework.apply;

import java.util.List;
import org.tongban.web.Tag;

/**
 * The parts of an application and which of them are done.
 *
 * @param newVersion whether the item has been published anew since
 */
public record PartsPage(
        String path,
        String item,
        String applicant,
        String saved,
        List<Part> parts,
        boolean newVersion,
        boolean ready) {

    /** One part. */
    public record Part(String title, String href, String note, Tag tag) {}

    public PartsPage {
        parts = List.copyOf(parts);
    }
}
