package org.tongban.casework.engine;

import java.time.LocalDate;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.Simulation;
import org.tongban.law.LegalBasis;

/**
 * 模拟审批: the whole way without effect while a precondition is missing. Nothing is accepted in law,
 * so no statutory term runs; when the precondition comes everything counts, and what was reviewed
 * is not reviewed again.
 */
final class Simulating {

    private Simulating() {}

    @LegalBasis(value = "practice/simulation/begin", reading = "Q-019")
    static Ruling begin(Change change, Act.AcceptForSimulation act) {
        if (!change.known().item().maySimulate()) {
            return CaseEngine.refused(new Refusal.NotSimulated());
        }
        if (act.lacking().isEmpty() || act.lacking().stream().anyMatch(String::isBlank)) {
            return CaseEngine.refused(new Refusal.WordsMissing("lacking"));
        }
        var answer = change.openClock(ClockKind.ANSWER).orElseThrow();
        var due = answer.due().orElseThrow();
        if (change.known().today().isAfter(due)) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due));
        }
        change.meet(ClockKind.ANSWER)
                .replacePledges(
                        p -> p.state() == Pledge.State.OFFERED,
                        p -> p.settled(Pledge.State.RELEASED, change.known().today()))
                .simulated(new Simulation(act.lacking()))
                .to(CaseState.REVIEWING);
        var promised = Intake.startPromised(change, change.known().today());
        Review.openReadySteps(change);
        return change.done(
                new CaseEvent.SimulationBegun(
                        act.lacking(), promised.due().orElseThrow(), change.plan()));
    }

    /** Would be granted. Waits, and owes nobody anything. */
    static Ruling pass(Change change, Act.Grant grant) {
        Deciding.finishAll(change, grant.taskNo());
        change.before()
                .simulated()
                .ifPresent(
                        so ->
                                change.simulated(
                                        new Simulation(
                                                so.lacking(),
                                                Deciding.conditions(grant),
                                                grant.validUntil())));
        return change.meet(ClockKind.PROMISED)
                .to(CaseState.PREPARED)
                .done(new CaseEvent.SimulationPassed(grant.opinion()));
    }

    @LegalBasis("practice/simulation/real")
    static Ruling makeReal(Change change, Act.MakeReal act) {
        if (!change.isSimulated()) {
            return CaseEngine.refused(new Refusal.NotSimulated());
        }
        if (act.proof().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("proof"));
        }
        var through = change.before().state() == CaseState.PREPARED;
        var found = change.before().simulation();
        var today = change.known().today();
        change.voidClock(ClockKind.PROMISED).simulated(null).accepted(today);
        var statutory = due(Intake.startStatutory(change, today), today);
        var promised = due(Intake.startPromised(change, today), today);
        if (through) {
            change.meet(ClockKind.STATUTORY)
                    .meet(ClockKind.PROMISED)
                    .decided()
                    .ended(Outcome.GRANTED)
                    .to(CaseState.DECIDED);
            Deciding.startDelivery(change);
        }
        return change.done(
                new CaseEvent.MadeReal(
                        act.proof(),
                        today,
                        through,
                        statutory,
                        promised,
                        found == null ? null : found.conditions(),
                        found == null ? null : found.validUntil()));
    }

    @LegalBasis("practice/simulation/end")
    static Ruling end(Change change, Act.EndSimulation act) {
        if (!change.isSimulated()) {
            return CaseEngine.refused(new Refusal.NotSimulated());
        }
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        return change.voidClocks()
                .releasePledges()
                .voidTasks()
                .endProcedure()
                .ended(Outcome.NOT_PREPARED)
                .to(CaseState.CLOSED)
                .done(new CaseEvent.SimulationEnded(act.reason()));
    }

    /**
     * A term that stands still with a running procedure has no day yet; today is its honest bound.
     */
    private static LocalDate due(Clock clock, LocalDate today) {
        return clock.due().orElse(today);
    }
}
