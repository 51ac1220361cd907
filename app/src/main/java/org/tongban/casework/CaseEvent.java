package org.tongban.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case: one line of its event line. Facts only, as they were known then; the
 * words for people are made by the pages.
 */
public sealed interface CaseEvent {

    /** The name under which the event stands in the line; never changes once published. */
    default String act() {
        return switch (this) {
            case Submitted _ -> "submitted";
            case Accepted _ -> "accepted";
            case AcceptedTolerantly _ -> "accepted_tolerantly";
            case PapersBrought _ -> "papers_brought";
            case PapersRejected _ -> "papers_rejected";
            case SupplementExtended _ -> "supplement_extended";
            case PapersNeverCame _ -> "papers_never_came";
            case CommitmentHeld _ -> "commitment_held";
            case CommitmentDoubted _ -> "commitment_doubted";
            case Pleaded _ -> "pleaded";
            case GrantRevoked _ -> "grant_revoked";
            case GrantLetStand _ -> "grant_let_stand";
            case CorrectionsTold _ -> "corrections_told";
            case CorrectionsToldAgain _ -> "corrections_told_again";
            case CorrectionsSupplied _ -> "corrections_supplied";
            case NotCorrected _ -> "not_corrected";
            case AcceptanceRefused _ -> "acceptance_refused";
            case StepPassed _ -> "step_passed";
            case StepReturned _ -> "step_returned";
            case Consulted _ -> "consulted";
            case OpinionGiven _ -> "opinion_given";
            case SilenceTaken _ -> "silence_taken";
            case HandedOver _ -> "handed_over";
            case VisitRecorded _ -> "visit_recorded";
            case NoteWritten _ -> "note_written";
            case ProcedureStarted _ -> "procedure_started";
            case ProcedureEnded _ -> "procedure_ended";
            case HearingRightTold _ -> "hearing_right_told";
            case HearingAsked _ -> "hearing_asked";
            case HearingDeclined _ -> "hearing_declined";
            case HearingCalled _ -> "hearing_called";
            case HearingHeld _ -> "hearing_held";
            case Forwarded _ -> "forwarded";
            case HigherDecided _ -> "higher_decided";
            case SimulationBegun _ -> "simulation_begun";
            case SimulationPassed _ -> "simulation_passed";
            case MadeReal _ -> "made_real";
            case SimulationEnded _ -> "simulation_ended";
            case AutomaticallyGranted _ -> "automatically_granted";
            case HandedToPerson _ -> "handed_to_person";
            case TermsRecounted _ -> "terms_recounted";
            case Transferred _ -> "transferred";
            case Voided _ -> "voided";
            case Extended _ -> "extended";
            case Granted _ -> "granted";
            case Refused _ -> "refused";
            case Withdrawn _ -> "withdrawn";
            case Delivered _ -> "delivered";
            case SlipCorrected _ -> "slip_corrected";
            case ObjectionMade _ -> "objection_made";
            case ObjectionAnswered _ -> "objection_answered";
        };
    }

    /** Whether what was applied for is granted with it, by the office itself. */
    default boolean grants() {
        return this instanceof Granted
                || this instanceof AutomaticallyGranted
                || (this instanceof MadeReal real && real.granted());
    }

    /** The last day that a grant itself names; empty where it names none, and for all else. */
    default Optional<LocalDate> grantedUntil() {
        return Optional.ofNullable(
                switch (this) {
                    case Granted it -> it.validUntil();
                    case MadeReal it -> it.validUntil();
                    default -> null;
                });
    }

    /** Whether only officers read it: what they ask, answer and note among themselves. */
    default boolean isInternal() {
        return this instanceof Consulted
                || this instanceof OpinionGiven
                || this instanceof SilenceTaken
                || this instanceof HandedOver
                || this instanceof HandedToPerson
                || this instanceof NoteWritten;
    }

    record Submitted(
            String caseNo,
            String itemKey,
            int itemVersion,
            String itemName,
            String agency,
            Channel channel,
            String applicantName,
            LocalDate receivedOn,
            int files,
            List<Pledge> pledges)
            implements CaseEvent {
        public Submitted {
            // A line written before promises were kept has none.
            pledges = pledges == null ? List.of() : List.copyOf(pledges);
        }
    }

