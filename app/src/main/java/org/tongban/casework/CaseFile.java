package org.tongban.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case as the engine sees it: everything a decision needs, nothing personal. Rebuilt from one
 * row, never changed: an act makes the next one.
 *
 * @param version counts the acts; an act on an older one is stale
 * @param plan keys of the item's steps that apply to this case, by what the form says
 * @param corrections what the office told to correct; empty if nothing
 * @param pledges what the applicant promised in place of papers
 * @param consultations others who were asked in, in the order in which they were
 * @param hearing as far as it has come; absent while none was offered
 * @param simulation what it waits for; absent in a case that counts
 * @param fetched keys of the materials that the office got itself
 * @param takeover from whom it was taken over; absent where it was accepted
 */
public record CaseFile(
        UUID caseId,
        String caseNo,
        CaseState state,
        @Nullable Outcome outcome,
        int version,
        String itemKey,
        int itemVersion,
        String agency,
        Act.DeliveryWay delivery,
        LocalDate receivedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate decidedOn,
        List<String> plan,
        List<CaseTask> tasks,
        List<Clock> clocks,
        List<Procedure> procedures,
        List<Act.Correction> corrections,
        boolean toldOnce,
        boolean extended,
        List<Pledge> pledges,
        List<Consultation> consultations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hearing hearing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Simulation simulation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> fetched,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Takeover takeover) {

    public CaseFile {
        plan = List.copyOf(plan);
        tasks = List.copyOf(tasks);
        clocks = List.copyOf(clocks);
        procedures = List.copyOf(procedures);
        corrections = List.copyOf(corrections);
        // A row written before promises and consultations were kept has none.
        pledges = pledges == null ? List.of() : List.copyOf(pledges);
        consultations = consultations == null ? List.of() : List.copyOf(consultations);
        fetched = fetched == null ? List.of() : List.copyOf(fetched);
        if ((state == CaseState.DECIDED || state == CaseState.CLOSED) != (outcome != null)) {
            throw new IllegalArgumentException(
                    "a case has an outcome exactly when it is decided or closed: " + caseNo);
        }
    }

    public Optional<Outcome> result() {
        return Optional.ofNullable(outcome);
    }

    public List<CaseTask> openTasks() {
        return tasks.stream().filter(CaseTask::isOpen).toList();
    }

    /** The consultation that a task answers; empty for a step itself. */
    public Optional<Consultation> consultationOf(CaseTask task) {
        return consultations.stream().filter(c -> task.answers(c.no())).findFirst();
    }

    public Optional<CaseTask> openTask(int no) {
        return tasks.stream().filter(task -> task.no() == no && task.isOpen()).findFirst();
    }

    /** The open clock of a kind; there is at most one. */
    public Optional<Clock> openClock(ClockKind kind) {
        return clocks.stream().filter(c -> c.kind() == kind && c.isOpen()).findFirst();
    }

    /** The latest clock of a kind, open or not. */
    public Optional<Clock> clock(ClockKind kind) {
        return clocks.reversed().stream().filter(c -> c.kind() == kind).findFirst();
    }

    public Optional<Procedure> runningProcedure() {
        return procedures.stream().filter(Procedure::isRunning).findFirst();
    }

    /** Whether it is reviewed without effect, for want of a precondition. */
    public boolean isSimulated() {
        return simulation != null;
    }

    /** What it waits for; empty in a case that counts. */
    public Optional<Simulation> simulated() {
        return Optional.ofNullable(simulation);
    }

    /** The office that had it before, if another one has taken it over. */
    public Optional<String> formerAgency() {
        return Optional.ofNullable(takeover).map(Takeover::from);
    }

    public Optional<Hearing> heard() {
        return Optional.ofNullable(hearing);
    }

    /** Papers that were promised and have not come. */
    public List<Pledge> papersOwed() {
        return pledges.stream().filter(Pledge::isPaperOwed).toList();
    }

    /** What was promised for a material, if anything was. */
    public Optional<Pledge> pledge(String material) {
        return pledges.stream().filter(p -> p.material().equals(material)).findFirst();
    }

    /**
     * The clock that people look at now: the office's answer, the applicant's correction, the
     * promised term, the statutory one once it was extended, the hand-over.
     */
    public Optional<Clock> leadingClock() {
        return switch (state) {
            case RECEIVED -> openClock(ClockKind.ANSWER);
            case CORRECTING -> openClock(ClockKind.CORRECTION);
            case REVIEWING ->
                    extended
                            ? openClock(ClockKind.STATUTORY)
                            : openClock(ClockKind.PROMISED)
                                    .or(() -> openClock(ClockKind.STATUTORY));
            case FORWARDED -> openClock(ClockKind.HIGHER);
            case PREPARED -> Optional.empty();
            case DECIDED -> openClock(ClockKind.DELIVERY);
            case CLOSED -> clock(ClockKind.PROMISED);
        };
    }
}
