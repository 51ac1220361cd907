package org.tongban.catalogue.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A draft as it is stored.
 *
 * @param version counts every change
 * @param content the entry's own elements, in the shape of a pack's file
 * @param touched by page of the editor, who changed it last
 * @param changedOn 变更日: the day on which the condition itself changed
 */
public record DraftFile(
        UUID draftId,
        String itemKey,
        String baseCode,
        String agency,
        DraftState state,
        int version,
        Map<String, Object> content,
        Map<String, Touch> touched,
        Set<Office> agreed,
        UUID author,
        LocalDate changedOn,
        String reason,
        Instant updatedAt) {

    /** Who changed a page last, and when. */
    public record Touch(String staffId, String who, String at) {}
}
