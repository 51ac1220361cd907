package org.tongban.casework.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.law.LegalBasis;

/** The decision, its hand-over, and the applicant's change of mind. */
final class Deciding {

    /** From the decision to the certificate in the applicant's hands. Working days. */
    @LegalBasis("licensing/44")
    static final int DELIVERY_WORKING_DAYS = 10;

    private Deciding() {}

    static Ruling grant(Change change, Act.Grant grant) {
        var refusal = mayDecide(change, grant.taskNo());
        if (refusal.isPresent()) {
            return CaseEngine.refused(refusal.get());
        }
        var task = change.before().openTask(grant.taskNo()).orElseThrow();
        if (Consulting.isAgainst(change.before(), task)) {
            return CaseEngine.refused(new Refusal.OthersAgainst());
        }
        var owed = Tolerance.owed(change);
        if (owed.isPresent()) {
            return CaseEngine.refused(new Refusal.PapersOwed(owed.get()));
        }
        var spoilt = spoilt(change);
        if (spoilt.isPresent()) {
            return CaseEngine.refused(spoilt.get());
        }
        if (change.known().item().forward().isPresent()) {
            return CaseEngine.refused(new Refusal.NotForwarded(true));
        }
        var until = grant.validUntil();
        if (until != null && !until.isAfter(change.known().today())) {
            return CaseEngine.refused(new Refusal.WordsMissing("validUntil"));
        }
        if (change.isSimulated()) {
            return Simulating.pass(change, grant);
        }
        decide(change, grant.taskNo(), Outcome.GRANTED);
        AfterCheck.start(change);
        return change.done(granted(grant));
    }

    @LegalBasis("practice/decision/conditions")
    private static CaseEvent granted(Act.Grant grant) {
        return new CaseEvent.Granted(grant.opinion(), conditions(grant), grant.validUntil());
    }

    /** Absent rather than empty: most grants have none, and the line keeps no empty words. */
    static @Nullable String conditions(Act.Grant grant) {
        return grant.conditions().isBlank() ? null : grant.conditions().strip();
    }

    /** What the office got itself has to hold on the day on which something is granted on it. */
    @LegalBasis("practice/evidence/again")
    static Optional<Refusal> spoilt(Change change) {
        var spoilt = change.known().spoilt();
        return spoilt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.EvidenceSpoilt(spoilt));
    }

    @LegalBasis("licensing/38")
    static Ruling refuse(Change change, Act.Refuse refuse) {
        var refusal = mayDecide(change, refuse.taskNo());
        if (refusal.isPresent()) {
            return CaseEngine.refused(refusal.get());
        }
        if (change.known().item().forward().isPresent()) {
            return CaseEngine.refused(new Refusal.NotForwarded(true));
        }
        if (change.isSimulated()) {
            return CaseEngine.refused(new Refusal.OnlySimulated());
        }
        if (refuse.facts().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("facts"));
        }
        if (refuse.reasons().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reasons"));
        }
        if (refuse.articles().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("articles"));
        }
        return decide(change, refuse.taskNo(), Outcome.REFUSED)
                .voidClock(ClockKind.SUPPLEMENT)
                .releasePledges()
                .done(new CaseEvent.Refused(refuse.facts(), refuse.reasons(), refuse.articles()));
    }

    static Ruling withdraw(Change change, Act.Withdraw withdraw) {
        return change.voidClocks()
                .releasePledges()
                .voidTasks()
                .endProcedure()
                .ended(Outcome.WITHDRAWN)
                .to(CaseState.CLOSED)
                .done(new CaseEvent.Withdrawn(withdraw.reason()));
    }

    @LegalBasis("licensing/44")
    static Ruling deliver(Change change, Act.Deliver deliver) {
        if (deliver.receivedBy().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("receivedBy"));
        }
        var posted = deliver.way() == Act.DeliveryWay.POST;
        if (posted && deliver.consignment().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("consignment"));
        }
        return change.meet(ClockKind.DELIVERY)
                .to(CaseState.CLOSED)
                .done(
                        new CaseEvent.Delivered(
                                deliver.way(),
                                deliver.receivedBy(),
                                posted ? deliver.consignment().strip() : null));
    }

    /** 作废: nothing of it counts; the line keeps who did it and why. */
    @LegalBasis("practice/void")
    static Ruling voidCase(Change change, Act.VoidCase act) {
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        return change.voidClocks()
                .releasePledges()
                .voidTasks()
                .endProcedure()
                .ended(Outcome.VOIDED)
                .to(CaseState.CLOSED)
                .done(new CaseEvent.Voided(act.reason()));
    }

    static Optional<Refusal> mayDecide(Change change, int taskNo) {
        var task = change.before().openTask(taskNo).filter(CaseTask::isMain);
        if (task.isEmpty() || !task.get().decision()) {
            return Optional.of(new Refusal.NoSuchTask(taskNo));
        }
        if (!task.get().isHeldBy(change.known().actor())) {
            return Optional.of(new Refusal.NotYours(Right.DECIDE));
        }
        if (Consulting.holdsUp(change.before(), task.get())) {
            return Optional.of(new Refusal.OthersStillAsked());
        }
        if (change.before().openTasks().stream().anyMatch(open -> !open.decision())) {
            return Optional.of(new Refusal.StepsStillOpen());
        }
        if (change.before().runningProcedure().isPresent()) {
            return Optional.of(new Refusal.ProcedureMismatch(true));
        }
        return Hearings.comesFirst(change)
                ? Optional.of(new Refusal.HearingComesFirst())
                : Optional.empty();
    }

    private static Change decide(Change change, int taskNo, Outcome outcome) {
        finishAll(change, taskNo);
        change.meet(ClockKind.STATUTORY)
                .meet(ClockKind.PROMISED)
                .voidClock(ClockKind.HEARING_REQUEST)
                .decided()
                .ended(outcome)
                .to(CaseState.DECIDED);
        startDelivery(change);
        return change;
    }

    /** The decision's task is done; whatever else was open is overtaken. */
    static void finishAll(Change change, int taskNo) {
        Review.finish(change, change.before().openTask(taskNo).orElseThrow());
        change.replaceTasks(
                CaseTask::isOpen,
                t -> t.voided(change.known().now(), change.known().actor().name()));
    }

    static void startDelivery(Change change) {
        change.start(
                ClockKind.DELIVERY,
                change.known().today(),
                DELIVERY_WORKING_DAYS,
                Clock.TermUnit.WORKING);
    }
}
