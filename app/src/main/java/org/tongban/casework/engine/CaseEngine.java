package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Channel;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;

/**
 * Decides what an act does to a case. Pure: the same case, act and knowledge give the same ruling.
 */
public final class CaseEngine {

    private CaseEngine() {}

    /** Makes the case of an application that has just been handed in. */
    public static Ruling.Done submit(
            UUID caseId,
            String caseNo,
            int itemVersion,
            Channel channel,
            String applicantName,
            Act.DeliveryWay delivery,
            int files,
            List<Pledge> offers,
            Known known) {
        return submit(
                caseId,
                caseNo,
                itemVersion,
                channel,
                applicantName,
                delivery,
                files,
                offers,
                List.of(),
                known);
    }

    /**
     * As above, where the office got some of the materials itself.
     *
     * @param fetched their keys
     */
    public static Ruling.Done submit(
            UUID caseId,
            String caseNo,
            int itemVersion,
            Channel channel,
            String applicantName,
            Act.DeliveryWay delivery,
            int files,
            List<Pledge> offers,
            List<String> fetched,
            Known known) {
        var item = known.item();
        var empty =
                new CaseFile(
                        caseId,
                        caseNo,
                        CaseState.RECEIVED,
                        null,
                        0,
                        item.key(),
                        itemVersion,
                        item.agency(),
                        delivery,
                        known.today(),
                        null,
                        null,
                        Steps.planned(item, known.applicable()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        fetched,
                        null);
        var change = new Change(empty, known).offered(admissible(offers, known));
        change.start(
                ClockKind.ANSWER,
                known.today(),
                Intake.ANSWER_WORKING_DAYS,
                Clock.TermUnit.WORKING);
        return (Ruling.Done)
                change.done(
                        new CaseEvent.Submitted(
                                caseNo,
                                item.key(),
                                itemVersion,
                                item.name(),
                                item.agency(),
                                channel,
                                applicantName,
                                known.today(),
                                files,
                                change.pledges()));
    }

    /** What may not be promised here, or not by this person, is not in the case. */
    private static List<Pledge> admissible(List<Pledge> offers, Known known) {
        return offers.stream()
                .filter(_ -> known.trusted())
                .filter(
                        offer ->
                                switch (offer.kind()) {
                                    case PAPER_FOLLOWS ->
                                            Tolerance.admits(known.item(), offer.material());
                                    case FACT_VOUCHED ->
                                            AfterCheck.admits(known.item(), offer.material());
                                })
                .toList();
    }

    /**
     * Rules on an act. The table is asked first, then who acts, then the rule of the act itself.
     */
    public static Ruling decide(CaseFile file, Act act, Known known) {
        var row = Transitions.of(file.state(), act);
        if (row.isEmpty()) {
            return refused(
                    new Refusal.NotInThisState(file.state(), act.getClass().getSimpleName()));
        }
        if (!mayAct(row.get().who(), known, file)) {
            return refused(new Refusal.NotYours(neededRight(act)));
        }
        var ruling = carryOut(file, act, known);
        if (ruling instanceof Ruling.Done(var next, _) && !row.get().to().contains(next.state())) {
            throw new IllegalStateException(
                    "%s led to %s, which its row does not know"
                            .formatted(act.getClass().getSimpleName(), next.state()));
        }
        return ruling;
    }

    private static Ruling carryOut(CaseFile file, Act act, Known known) {
        var change = new Change(file, known);
        return switch (act) {
            case Act.Accept _ -> Intake.acceptComplete(change);
            case Act.DeemAccepted _ -> Intake.deemAccepted(change);
            case Act.AcceptTolerantly tolerant -> Tolerance.accept(change, tolerant);
            case Act.BringPapers bring -> Tolerance.bring(change, bring);
            case Act.RejectPapers reject -> Tolerance.reject(change, reject);
            case Act.ExtendSupplement extend -> Tolerance.extend(change, extend);
            case Act.EndForWantOfPapers _ -> Tolerance.end(change);
            case Act.RecordCheck check -> AfterCheck.record(change, check);
            case Act.Plead plead -> AfterCheck.plead(change, plead);
            case Act.RevokeGrant revoke -> AfterCheck.revoke(change, revoke);
            case Act.LetStand stand -> AfterCheck.letStand(change, stand);
            case Act.TellCorrections told -> Intake.tell(change, told);
            case Act.TellCorrectionsAgain again -> Intake.tellAgain(change, again);
            case Act.SupplyCorrections supplied -> Intake.supply(change, supplied);
            case Act.EndForWantOfCorrections _ -> Intake.endUncorrected(change);
            case Act.RefuseAcceptance refusal -> Intake.refuse(change, refusal);
            case Act.PassStep pass -> Review.pass(change, pass);
            case Act.ReturnStep back -> Review.sendBack(change, back);
            case Act.Consult consult -> Consulting.ask(change, consult);
            case Act.GiveOpinion opinion -> Consulting.answer(change, opinion);
            case Act.TakeSilence _ -> Consulting.takeSilence(change);
            case Act.HandOver over -> Together.handOver(change, over);
            case Act.RecordVisit visit -> Together.recordVisit(change, visit);
            case Act.WriteNote note -> Together.note(change, note);
            case Act.StartProcedure start -> Review.startProcedure(change, start);
            case Act.EndProcedure end -> Review.endProcedure(change, end);
            case Act.TellHearingRight told -> Hearings.tell(change, told);
            case Act.AskForHearing ask -> Hearings.ask(change, ask);
            case Act.DeclineHearing decline -> Hearings.decline(change, decline);
            case Act.CallHearing call -> Hearings.call(change, call);
            case Act.RecordHearing held -> Hearings.held(change, held);
            case Act.Forward forward -> Forwarding.forward(change, forward);
            case Act.RecordHigherDecision decision -> Forwarding.decided(change, decision);
            case Act.AcceptForSimulation simulate -> Simulating.begin(change, simulate);
            case Act.MakeReal real -> Simulating.makeReal(change, real);
            case Act.EndSimulation end -> Simulating.end(change, end);
            case Act.DecideAutomatically decide -> Automatic.grant(change, decide);
            case Act.HandToPerson hand -> Automatic.handOver(change, hand);
            case Act.Recount _ -> Recounting.recount(change);
            case Act.Transfer transfer -> TakingOver.transfer(change, transfer);
            case Act.VoidCase voided -> Deciding.voidCase(change, voided);
            case Act.Extend extend -> Review.extend(change, extend);
            case Act.Grant grant -> Deciding.grant(change, grant);
            case Act.Refuse refuse -> Deciding.refuse(change, refuse);
            case Act.Withdraw withdraw -> Deciding.withdraw(change, withdraw);
            case Act.Deliver deliver -> Deciding.deliver(change, deliver);
            case Act.CorrectSlip slip -> AfterDecision.correct(change, slip);
            case Act.ObjectToDecision object -> AfterDecision.object(change, object);
            case Act.AnswerObjection answer -> AfterDecision.answer(change, answer);
        };
    }

    private static boolean mayAct(Set<Right> who, Known known, CaseFile file) {
        var actor = known.actor();
        // Review and decision are bound to the post of the task, which may sit in another agency.
        var bound =
                who.contains(Right.ACCEPT)
                        || who.contains(Right.HEAD)
                        || who.contains(Right.DELIVER)
                        || file.result().isPresent();
        return who.stream().anyMatch(actor::has) && (!bound || actor.reaches(file.agency()));
    }

    private static Right neededRight(Act act) {
        return Transitions.of(act).who().stream().sorted().findFirst().orElseThrow();
    }

    static Ruling refused(Refusal why) {
        return new Ruling.Refused(why);
    }

    /** The day from which the office's terms run when it answers late: that of the receipt. */
    static LocalDate receiptOf(Clock answer) {
        return answer.startedOn();
    }
}
