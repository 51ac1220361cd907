package org.tongban.openapi.application;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.RegisteredCase;

/** The receipt: the same however often it is asked for. */
@Schema(name = "Receipt", description = "What was handed in, and by when the office answers.")
record SubmittedAnswer(
        @Schema(example = "990101202603020J00001") String caseNo,
        @Schema(description = "With it the applicant looks the case up; give it to nobody else")
                String queryCode,
        LocalDate receivedOn,
        @Schema(description = "Without an answer by this day the application counts as accepted")
                LocalDate answerBy) {

    static SubmittedAnswer of(RegisteredCase made) {
        var file = made.file();
        var first =
                file.clocks().stream()
                        .filter(clock -> clock.kind() == ClockKind.ANSWER)
                        .findFirst()
                        .flatMap(Clock::due)
                        .orElse(file.receivedOn());
        return new SubmittedAnswer(file.caseNo(), made.queryCode(), file.receivedOn(), first);
    }

    /** Never the query code: this may reach a log. */
    @Override
    public String toString() {
        return "Receipt[" + caseNo + "]";
    }
}
