package org.tongban.openapi.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongban.certificates.FactChecks;

/** The answer: no data beside it. */
@Schema(name = "FactAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactAnswer(
        @Schema(
                        description =
                                "`yes`: held and valid today; `no`: held, and not valid;"
                                        + " `unknown`: the library knows of none, which proves"
                                        + " nothing")
                String answer,
        @Schema(description = "Last day of the valid one; left out: without end")
                @Nullable LocalDate validUntil,
        @Schema(description = "Why it is not valid: expired, suspended, revoked")
                @Nullable String standing) {

    static FactAnswer of(FactChecks.Answered answered) {
        return new FactAnswer(
                key(answered.answer()),
                answered.validUntil().orElse(null),
                answered.standing().map(FactAnswer::key).orElse(null));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
