package org.tongban.packages.visits;

import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.draft.FileAnswers;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;

/**
 * The way to the joint visits of an application: for the offices of its parts, and what is theirs.
 */
@Component
class VisitDoor {

    private final PackageCases store;
    private final JointVisits visits;
    private final GoTogether together;
    private final FileAnswers answers;

    VisitDoor(PackageCases store, JointVisits visits, GoTogether together, FileAnswers answers) {
        this.store = store;
        this.visits = visits;
        this.together = together;
        this.answers = answers;
    }

    /** The application, for whoever works for an office of one of its parts. */
    PackageCase found(String no, StaffPrincipal staff) {
        if (Stream.of("accept", "review", "decide", "supervise").noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return store.numbered(no)
                .filter(
                        whole ->
                                whole.parts().stream()
                                        .map(PackageCase.Part::agency)
                                        .anyMatch(staff::reaches))
                .orElseThrow(VisitDoor::notFound);
    }

    /** A part of which the reader has a step in hand; others are not theirs to act on. */
    PackageCase.Part own(PackageCase whole, String key, StaffPrincipal staff) {
        return together.own(whole, staff).stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /** A picture that came with the record of a visit. */
    ResponseEntity<Resource> picture(PackageCase whole, UUID visit, UUID fileNo) {
        return visits.of(whole.id()).stream()
                .filter(one -> one.id().equals(visit))
                .flatMap(one -> one.files().stream())
                .filter(file -> file.fileNo().equals(fileNo))
                .findFirst()
                .map(answers::of)
                .orElseThrow(VisitDoor::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
