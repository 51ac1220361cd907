package org.tongban.packages.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.casework.Officer;
import org.tongban.casework.SubmittedFile;
import org.tongban.law.LegalBasis;

/**
 * A visit to which several offices go together.
 *
 * @param site where
 * @param held empty until its record is written
 * @param offices that send somebody, in the order in which they joined
 * @param files pictures that came with the record
 */
record JointVisit(
        UUID id,
        UUID parent,
        LocalDate plannedOn,
        String site,
        UUID askedBy,
        String askedByName,
        Optional<Held> held,
        boolean isCalledOff,
        List<Office> offices,
        List<SubmittedFile> files) {

    /** Of so many offices officers have to come, or it is no joint visit. */
    static final int FEWEST_OFFICES = 2;

    JointVisit {
        offices = List.copyOf(offices);
        files = List.copyOf(files);
    }

    /** That it took place. */
    record Held(LocalDate on, String record, String by) {}

    /**
     * An office that sends somebody.
     *
     * @param part key of its part of the application
     * @param officers members of its staff
     * @param takenBy who put the record on the line of the office's case; empty until then
     */
    record Office(
            String part,
            UUID caseId,
            String agency,
            List<Officer> officers,
            Optional<String> takenBy) {
        Office {
            officers = List.copyOf(officers);
        }
    }

    /** Whether it is still to take place. */
    boolean isPlanned() {
        return held.isEmpty() && !isCalledOff;
    }

    Optional<Office> office(String part) {
        return offices.stream().filter(one -> one.part().equals(part)).findFirst();
    }

    /** Whether officers of different offices come, and two at least. */
    @LegalBasis("licensing/34")
    boolean isJoint() {
        return offices.stream().map(Office::agency).distinct().count() >= FEWEST_OFFICES
                && officers().map(Officer::id).distinct().count() >= FEWEST_OFFICES;
    }

    /** All who come. */
    Stream<Officer> officers() {
        return offices.stream().flatMap(one -> one.officers().stream());
    }
}
