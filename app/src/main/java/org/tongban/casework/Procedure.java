package org.tongban.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A special procedure on a case.
 *
 * @param kind as in the place's dictionary: the eight of article 45, 听证 … 专家评审, and others
 * @param startedOn the clocks stand still from this day on, if it stops them
 * @param endedOn the last day on which they stand still; absent while it goes on
 * @param expectedDays working days as told to the applicant in writing
 * @param basis its legal basis; absent: article 45
 * @param counted true: its days count and the clocks go on; absent: they stand still
 */
public record Procedure(
        String kind,
        String reason,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        int expectedDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String basis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counted) {

    /** One of article 45. */
    public Procedure(
            String kind,
            String reason,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            int expectedDays) {
        this(kind, reason, startedOn, endedOn, expectedDays, null, null);
    }

    /** Whether the clocks stand still while it runs. */
    public boolean stops() {
        return !Boolean.TRUE.equals(counted);
    }

    /** On what it rests. */
    public String ground() {
        return basis == null ? "行政许可法第四十五条" : basis;
    }

    public boolean isRunning() {
        return endedOn == null;
    }

    public Optional<LocalDate> ended() {
        return Optional.ofNullable(endedOn);
    }
}