    /**
     * The office has accepted, or the law has for it.
     *
     * @param deemed by silence of the office
     */
    record Accepted(
            LocalDate acceptedOn,
            boolean deemed,
            LocalDate statutoryDue,
            LocalDate promisedDue,
            List<String> plan)
            implements CaseEvent {}

    /**
     * Accepted on promises; review begins at once.
     *
     * @param deemed by silence of the office, on what was offered
     * @param owed the papers that follow
     */
    record AcceptedTolerantly(
            LocalDate acceptedOn,
            boolean deemed,
            LocalDate statutoryDue,
            LocalDate promisedDue,
            List<String> plan,
            List<Pledge> owed,
            LocalDate supplementBy)
            implements CaseEvent {}

    /**
     * Promised papers came.
     *
     * @param stillOwed names of what has not come yet
     */
    record PapersBrought(List<String> names, List<String> stillOwed, int files)
            implements CaseEvent {}

    /** What came is not what was promised; it is owed again until that day. */
    record PapersRejected(List<String> names, String reason, LocalDate supplementBy)
            implements CaseEvent {}

    record SupplementExtended(int days, String reason, LocalDate newDue) implements CaseEvent {}

    record PapersNeverCame(List<Pledge> broken, LocalDate dueOn) implements CaseEvent {}

    record CommitmentHeld(String material, String name, String findings) implements CaseEvent {}

    record CommitmentDoubted(String material, String name, String findings, LocalDate pleadBy)
            implements CaseEvent {}

    record Pleaded(String words) implements CaseEvent {}

    record GrantRevoked(List<Pledge> broken, String facts, String reasons, String articles)
            implements CaseEvent {}

    record GrantLetStand(String reasons) implements CaseEvent {}

    record CorrectionsTold(List<Act.Correction> corrections, LocalDate correctBy)
            implements CaseEvent {}

    /** Told once more, by a superior's leave. */
    record CorrectionsToldAgain(
            List<Act.Correction> corrections, String reason, LocalDate correctBy)
            implements CaseEvent {}

    record CorrectionsSupplied(String note, int files) implements CaseEvent {}

    record NotCorrected(LocalDate dueOn) implements CaseEvent {}

    record AcceptanceRefused(Act.NonAcceptance ground, String reason, String competentOffice)
            implements CaseEvent {}

    record StepPassed(String step, String name, String agency, String opinion)
            implements CaseEvent {}

    record StepReturned(
            String step, String name, String agency, String toStep, String toName, String reason)
            implements CaseEvent {}

    /**
     * Others were asked in.
     *
     * @param posts keys of who was asked
     * @param dueOn by when opinions are due; absent for signatures
     */
    record Consulted(
            String step,
            String name,
            Consultation.Form form,
            Consultation.Rule rule,
            List<String> posts,
            String question,
            @Nullable LocalDate dueOn)
            implements CaseEvent {}

    /**
     * Somebody who was asked in has answered.
     *
     * @param result how the whole round stands with it
     */
    record OpinionGiven(
            String step,
            String name,
            String agency,
            Consultation.Form form,
            boolean agrees,
            String opinion,
            Consultation.State result)
            implements CaseEvent {}

    /**
     * Nobody answered in time.
     *
     * @param agreed whether that counts as agreement, as the item settles
     */
    record SilenceTaken(List<String> posts, boolean agreed) implements CaseEvent {}

    record HandedOver(String step, String name, String colleague, String reason)
            implements CaseEvent {}

    /**
     * A visit or a meeting took place.
     *
     * @param officers as {@link Officer#said} names them
     */
    record VisitRecorded(
            Act.Visit kind,
            LocalDate on,
            String place,
            List<String> officers,
            String record,
            int files)
            implements CaseEvent {}

    record NoteWritten(String words) implements CaseEvent {}

    /**
     * A special procedure has begun.
     *
     * @param basis its legal basis; absent: article 45
     * @param counted true: its days count, the clocks go on; absent: they stand still
     */
    record ProcedureStarted(
            String procedure,
            String reason,
            int expectedDays,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String basis,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counted)
            implements CaseEvent {

        /** One of article 45. */
        public ProcedureStarted(String procedure, String reason, int expectedDays) {
            this(procedure, reason, expectedDays, null, null);
        }

        public boolean stops() {
            return !Boolean.TRUE.equals(counted);
        }
    }

