package org.tongban.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A special procedure of article 45 on a case.
 *
 * @param kind one of the eight: 听证 … 专家评审
 * @param startedOn the clocks stand still from this day on
 * @param endedOn the last day on which they stand still; absent while it goes on
 * @param expectedDays working days as told to the applicant in writing
 */
public record Procedure(
        String kind,
        String reason,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        int expectedDays) {

    public boolean isRunning() {
        return endedOn == null;
    }

    public Optional<LocalDate> ended() {
        return Optional.ofNullable(endedOn);
    }
}
