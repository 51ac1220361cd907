package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Hearing;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Procedure;

/**
 * How a case stands, told twice: by its row, and by its event line alone. The two are made by code
 * that shares nothing, so that they agree only if the line says all that happened. Who holds which
 * task and every clock's day are not in it: those the engine counts from the same facts.
 *
 * @param told materials that were told to correct
 * @param owed names of promised papers that have not come
 * @param procedure the special procedure that goes on
 */
public record Standing(
        CaseState state,
        Optional<Outcome> outcome,
        int version,
        Optional<LocalDate> acceptedOn,
        Set<String> told,
        boolean extended,
        Set<String> owed,
        Optional<String> procedure,
        Optional<Hearing.State> hearing,
        boolean simulated) {

    public Standing {
        told = Set.copyOf(told);
        owed = Set.copyOf(owed);
    }

    /** As the row has it. */
    public static Standing of(CaseFile file) {
        return new Standing(
                file.state(),
                file.result(),
                file.version(),
                Optional.ofNullable(file.acceptedOn()),
                materials(file.corrections()),
                file.extended(),
                file.papersOwed().stream().map(Pledge::name).collect(Collectors.toSet()),
                file.runningProcedure().map(Procedure::kind),
                file.heard().map(Hearing::state),
                file.isSimulated());
    }

    /**
     * As the line has it.
     *
     * @param line from the first act on
     * @throws IllegalArgumentException when it does not begin with the handing in
     */
    public static Standing of(List<CaseEvent> line) {
        if (line.isEmpty() || !(line.getFirst() instanceof CaseEvent.Submitted)) {
            throw new IllegalArgumentException("a line begins with the handing in");
        }
        var standing =
                new Standing(
                        CaseState.RECEIVED,
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Set.of(),
                        false,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        for (var event : line.subList(1, line.size())) {
            standing = standing.after(event).counted();
        }
        return standing;
    }

    private Standing after(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted _ -> this;
            case CaseEvent.Accepted it -> to(CaseState.REVIEWING).accepted(it.acceptedOn());
            case CaseEvent.AcceptedTolerantly it ->
                    to(CaseState.REVIEWING).accepted(it.acceptedOn()).owing(names(it.owed()));
            case CaseEvent.CorrectionsTold it -> correcting(it.corrections());
            case CaseEvent.CorrectionsToldAgain it -> correcting(it.corrections());
            case CaseEvent.CorrectionsSupplied _ -> to(CaseState.RECEIVED);
            case CaseEvent.PapersBrought it -> owing(it.stillOwed());
            case CaseEvent.PapersRejected it -> owing(joined(owed, it.names()));
            case CaseEvent.NotCorrected _ -> ended(CaseState.CLOSED, Outcome.NOT_CORRECTED);
            case CaseEvent.AcceptanceRefused _ -> ended(CaseState.CLOSED, Outcome.NOT_ACCEPTED);
            case CaseEvent.PapersNeverCame _ -> ended(CaseState.CLOSED, Outcome.NOT_SUPPLEMENTED);
            case CaseEvent.Withdrawn _ -> ended(CaseState.CLOSED, Outcome.WITHDRAWN);
            case CaseEvent.Voided _ -> ended(CaseState.CLOSED, Outcome.VOIDED);
            case CaseEvent.SimulationEnded _ -> ended(CaseState.CLOSED, Outcome.NOT_PREPARED);
            case CaseEvent.Granted _ -> ended(CaseState.DECIDED, Outcome.GRANTED);
            case CaseEvent.Refused _ -> ended(CaseState.DECIDED, Outcome.REFUSED);
            case CaseEvent.AutomaticallyGranted it ->
                    accepted(it.acceptedOn()).ended(CaseState.DECIDED, Outcome.GRANTED);
            case CaseEvent.HigherDecided it ->
                    ended(CaseState.DECIDED, it.granted() ? Outcome.GRANTED : Outcome.REFUSED);
            case CaseEvent.Delivered _ -> to(CaseState.CLOSED);
            case CaseEvent.GrantRevoked _ -> ended(CaseState.CLOSED, Outcome.REVOKED);
            case CaseEvent.Forwarded _ -> to(CaseState.FORWARDED);
            case CaseEvent.SimulationBegun _ -> to(CaseState.REVIEWING).simulating(true);
            case CaseEvent.SimulationPassed _ -> to(CaseState.PREPARED);
            case CaseEvent.MadeReal it -> {
                var real = simulating(false).accepted(it.acceptedOn());
                yield it.granted() ? real.ended(CaseState.DECIDED, Outcome.GRANTED) : real;
            }
            case CaseEvent.ProcedureStarted it -> inProcedure(Optional.of(it.procedure()));
            case CaseEvent.ProcedureEnded _ -> inProcedure(Optional.empty());
            case CaseEvent.HearingRightTold _ -> heard(Hearing.State.OFFERED);
            case CaseEvent.HearingAsked _ -> heard(Hearing.State.ASKED);
            case CaseEvent.HearingCalled _ ->
                    heard(Hearing.State.CALLED).inProcedure(Optional.of(Article45.HEARING));
            case CaseEvent.HearingHeld _ -> heard(Hearing.State.HELD).inProcedure(Optional.empty());
            case CaseEvent.Extended _ -> lengthened();
            case CaseEvent.SupplementExtended _,
                    CaseEvent.StepPassed _,
                    CaseEvent.StepReturned _,
                    CaseEvent.Consulted _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.SilenceTaken _,
                    CaseEvent.HandedOver _,
                    CaseEvent.VisitRecorded _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.CommitmentHeld _,
                    CaseEvent.CommitmentDoubted _,
                    CaseEvent.Pleaded _,
                    CaseEvent.GrantLetStand _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.TermsRecounted _ ->
                    this;
        };
    }

    private Standing counted() {
        return with(state, outcome, version + 1, acceptedOn, told);
    }

    private Standing to(CaseState next) {
        return with(next, outcome, version, acceptedOn, told);
    }

    private Standing accepted(LocalDate on) {
        return with(state, outcome, version, Optional.of(on), told);
    }

    private Standing correcting(List<Act.Correction> corrections) {
        return with(
                CaseState.CORRECTING,
                outcome,
                version,
                acceptedOn,
                joined(told, materials(corrections)));
    }

    /** Nothing is owed and nothing goes on in a case that has come to its end. */
    private Standing ended(CaseState next, Outcome how) {
        return new Standing(
                next,
                Optional.of(how),
                version,
                acceptedOn,
                told,
                extended,
                Set.of(),
                Optional.empty(),
                hearing,
                simulated);
    }

    private Standing with(
            CaseState newState,
            Optional<Outcome> newOutcome,
            int newVersion,
            Optional<LocalDate> accepted,
            Set<String> newTold) {
        return new Standing(
                newState,
                newOutcome,
                newVersion,
                accepted,
                newTold,
                extended,
                owed,
                procedure,
                hearing,
                simulated);
    }

    private Standing lengthened() {
        return new Standing(
                state,
                outcome,
                version,
                acceptedOn,
                told,
                true,
                owed,
                procedure,
                hearing,
                simulated);
    }

    private Standing owing(Collection<String> names) {
        return new Standing(
                state,
                outcome,
                version,
                acceptedOn,
                told,
                extended,
                Set.copyOf(names),
                procedure,
                hearing,
                simulated);
    }

    private Standing inProcedure(Optional<String> kind) {
        return new Standing(
                state,
                outcome,
                version,
                acceptedOn,
                told,
                extended,
                owed,
                kind,
                hearing,
                simulated);
    }

    private Standing heard(Hearing.State how) {
        return new Standing(
                state,
                outcome,
                version,
                acceptedOn,
                told,
                extended,
                owed,
                procedure,
                Optional.of(how),
                simulated);
    }

    private Standing simulating(boolean whether) {
        return new Standing(
                state,
                outcome,
                version,
                acceptedOn,
                told,
                extended,
                owed,
                procedure,
                hearing,
                whether);
    }

    private static Set<String> materials(List<Act.Correction> corrections) {
        return corrections.stream().map(Act.Correction::material).collect(Collectors.toSet());
    }

    private static List<String> names(List<Pledge> pledges) {
        return pledges.stream().map(Pledge::name).toList();
    }

    private static Set<String> joined(Collection<String> some, Collection<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
