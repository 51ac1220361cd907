package org.tongban.openapi.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalInt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.SystemPrincipal;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.RegisteredCase;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Directory;
import org.tongban.openapi.SystemActor;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;

/**
 * Cases: those that the system itself handed in, and with the scope {@code staff.act} those within
 * its officer's reach. Any other case is not there.
 */
@RestController
@RequestMapping(path = "/api/v1/cases/{caseNo}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "cases",
        description =
                "Cases that the system handed in and, with the scope `staff.act`, cases within the"
                        + " reach of its member of staff.")
class CasesApi {

    private static final String READ = "cases.read";
    private static final String ACT = "staff.act";
    private static final String NUMBER = "The case number, with or without hyphens";

    private final CaseRegister register;
    private final Casework casework;
    private final CaseAnswers answers;
    private final RefusalAnswer refusals;
    private final SystemActor actors;
    private final Directory directory;

    CasesApi(
            CaseRegister register,
            Casework casework,
            CaseAnswers answers,
            RefusalAnswer refusals,
            SystemActor actors,
            Directory directory) {
        this.register = register;
        this.casework = casework;
        this.answers = answers;
        this.refusals = refusals;
        this.actors = actors;
        this.directory = directory;
    }

    @GetMapping
    @Open(door = Door.SYSTEM_API, right = READ, audit = "api.case.shown")
    @Operation(
            operationId = "getCase",
            summary = "How a case stands",
            description = "With its terms, each day of them explained, and the outcome.")
    CaseAnswer show(
            @Parameter(description = NUMBER) @PathVariable String caseNo,
            @Parameter(hidden = true) SystemPrincipal system) {
        var registered = visible(caseNo, system);
        return answers.of(registered, isWithinReach(registered, system));
    }

    @GetMapping("/timeline")
    @Open(door = Door.SYSTEM_API, right = READ, audit = "api.case.timeline-shown")
    @Operation(
            operationId = "getTimeline",
            summary = "What happened to a case",
            description = "Opinions and names of officers only with the scope `staff.act`.")
    TimelineAnswer timeline(
            @Parameter(description = NUMBER) @PathVariable String caseNo,
            @Parameter(hidden = true) SystemPrincipal system) {
        var registered = visible(caseNo, system);
        return answers.timeline(registered, isWithinReach(registered, system));
    }

    @PostMapping(path = "/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Open(door = Door.SYSTEM_API, right = ACT, audit = "api.case.acted-on")
    @Operation(
            operationId = "act",
            summary = "Act on a case",
            description =
                    "Carried out with the rights and posts of the member of staff for whom the"
                            + " system acts. Refused with a problem whose `code` names the reason;"
                            + " nothing is changed then.")
    CaseAnswer act(
            @Parameter(description = NUMBER) @PathVariable String caseNo,
            @RequestBody ActRequest request,
            @Parameter(hidden = true) SystemPrincipal system) {
        var actor = actors.officer(system);
        var before = visible(caseNo, system);
        if (!isWithinReach(before, system)) throw noSuchCase();
        var performed =
                casework.perform(
                        before.file().caseId(),
                        OptionalInt.of(request.seenVersion()),
                        request.actId(),
                        request.toAct(directory.current()),
                        actor);
        return switch (performed) {
            case Performed.Done(var file) -> answers.of(after(before, file), true);
            case Performed.Already(var file) -> answers.of(after(before, file), true);
            case Performed.Refused(var why) -> throw refusals.of(why);
        };
    }

    private static RegisteredCase after(RegisteredCase before, org.tongban.casework.CaseFile file) {
        return new RegisteredCase(file, before.channel(), before.queryCode(), before.submittedBy());
    }

    /** A case that is not the system's business is answered like one that does not exist. */
    private RegisteredCase visible(String caseNo, SystemPrincipal system) {
        return CaseNumber.read(caseNo)
                .value()
                .flatMap(number -> register.find(number.value()))
                .filter(
                        found ->
                                found.submittedBy().equals(system.getName())
                                        || isWithinReach(found, system))
                .orElseThrow(CasesApi::noSuchCase);
    }

    private boolean isWithinReach(RegisteredCase found, SystemPrincipal system) {
        return system.scopes().contains(ACT)
                && actors.find(system)
                        .filter(
                                staff ->
                                        staff.reaches(found.file().agency())
                                                || found.file().tasks().stream()
                                                        .anyMatch(
                                                                task ->
                                                                        staff.posts()
                                                                                .contains(
                                                                                        task
                                                                                                .post())))
                        .isPresent();
    }

    private static Refused noSuchCase() {
        return Refused.because(ProblemCode.NO_SUCH_CASE);
    }
}
