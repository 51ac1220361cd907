package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a case. */
@Schema(name = "Timeline")
record TimelineAnswer(String caseNo, List<Line> lines) {

    TimelineAnswer {
        lines = List.copyOf(lines);
    }

    /** One act. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineLine")
    record Line(
            @Schema(description = "Counts from 1") int seq,
            Instant at,
            @Schema(
                            description =
                                    "submitted, accepted, corrections-told, corrections-supplied,"
                                            + " not-corrected, acceptance-refused, step-passed,"
                                            + " step-returned, procedure-started, procedure-ended,"
                                            + " extended, granted, refused, withdrawn or delivered")
                    String act,
            @Schema(example = "已受理") String title,
            @Schema(description = "For people, in Chinese; may be empty") String text,
            @Schema(description = "Who acted; only with the scope staff.act")
                    @Nullable String by) {}
}
