package org.tongban.catalogue.life;

import java.time.Instant;
import java.util.UUID;

/**
 * What a reviewing office says at one place of a draft.
 *
 * @param path of the place; empty for the whole entry
 * @param answer of the agency; empty until it is given
 */
public record Remark(
        UUID remarkId,
        String path,
        Office office,
        String words,
        String who,
        Instant at,
        String answer,
        boolean settled) {

    /** Whether the agency still owes an answer. */
    public boolean isOpen() {
        return answer.isEmpty() && !settled;
    }
}
