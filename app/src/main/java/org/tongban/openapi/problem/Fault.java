package org.tongban.openapi.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/** One place of a request that cannot be taken as it is. */
@Schema(description = "One place of the request that has to be put right.")
public record Fault(
        @Schema(
                        description =
                                "JSON Pointer (RFC 6901) into the request; files count as"
                                        + " /files/{material}",
                        example = "/applicant/mobile")
                String pointer,
        @Schema(description = "Stable, kebab-case", example = "missing") String code,
        @Schema(description = "What to do, in Chinese", example = "请填写手机号码") String detail) {

    /** A place named by its steps from the root; {@code ~} and {@code /} are escaped. */
    public static String pointer(String... steps) {
        var pointer = new StringBuilder();
        for (var step : steps) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
