package org.tongban.casework.engine;

import static org.tongban.casework.CaseState.CLOSED;
import static org.tongban.casework.CaseState.CORRECTING;
import static org.tongban.casework.CaseState.DECIDED;
import static org.tongban.casework.CaseState.FORWARDED;
import static org.tongban.casework.CaseState.PREPARED;
import static org.tongban.casework.CaseState.RECEIVED;
import static org.tongban.casework.CaseState.REVIEWING;
import static org.tongban.casework.Right.ACCEPT;
import static org.tongban.casework.Right.APPLY;
import static org.tongban.casework.Right.DECIDE;
import static org.tongban.casework.Right.DELIVER;
import static org.tongban.casework.Right.HEAD;
import static org.tongban.casework.Right.REVIEW;
import static org.tongban.casework.Right.SYSTEM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongban.casework.Act;
import org.tongban.casework.CaseState;

/**
 * The table of everything that can happen to a case. The engine answers from it, the diagram in the
 * documentation is drawn from it, a test walks all of it: what does not stand here cannot happen.
 */
public final class Transitions {

    public static final List<Transition> TABLE =
            List.of(
                    row(
                            Act.Accept.class,
                            Set.of(RECEIVED),
                            Set.of(ACCEPT),
                            Set.of(REVIEWING),
                            "licensing/32/1(5)"),
                    row(
                            Act.AcceptTolerantly.class,
                            Set.of(RECEIVED),
                            Set.of(ACCEPT),
                            Set.of(REVIEWING),
                            "practice/tolerance/acceptance"),
                    row(
                            Act.DeemAccepted.class,
                            Set.of(RECEIVED),
                            Set.of(SYSTEM),
                            Set.of(REVIEWING),
                            "licensing/32/4-deemed"),
                    row(
                            Act.TellCorrections.class,
                            Set.of(RECEIVED),
                            Set.of(ACCEPT),
                            Set.of(CORRECTING),
                            "licensing/32/1(4)"),
                    row(
                            Act.TellCorrectionsAgain.class,
                            Set.of(RECEIVED),
                            Set.of(HEAD),
                            Set.of(CORRECTING),
                            "licensing/32/1(4), a finding"),
                    row(
                            Act.SupplyCorrections.class,
                            Set.of(CORRECTING),
                            Set.of(APPLY, ACCEPT),
                            Set.of(RECEIVED),
                            "licensing/32/1(5)"),
                    row(
                            Act.EndForWantOfCorrections.class,
                            Set.of(CORRECTING),
                            Set.of(SYSTEM),
                            Set.of(CLOSED),
                            "Q-004"),
                    row(
                            Act.RefuseAcceptance.class,
                            Set.of(RECEIVED),
                            Set.of(ACCEPT),
                            Set.of(CLOSED),
                            "licensing/32/1(1), 32/1(2)"),
                    row(
                            Act.BringPapers.class,
                            Set.of(REVIEWING),
                            Set.of(APPLY, ACCEPT),
                            Set.of(REVIEWING),
                            "practice/tolerance/term"),
                    row(
                            Act.RejectPapers.class,
                            Set.of(REVIEWING),
                            Set.of(ACCEPT, REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "practice/tolerance/term"),
                    row(
                            Act.ExtendSupplement.class,
                            Set.of(REVIEWING),
                            Set.of(ACCEPT),
                            Set.of(REVIEWING),
                            "practice/tolerance/extension"),
                    row(
                            Act.EndForWantOfPapers.class,
                            Set.of(REVIEWING),
                            Set.of(SYSTEM),
                            Set.of(CLOSED),
                            "practice/tolerance/default"),
                    row(
                            Act.PassStep.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW),
                            Set.of(REVIEWING),
                            "licensing/34"),
                    row(
                            Act.ReturnStep.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "good order"),
                    row(
                            Act.Consult.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "good order"),
                    row(
                            Act.GiveOpinion.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "good order"),
                    row(
                            Act.TakeSilence.class,
                            Set.of(REVIEWING),
                            Set.of(SYSTEM),
                            Set.of(REVIEWING),
                            "as the item settles"),
                    row(
                            Act.HandOver.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "good order"),
                    row(
                            Act.RecordVisit.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/34"),
                    row(
                            Act.WriteNote.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "good order"),
                    row(
                            Act.StartProcedure.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/45"),
                    row(
                            Act.EndProcedure.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/45"),
                    row(
                            Act.TellHearingRight.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/47/1"),
                    row(
                            Act.AskForHearing.class,
                            Set.of(REVIEWING),
                            Set.of(APPLY, ACCEPT),
                            Set.of(REVIEWING),
                            "licensing/47/1/request"),
                    row(
                            Act.DeclineHearing.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/47/1"),
                    row(
                            Act.CallHearing.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/48/1(1)"),
                    row(
                            Act.RecordHearing.class,
                            Set.of(REVIEWING),
                            Set.of(REVIEW, DECIDE),
                            Set.of(REVIEWING),
                            "licensing/48/1(5)"),
                    row(
                            Act.Forward.class,
                            Set.of(REVIEWING),
                            Set.of(DECIDE),
                            Set.of(FORWARDED),
                            "licensing/43"),
                    row(
                            Act.RecordHigherDecision.class,
                            Set.of(FORWARDED),
                            Set.of(DECIDE),
                            Set.of(DECIDED),
                            "licensing/43"),
                    row(
                            Act.AcceptForSimulation.class,
                            Set.of(RECEIVED),
                            Set.of(ACCEPT),
                            Set.of(REVIEWING),
                            "practice/simulation/begin"),
                    row(
                            Act.MakeReal.class,
                            Set.of(REVIEWING, PREPARED),
                            Set.of(ACCEPT),
                            Set.of(REVIEWING, DECIDED),
                            "practice/simulation/real"),
                    row(
                            Act.EndSimulation.class,
                            Set.of(REVIEWING, PREPARED),
                            Set.of(ACCEPT),
                            Set.of(CLOSED),
                            "practice/simulation/end"),
                    row(
                            Act.DecideAutomatically.class,
                            Set.of(RECEIVED),
                            Set.of(SYSTEM),
                            Set.of(DECIDED),
                            "practice/automatic/grant"),
                    row(
                            Act.HandToPerson.class,
                            Set.of(RECEIVED),
                            Set.of(SYSTEM),
                            Set.of(RECEIVED),
                            "practice/automatic/hand-over"),
                    row(
                            Act.Recount.class,
                            Set.of(CaseState.values()),
                            Set.of(SYSTEM),
                            Set.of(CaseState.values()),
                            "licensing/82"),
                    row(
                            Act.Transfer.class,
                            Set.of(RECEIVED),
                            Set.of(SYSTEM),
                            Set.of(RECEIVED),
                            "practice/delegation/cases"),
                    row(
                            Act.Transfer.class,
                            Set.of(CORRECTING),
                            Set.of(SYSTEM),
                            Set.of(CORRECTING),
                            "practice/delegation/cases"),
                    row(
                            Act.Transfer.class,
                            Set.of(REVIEWING),
                            Set.of(SYSTEM),
                            Set.of(REVIEWING),
                            "practice/delegation/cases"),
                    row(
                            Act.Transfer.class,
                            Set.of(FORWARDED),
                            Set.of(SYSTEM),
                            Set.of(FORWARDED),
                            "practice/delegation/cases"),
                    row(
                            Act.Transfer.class,
                            Set.of(PREPARED),
                            Set.of(SYSTEM),
                            Set.of(PREPARED),
                            "practice/delegation/cases"),
                    row(
                            Act.VoidCase.class,
                            Set.of(RECEIVED, CORRECTING, REVIEWING, FORWARDED, PREPARED),
                            Set.of(HEAD),
                            Set.of(CLOSED),
                            "practice/void"),
                    row(
                            Act.Extend.class,
                            Set.of(REVIEWING),
                            Set.of(HEAD),
                            Set.of(REVIEWING),
                            "licensing/42/1/extension"),
                    row(
                            Act.Grant.class,
                            Set.of(REVIEWING),
                            Set.of(DECIDE),
                            Set.of(DECIDED, PREPARED),
                            "licensing/38"),
                    row(
                            Act.Refuse.class,
                            Set.of(REVIEWING),
                            Set.of(DECIDE),
                            Set.of(DECIDED),
                            "licensing/38"),
                    row(
                            Act.Withdraw.class,
                            Set.of(RECEIVED, CORRECTING, REVIEWING, FORWARDED, PREPARED),
                            Set.of(APPLY),
                            Set.of(CLOSED),
                            "the applicant's own will"),
                    row(
                            Act.Deliver.class,
                            Set.of(DECIDED),
                            Set.of(DELIVER, SYSTEM),
                            Set.of(CLOSED),
                            "licensing/44"),
                    row(
                            Act.CorrectSlip.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(DECIDE),
                            Set.of(DECIDED, CLOSED),
                            "practice/decision/slip"),
                    row(
                            Act.ObjectToDecision.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(APPLY, ACCEPT),
                            Set.of(DECIDED, CLOSED),
                            "practice/decision/objection"),
                    row(
                            Act.AnswerObjection.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(DECIDE),
                            Set.of(DECIDED, CLOSED),
                            "practice/decision/objection"),
                    row(
                            Act.RecordCheck.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(REVIEW, DECIDE),
                            Set.of(DECIDED, CLOSED),
                            "practice/commitment/check"),
                    row(
                            Act.Plead.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(APPLY),
                            Set.of(DECIDED, CLOSED),
                            "practice/commitment/breach"),
                    row(
                            Act.RevokeGrant.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(DECIDE),
                            Set.of(CLOSED),
                            "practice/commitment/breach"),
                    row(
                            Act.LetStand.class,
                            Set.of(DECIDED, CLOSED),
                            Set.of(DECIDE),
                            Set.of(DECIDED, CLOSED),
                            "practice/commitment/breach"));

    private Transitions() {}

    /** The row for an act in a state, if there is one. */
    public static Optional<Transition> of(CaseState state, Act act) {
        return TABLE.stream()
                .filter(row -> row.act() == act.getClass() && row.from().contains(state))
                .findFirst();
    }

    /** The row of an act, whatever the state. */
    static Transition of(Act act) {
        return TABLE.stream().filter(row -> row.act() == act.getClass()).findFirst().orElseThrow();
    }

    private static Transition row(
            Class<? extends Act> act,
            Set<CaseState> from,
            Set<org.tongban.casework.Right> who,
            Set<CaseState> to,
            String reason) {
        return new Transition(from, act, who, to, reason);
    }
}
