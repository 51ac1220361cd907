package org.tongban.certificates.direct;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;

/**
 * Who issues without a case: posts that review propose, posts that decide agree, both of an office
 * that the type names. Overseers look on.
 */
@Component
class DirectDoor {

    static final String PATH = "/staff/direct-issues";

    private final DirectIssues issues;
    private final KnownTypes types;

    DirectDoor(DirectIssues issues, KnownTypes types) {
        this.issues = issues;
        this.types = types;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    /** What somebody may propose: a type for an office of theirs. */
    record Offer(CertificateType type, String agency) {}

    List<Offer> offers(StaffPrincipal staff) {
        if (!staff.has("review") && !staff.has("decide")) return List.of();
        return types.all().stream()
                .flatMap(
                        type ->
                                staff.agencies().stream()
                                        .filter(type::mayBeIssuedBy)
                                        .sorted()
                                        .map(agency -> new Offer(type, agency)))
                .toList();
    }

    Offer offer(String type, String agency, StaffPrincipal staff) {
        return offers(staff).stream()
                .filter(one -> one.type().key().equals(type) && one.agency().equals(agency))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean isOpenTo(StaffPrincipal staff) {
        return staff.has("supervise") || !offers(staff).isEmpty();
    }

    void requireRight(StaffPrincipal staff) {
        if (!isOpenTo(staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    DirectIssue open(UUID id, StaffPrincipal staff) {
        requireRight(staff);
        return issues.find(id)
                .filter(one -> staff.has("supervise") || staff.agencies().contains(one.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whoever proposed does not agree as well. */
    boolean mayDecide(DirectIssue issue, StaffPrincipal staff) {
        return Optional.of(issue)
                .filter(one -> one.state() == DirectIssue.State.PROPOSED)
                .filter(one -> staff.has("decide") && staff.agencies().contains(one.agency()))
                .filter(one -> !one.proposedLogin().equals(staff.login()))
                .isPresent();
    }
}