    /**
     * The clocks go on.
     *
     * @param newDue the leading clock's new last day
     */
    record ProcedureEnded(
            String procedure, LocalDate startedOn, String result, @Nullable LocalDate newDue)
            implements CaseEvent {}

    /**
     * A hearing may be asked for until that day.
     *
     * @param interested others who were told
     */
    record HearingRightTold(String reason, List<String> interested, LocalDate askBy)
            implements CaseEvent {}

    record HearingAsked(String by, String reason, LocalDate holdBy) implements CaseEvent {}

    /** No hearing: whoever asked for it is not concerned. */
    record HearingDeclined(String reason) implements CaseEvent {}

    record HearingCalled(LocalDate on, String place, String chair) implements CaseEvent {}

    /**
     * The hearing was held; the clocks go on.
     *
     * @param newDue the leading clock's new last day
     */
    record HearingHeld(List<String> present, String transcript, @Nullable LocalDate newDue)
            implements CaseEvent {}

    /** Passed up; the higher authority decides. */
    record Forwarded(String authority, String opinion, LocalDate expectedBy) implements CaseEvent {}

    record HigherDecided(
            String authority, boolean granted, String document, LocalDate decidedOn, String words)
            implements CaseEvent {}

    /** Reviewed without effect from now on, for want of a precondition. */
    record SimulationBegun(List<String> lacking, LocalDate promisedDue, List<String> plan)
            implements CaseEvent {}

    /** Would be granted; waits for the precondition. */
    record SimulationPassed(String opinion) implements CaseEvent {}

    /**
     * The precondition is there and the application accepted.
     *
     * @param granted whether the simulated review was through, so that it is granted with it
     * @param conditions as of {@link Granted}
     * @param validUntil as of {@link Granted}
     */
    record MadeReal(
            String proof,
            LocalDate acceptedOn,
            boolean granted,
            LocalDate statutoryDue,
            LocalDate promisedDue,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String conditions,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate validUntil)
            implements CaseEvent {

        /** The grant, as far as it is one. */
        public Granted asGrant() {
            return new Granted(proof, conditions, validUntil);
        }
    }

    record SimulationEnded(String reason) implements CaseEvent {}

    /**
     * Accepted, passed and granted at once by the item's rules.
     *
     * @param itemVersion whose rules they were
     */
    record AutomaticallyGranted(
            LocalDate acceptedOn, int itemVersion, List<Act.CheckedRule> checked)
            implements CaseEvent {}

    /** Not proven by rules; a person goes on. */
    record HandedToPerson(int itemVersion, List<Act.CheckedRule> checked) implements CaseEvent {}

    /** The calendar changed; these terms moved. */
    record TermsRecounted(List<Moved> moved) implements CaseEvent {

        /** One term, before and after. */
        public record Moved(ClockKind clock, LocalDate before, LocalDate after) {}
    }

    /** Another office goes on; terms stay as they are. Agencies by key and as they were called. */
    record Transferred(String from, String fromName, String to, String toName, String reason)
            implements CaseEvent {}

    record Voided(String reason) implements CaseEvent {}

    record Extended(int days, String reason, LocalDate newDue) implements CaseEvent {}

    /**
     * Granted.
     *
     * @param conditions that the holder has to keep; absent: none
     * @param validUntil the last day that the decision itself names; absent: it names none
     */
    record Granted(
            String opinion,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String conditions,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate validUntil)
            implements CaseEvent {

        /** As it was applied for. */
        public Granted(String opinion) {
            this(opinion, null, null);
        }
    }

    record Refused(String facts, String reasons, String articles) implements CaseEvent {}

    record Withdrawn(String reason) implements CaseEvent {}

    /**
     * In the applicant's hands.
     *
     * @param consignment number under which the post carried it; absent for every other way
     */
    record Delivered(
            Act.DeliveryWay way,
            String receivedBy,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String consignment)
            implements CaseEvent {

        /** Not by post. */
        public Delivered(Act.DeliveryWay way, String receivedBy) {
            this(way, receivedBy, null);
        }
    }

    /** A slip of the pen in a paper that went out is put right. */
    record SlipCorrected(String paper, String wrong, String right) implements CaseEvent {}

    record ObjectionMade(String words, LocalDate answerBy) implements CaseEvent {}

    record ObjectionAnswered(boolean founded, String words) implements CaseEvent {}
}
