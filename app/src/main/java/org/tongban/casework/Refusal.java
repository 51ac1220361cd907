package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * Why an act was not carried out. A closed list; pages turn each into words. A refusal is an
 * answer, not a failure: nothing was changed.
 */
public sealed interface Refusal {

    /** The case's state does not know this act. */
    record NotInThisState(CaseState state, String act) implements Refusal {}

    /** The actor lacks the right, the post or the scope. */
    record NotYours(Right needed) implements Refusal {}

    /** Somebody changed the case since the page was opened. */
    record Stale(int seen, int now) implements Refusal {}

    /** No case with this number lies within the actor's reach. */
    record NoSuchCase() implements Refusal {}

    /** The task is not open. */
    record NoSuchTask(int taskNo) implements Refusal {}

    /** Deciding while a step before it is still open. */
    record StepsStillOpen() implements Refusal {}

    /** The step cannot be gone back to. */
    record NotAnEarlierStep(String step) implements Refusal {}

    /** The words that the law or good order asks for are missing. */
    record WordsMissing(String field) implements Refusal {}

    /** A correction notice must say at least one thing. */
    record NothingToCorrect() implements Refusal {}

    /** What is missing was told already; the law lets the office ask only once. */
    record AlreadyToldOnce() implements Refusal {}

    /** Nothing was told yet, so it is told the ordinary way. */
    record NothingToldYet() implements Refusal {}

    /** A procedure runs already, or none does. */
    record ProcedureMismatch(boolean running) implements Refusal {}

    /** Article 45 does not know this procedure, or the item does not provide for it. */
    record ProcedureUnknown(String procedure) implements Refusal {}

    /** The term can be lengthened once only, while it still runs, and only by the head. */
    record AlreadyExtended() implements Refusal {}

    /** The term has ended on that day and cannot be lengthened any more. */
    record TermAlreadyOver(LocalDate dueOn) implements Refusal {}

    /** Silence has its effect only after the term's last day. */
    record TermNotOver(LocalDate dueOn) implements Refusal {}

    /** The item does not let this material follow later. */
    record NotTolerated(String material) implements Refusal {}

    /** Nobody has promised in writing to bring it. */
    record NoCommitment(String material) implements Refusal {}

    /** A promise was broken before, so no new one is taken until credit is repaired. */
    record CreditLost() implements Refusal {}

    /** Nothing is granted before the promised papers are there. */
    record PapersOwed(String names) implements Refusal {}

    /** What was fetched for the case was taken back or ended since: nothing is granted on it. */
    record EvidenceSpoilt(List<ReliedOn> which) implements Refusal {
        public EvidenceSpoilt {
            which = List.copyOf(which);
        }
    }

    /** This material is not owed, or the fact is not open to a check. */
    record NothingOwed(String material) implements Refusal {}

    /** Others were asked in on the task and have not all answered. */
    record OthersStillAsked() implements Refusal {}

    /** Those who had to agree to the decision have not. */
    record OthersAgainst() implements Refusal {}

    /** Whoever has to agree to a decision agrees before it. */
    record NobodySignsAfterADecision() implements Refusal {}

    /** The colleague does not sit at the task's post. */
    record NoColleague() implements Refusal {}

    /** A visit needs more officers. */
    record TooFewOfficers(int fewest) implements Refusal {}

    /** A joint meeting is one of several offices. */
    record OneOfficeOnly() implements Refusal {}

    /**
     * No objection can be made, or none is there to be answered.
     *
     * @param made whether one was to be made
     */
    record ObjectionMismatch(boolean made) implements Refusal {}

    /** All stands as it should already: no term moves, the office that is named has the case. */
    record NothingMoves() implements Refusal {}

    /** A hearing may still be asked for, or was asked for and not held. */
    record HearingComesFirst() implements Refusal {}

    /** The hearing is not where this act belongs: not offered, not asked for, held already. */
    record HearingMismatch() implements Refusal {}

    /** Those who come must be told some working days before. */
    record HearingTooSoon(LocalDate earliest) implements Refusal {}

    /** Whoever worked on the case does not chair its hearing. */
    record ChairHasReviewed() implements Refusal {}

    /** The item is not passed up, or is and cannot be decided here. */
    record NotForwarded(boolean item) implements Refusal {}

    /** The item does not provide for a simulated review, or the case is none. */
    record NotSimulated() implements Refusal {}

    /** While it is simulated nothing can be refused or extended: nothing counts yet. */
    record OnlySimulated() implements Refusal {}

    /** The item is not decided by rules, or a rule is not proven. */
    record NotProven() implements Refusal {}

    /** Nothing stands in doubt, so nothing is taken back. */
    record NothingDoubted() implements Refusal {}
}
