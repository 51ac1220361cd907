package org.tongban.openapi.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A problem as it is sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem details (RFC 9457), sent as application/problem+json.")
public record Problem(
        @Schema(example = "urn:tongban:problem:stale") String type,
        @Schema(description = "The status in words", example = "Conflict") String title,
        @Schema(example = "409") int status,
        @Schema(description = "Stable: programs switch over it", example = "stale") String code,
        @Schema(description = "For people, in Chinese", example = "办件已被他人更新，请重新读取后再办理。")
                String detail,
        @Schema(description = "The places to put right, if the problem has places")
                List<Fault> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemCode code, String detail, List<Fault> errors) {
        return new Problem(
                "urn:tongban:problem:" + code.code(),
                code.status().getReasonPhrase(),
                code.status().value(),
                code.code(),
                detail,
                errors);
    }
}
