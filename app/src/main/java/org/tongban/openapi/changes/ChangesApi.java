package org.tongban.openapi.changes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.SystemPrincipal;
import org.tongban.certificates.CertificateChanges;
import org.tongban.certificates.CertificateChanges.Position;
import org.tongban.directory.Directory;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.sharing.Resources;
import org.tongban.sharing.Subscription;
import org.tongban.sharing.Subscriptions;
import org.tongban.sharing.Subscriptions.Outcome;

/** The changes to which an office has subscribed, for its system. */
@RestController
@RequestMapping(path = "/api/v1/subscriptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "subscriptions", description = "Changes of shared data, from where one stopped.")
class ChangesApi {

    private static final int MOST = 200;

    private final Subscriptions subscriptions;
    private final Resources resources;
    private final CertificateChanges changes;
    private final Directory directory;

    ChangesApi(
            Subscriptions subscriptions,
            Resources resources,
            CertificateChanges changes,
            Directory directory) {
        this.subscriptions = subscriptions;
        this.resources = resources;
        this.changes = changes;
        this.directory = directory;
    }

    /** Some changes. */
    @Schema(name = "SharedChanges")
    record Some(
            List<One> changes,
            @Schema(description = "Give it back as `after`; it moves also where `changes` is empty")
                    String next,
            @Schema(description = "Whether nothing came after `next` at the moment")
                    boolean upToDate) {}

    /** One change; nothing of the holder. */
    @Schema(name = "SharedChange")
    record One(
            String position,
            Instant at,
            @Schema(description = "Identifier of the certificate's version") String identifier,
            @Schema(description = "Number of the certificate") String number,
            @Schema(description = "issue, renewal, suspension, … as in lower case of the act")
                    String operation) {}

    @GetMapping("/{id}/changes")
    @Open(door = Door.SYSTEM_API, right = "changes.read", audit = "api.changes.read")
    @Operation(
            operationId = "readChanges",
            summary = "Read changes from where one stopped",
            description =
                    "At most 200 changes after the given position; without one, from the beginning"
                            + " of the subscription. The system has to act for an officer of the"
                            + " office that subscribed. Every reading is on record with its"
                            + " purpose, refused ones too. Refused with `not-on-the-list` when the"
                            + " office's right to ask was taken back or has run out.")
    Some read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String after,
            @Parameter(hidden = true) SystemPrincipal system) {
        var subscription = own(id, system);
        var reader = new Subscriptions.Reader(system.clientId(), system.name());
        var from =
                after.isEmpty()
                        ? changes.at(subscription.begun())
                        : Position.of(after)
                                .orElseThrow(() -> Refused.because(ProblemCode.BAD_REQUEST));
        if (!subscriptions.mayHave(
                subscription.resource(), subscription.agency(), subscription.item())) {
            subscriptions.record(
                    subscription, reader, from.word(), from.word(), 0, Outcome.NO_RIGHT);
            throw Refused.because(ProblemCode.NOT_ON_THE_LIST);
        }
        var type =
                resources
                        .find(subscription.resource())
                        .map(resource -> resource.standsFor())
                        .orElseThrow();
        var some = changes.after(Objects.requireNonNull(type), from, MOST);
        // On record before anything goes out.
        subscriptions.record(
                subscription,
                reader,
                from.word(),
                some.next().word(),
                some.changes().size(),
                Outcome.DELIVERED);
        return new Some(
                some.changes().stream().map(ChangesApi::one).toList(),
                some.next().word(),
                some.isAll());
    }

    private static One one(CertificateChanges.Change change) {
        return new One(
                change.position().word(),
                change.at(),
                change.identifier(),
                change.number(),
                change.operation().name().toLowerCase(Locale.ROOT));
    }

    /** One that stands and is the office's own; others do not exist for the caller. */
    private Subscription own(UUID id, SystemPrincipal system) {
        var staff =
                Optional.ofNullable(system.staffId())
                        .flatMap(directory::principal)
                        .orElseThrow(() -> Refused.because(ProblemCode.NO_STAFF_BINDING));
        return subscriptions
                .find(id)
                .filter(one -> one.ended().isEmpty())
                .filter(one -> staff.agencies().contains(one.agency()))
                .orElseThrow(() -> Refused.because(ProblemCode.NOT_FOUND));
    }
}
