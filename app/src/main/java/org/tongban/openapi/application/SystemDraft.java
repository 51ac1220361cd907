package org.tongban.openapi.application;

import java.util.List;
import java.util.UUID;
import org.tongban.casework.SubmittedFile;

/**
 * A draft of another system.
 *
 * @param id becomes the id of the case
 * @param sent whether it has become one
 */
record SystemDraft(
        UUID id,
        String itemKey,
        int itemVersion,
        DraftContent content,
        List<SubmittedFile> files,
        boolean sent) {

    SystemDraft {
        files = List.copyOf(files);
    }
}
