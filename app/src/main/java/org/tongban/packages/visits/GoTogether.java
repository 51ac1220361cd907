package org.tongban.packages.visits;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Officer;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.StaffActor;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PartState;

/**
 * What an office does in a joint visit with its own case: nobody writes on the line of another
 * one's. The same record taken over twice is on the line once.
 */
@Component
class GoTogether {

    private final JointVisits visits;
    private final Casework casework;
    private final Directory directory;

    GoTogether(JointVisits visits, Casework casework, Directory directory) {
        this.visits = visits;
        this.casework = casework;
        this.directory = directory;
    }

    /** Parts of which the reader has a step in their hands. */
    List<PackageCase.Part> own(PackageCase whole, StaffPrincipal staff) {
        return whole.parts().stream()
                .filter(part -> part.state() == PartState.RUNNING)
                .filter(part -> task(part, staff).isPresent())
                .toList();
    }

    private Optional<CaseTask> task(PackageCase.Part part, StaffPrincipal staff) {
        var actor = StaffActor.of(staff);
        return part.caseId()
                .flatMap(casework::find)
                .flatMap(
                        file ->
                                file.openTasks().stream()
                                        .filter(task -> task.isHeldBy(actor))
                                        .findFirst());
    }

    /** The name of the step in the reader's hands that a visit can answer. */
    Optional<String> waiting(PackageCase.Part part, StaffPrincipal staff) {
        return task(part, staff).filter(task -> !task.decision()).map(CaseTask::name);
    }

    /**
     * Puts the record of a visit that took place on the line of one's own case, and where it is
     * wanted passes the step that waited for it.
     *
     * @param opinion with which the step is passed; empty: it stays open
     * @return why not, where it could not be done
     */
    @LegalBasis("licensing/34")
    Optional<Refusal> takeOver(
            JointVisit visit,
            PackageCase.Part part,
            Optional<String> opinion,
            StaffPrincipal staff) {
        var held = visit.held().orElseThrow();
        var caseId = part.caseId().orElseThrow();
        var waiting = task(part, staff).filter(task -> !task.decision());
        var recorded =
                perform(
                        caseId,
                        visit,
                        "record",
                        new Act.RecordVisit(
                                Act.Visit.SITE_VISIT,
                                held.on(),
                                visit.site(),
                                named(visit),
                                held.record(),
                                visit.files().size()),
                        pictures(visit, caseId),
                        staff);
        if (recorded.isPresent()) return recorded;
        visits.taken(visit.id(), part.key(), staff);
        if (opinion.isEmpty() || waiting.isEmpty()) return Optional.empty();
        return perform(
                caseId,
                visit,
                "pass",
                new Act.PassStep(waiting.get().no(), opinion.get()),
                List.of(),
                staff);
    }

    /** Everybody who went, with their office: the line of each case names all of them. */
    private List<Officer> named(JointVisit visit) {
        return visit.offices().stream()
                .flatMap(
                        office ->
                                office.officers().stream()
                                        .map(
                                                one ->
                                                        new Officer(
                                                                one.id(),
                                                                one.name(),
                                                                one.number(),
                                                                office.agency(),
                                                                shortName(office.agency()))))
                .toList();
    }

    /** The same content in each case, under a number of its own. */
    private static List<SubmittedFile> pictures(JointVisit visit, UUID caseId) {
        return visit.files().stream()
                .map(
                        file ->
                                new SubmittedFile(
                                        UUID.nameUUIDFromBytes(
                                                (file.fileNo() + "in" + caseId)
                                                        .getBytes(StandardCharsets.UTF_8)),
                                        SubmittedFile.VISIT,
                                        file.name(),
                                        file.sm3(),
                                        file.mediaType(),
                                        file.size()))
                .toList();
    }

    private String shortName(String agency) {
        return directory.current().agency(agency).map(Agency::shortName).orElse(agency);
    }

    private Optional<Refusal> perform(
            UUID caseId,
            JointVisit visit,
            String what,
            Act act,
            List<SubmittedFile> files,
            StaffPrincipal staff) {
        var actId =
                UUID.nameUUIDFromBytes(
                        (visit.id() + what + caseId).getBytes(StandardCharsets.UTF_8));
        return switch (casework.performWith(
                caseId, OptionalInt.empty(), actId, act, files, StaffActor.of(staff))) {
            case Performed.Done _, Performed.Already _ -> Optional.empty();
            case Performed.Refused(var why) -> Optional.of(why);
        };
    }
}
