package org.tongban.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.law.LegalBasis;

/**
 * The hearing of a case, as far as it has come.
 *
 * @param on when it is held; known once it is called
 */
@LegalBasis("licensing/47/1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hearing(
        State state, @Nullable LocalDate on, @Nullable String place, @Nullable String chair) {

    /** How far it has come. */
    public enum State {
        /** Told that it may be asked for. */
        OFFERED,
        ASKED,
        CALLED,
        HELD,
        /** Asked for by somebody whom the matter does not concern. */
        DECLINED
    }

    /** Asked for and not held: nothing is decided before. */
    public boolean isOwed() {
        return state == State.ASKED || state == State.CALLED;
    }
}
