package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Hearing;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;

/** How a case stands by what its line has told so far, from the handing in on. */
final class ToldByTheLine {

    private CaseState state = CaseState.RECEIVED;
    private Optional<Outcome> outcome = Optional.empty();
    private int version = 1;
    private Optional<LocalDate> acceptedOn = Optional.empty();
    private final Set<String> told = new LinkedHashSet<>();
    private boolean extended;
    private Set<String> owed = new LinkedHashSet<>();
    private Optional<String> procedure = Optional.empty();
    private Optional<Hearing.State> hearing = Optional.empty();
    private boolean simulated;

    Standing standing() {
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
                simulated);
    }

    void then(CaseEvent event) {
        version++;
        switch (event) {
            case CaseEvent.Accepted it -> accepted(it.acceptedOn());
            case CaseEvent.AcceptedTolerantly it -> {
                accepted(it.acceptedOn());
                owed = names(it.owed());
            }
            case CaseEvent.CorrectionsTold it -> correcting(it.corrections());
            case CaseEvent.CorrectionsToldAgain it -> correcting(it.corrections());
            case CaseEvent.CorrectionsSupplied _ -> state = CaseState.RECEIVED;
            case CaseEvent.PapersBrought it -> owed = new LinkedHashSet<>(it.stillOwed());
            case CaseEvent.PapersRejected it -> owed.addAll(it.names());
            case CaseEvent.NotCorrected _ -> ended(CaseState.CLOSED, Outcome.NOT_CORRECTED);
            case CaseEvent.AcceptanceRefused _ -> ended(CaseState.CLOSED, Outcome.NOT_ACCEPTED);
            case CaseEvent.PapersNeverCame _ -> ended(CaseState.CLOSED, Outcome.NOT_SUPPLEMENTED);
            case CaseEvent.Withdrawn _ -> ended(CaseState.CLOSED, Outcome.WITHDRAWN);
            case CaseEvent.Voided _ -> ended(CaseState.CLOSED, Outcome.VOIDED);
            case CaseEvent.SimulationEnded _ -> ended(CaseState.CLOSED, Outcome.NOT_PREPARED);
            case CaseEvent.Granted _ -> ended(CaseState.DECIDED, Outcome.GRANTED);
            case CaseEvent.Refused _ -> ended(CaseState.DECIDED, Outcome.REFUSED);
            case CaseEvent.AutomaticallyGranted it -> {
                acceptedOn = Optional.of(it.acceptedOn());
                ended(CaseState.DECIDED, Outcome.GRANTED);
            }
            case CaseEvent.HigherDecided it ->
                    ended(CaseState.DECIDED, it.granted() ? Outcome.GRANTED : Outcome.REFUSED);
            case CaseEvent.Delivered _ -> state = CaseState.CLOSED;
            case CaseEvent.GrantRevoked _ -> ended(CaseState.CLOSED, Outcome.REVOKED);
            case CaseEvent.Forwarded _ -> state = CaseState.FORWARDED;
            case CaseEvent.SimulationBegun _ -> {
                state = CaseState.REVIEWING;
                simulated = true;
            }
            case CaseEvent.SimulationPassed _ -> state = CaseState.PREPARED;
            case CaseEvent.MadeReal it -> {
                simulated = false;
                acceptedOn = Optional.of(it.acceptedOn());
                if (it.granted()) ended(CaseState.DECIDED, Outcome.GRANTED);
            }
            case CaseEvent.ProcedureStarted it -> procedure = Optional.of(it.procedure());
            case CaseEvent.ProcedureEnded _ -> procedure = Optional.empty();
            case CaseEvent.HearingRightTold _ -> hearing = Optional.of(Hearing.State.OFFERED);
            case CaseEvent.HearingAsked _ -> hearing = Optional.of(Hearing.State.ASKED);
            case CaseEvent.HearingDeclined _ -> hearing = Optional.of(Hearing.State.DECLINED);
            case CaseEvent.HearingCalled _ -> {
                hearing = Optional.of(Hearing.State.CALLED);
                procedure = Optional.of(Article45.HEARING);
            }
            case CaseEvent.HearingHeld _ -> {
                hearing = Optional.of(Hearing.State.HELD);
                procedure = Optional.empty();
            }
            case CaseEvent.Extended _ -> extended = true;
            case CaseEvent.Submitted _,
                    CaseEvent.SupplementExtended _,
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
                    CaseEvent.SlipCorrected _,
                    CaseEvent.ObjectionMade _,
                    CaseEvent.ObjectionAnswered _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.Transferred _,
                    CaseEvent.TermsRecounted _ -> {
                // Nothing of what is told here changes.
            }
        }
    }

    private void accepted(LocalDate on) {
        state = CaseState.REVIEWING;
        acceptedOn = Optional.of(on);
    }

    private void correcting(List<Act.Correction> corrections) {
        state = CaseState.CORRECTING;
        told.addAll(Standing.materials(corrections));
    }

    /** Nothing is owed and nothing goes on in a case that has come to its end. */
    private void ended(CaseState next, Outcome how) {
        state = next;
        outcome = Optional.of(how);
        owed = new LinkedHashSet<>();
        procedure = Optional.empty();
    }

    private static Set<String> names(List<Pledge> pledges) {
        return pledges.stream()
                .map(Pledge::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
