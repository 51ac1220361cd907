package org.tongban.certificates.paper;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;

/**
 * The one way to old paper: of an office to its own, of overseers to all of it. Only the office
 * acts.
 */
@Component
class PaperDoor {

    static final String PATH = "/staff/old-paper";

    private final PaperBatches batches;
    private final Directory directory;

    PaperDoor(PaperBatches batches, Directory directory) {
        this.batches = batches;
        this.directory = directory;
    }

    static String path(UUID batch) {
        return PATH + "/" + batch;
    }

    static String path(UUID batch, int line) {
        return path(batch) + "/lines/" + line;
    }

    /** Offices for which somebody takes old paper in; empty for those who only look on. */
    List<Agency> own(StaffPrincipal staff) {
        if (!staff.has("review") && !staff.has("decide")) return List.of();
        var place = directory.current();
        return staff.agencies().stream()
                .sorted()
                .flatMap(agency -> place.agency(agency).stream())
                .toList();
    }

    /** Keys of the offices whose old paper somebody sees. */
    List<String> seen(StaffPrincipal staff) {
        requireRight(staff);
        return staff.has("supervise")
                ? directory.current().agencies().stream().map(Agency::key).toList()
                : own(staff).stream().map(Agency::key).toList();
    }

    void requireRight(StaffPrincipal staff) {
        if (!staff.has("supervise") && own(staff).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    PaperBatch open(UUID batch, StaffPrincipal staff) {
        var seen = seen(staff);
        return batches.find(batch)
                .filter(one -> seen.contains(one.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    PaperLine open(UUID batch, int line, StaffPrincipal staff) {
        open(batch, staff);
        return batches.line(batch, line)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean isOwn(PaperBatch batch, StaffPrincipal staff) {
        return own(staff).stream().anyMatch(agency -> agency.key().equals(batch.agency()));
    }

    /** Whoever handed a table in does not also say that it is right. */
    boolean maySayItIsRight(PaperBatch batch, StaffPrincipal staff) {
        return isOwn(batch, staff) && !batch.login().equals(staff.login());
    }
}
