package org.tongban.casework.apply;

import java.util.List;
import java.util.UUID;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.web.ErrorSummary;

/**
 * Bringing what was promised.
 *
 * @param materials that are owed
 * @param act names this page's press of the button
 */
public record BringPage(
        String item,
        String path,
        String until,
        List<MaterialBlock> materials,
        UUID act,
        ErrorSummary errors) {

    public BringPage {
        materials = List.copyOf(materials);
    }
}
