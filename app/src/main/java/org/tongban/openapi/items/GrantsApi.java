package org.tongban.openapi.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.publication.PublishedGrant;
import org.tongban.casework.publication.PublishedGrants;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.openapi.problem.Words;

/** Granted licences, for everybody. */
@RestController
@RequestMapping(path = "/api/v1/permits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "permits", description = "Licences that were granted, as the public may read them.")
class GrantsApi {

    private final PublishedGrants grants;
    private final Words words;

    GrantsApi(PublishedGrants grants, Words words) {
        this.grants = grants;
        this.words = words;
    }

    /** A page of grants. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Permits")
    record GrantList(
            List<GrantAnswer> permits,
            @Schema(description = "Give it as `cursor` for the next page; absent on the last")
                    @Nullable String next) {
        GrantList {
            permits = List.copyOf(permits);
        }
    }

    /** One grant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Permit")
    record GrantAnswer(
            @Schema(description = "Number of the decision") String number,
            String item,
            String agency,
            @Schema(description = "A firm in full, a person in part") String holder,
            @Schema(description = "Of a firm") @Nullable String creditCode,
            LocalDate decidedOn,
            @Nullable LocalDate revokedOn) {

        static GrantAnswer of(PublishedGrant grant) {
            return new GrantAnswer(
                    grant.number(),
                    grant.item(),
                    grant.agency(),
                    grant.holder(),
                    grant.creditCode().isEmpty() ? null : grant.creditCode(),
                    grant.decidedOn(),
                    grant.revokedOn().orElse(null));
        }
    }

    @GetMapping
    @Open(door = Door.PUBLIC, audit = "api.permits.listed")
    @SecurityRequirements
    @Operation(
            operationId = "listPermits",
            summary = "Licences that were granted",
            description = "The latest first, at most 20 a page.")
    GrantList list(
            @Parameter(description = "Key of the agency that granted")
                    @RequestParam(defaultValue = "")
                    String agency,
            @Parameter(description = "Credit code of the firm") @RequestParam(defaultValue = "")
                    String creditCode,
            @Parameter(description = "`next` of the page before") @RequestParam(defaultValue = "")
                    String cursor) {
        var found = grants.page(given(agency), given(creditCode), behind(cursor));
        var more = found.size() > PublishedGrants.PAGE;
        var shown = found.stream().limit(PublishedGrants.PAGE).toList();
        return new GrantList(
                shown.stream().map(GrantAnswer::of).toList(),
                more ? shown.getLast().decidedOn() + "_" + shown.getLast().caseId() : null);
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(each -> !each.isEmpty());
    }

    private Optional<PublishedGrants.Place> behind(String cursor) {
        if (cursor.isEmpty()) return Optional.empty();
        var parts = cursor.split("_", -1);
        try {
            return Optional.of(
                    new PublishedGrants.Place(
                            LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1])));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Refused.because(
                    ProblemCode.INVALID, List.of(words.fault("/cursor", "unreadable", "cursor")));
        }
    }
}
