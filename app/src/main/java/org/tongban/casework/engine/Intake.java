package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.List;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;

/** From receipt to acceptance: the answers the law lets an office give, and what silence means. */
final class Intake {

    /** Within these days the office tells what is missing, or it has accepted. Working days. */
    @LegalBasis({"licensing/32/1(4)", "licensing/32/4-deemed"})
    static final int ANSWER_WORKING_DAYS = 5;

    private Intake() {}

    /** Everything is there, so an offer to bring a paper later is not needed any more. */
    static Ruling acceptComplete(Change change) {
        change.replacePledges(
                p -> p.is(Pledge.Kind.PAPER_FOLLOWS, Pledge.State.OFFERED),
                p -> p.settled(Pledge.State.RELEASED, change.known().today()));
        return accept(change);
    }

    @LegalBasis({"licensing/32/1(3)", "licensing/32/1(5)"})
    static Ruling accept(Change change) {
        var answer = change.openClock(ClockKind.ANSWER).orElseThrow();
        var today = change.known().today();
        // An answer that comes late changes nothing any more: the law has accepted on the day of
        // receipt.
        return today.isAfter(due(answer))
                ? acceptAsOf(change, CaseEngine.receiptOf(answer), true)
                : acceptAsOf(change, today, false);
    }

    @LegalBasis("licensing/32/4-deemed")
    static Ruling deemAccepted(Change change) {
        var answer = change.openClock(ClockKind.ANSWER).orElseThrow();
        if (!change.known().today().isAfter(due(answer))) {
            return CaseEngine.refused(new Refusal.TermNotOver(due(answer)));
        }
        return acceptAsOf(change, CaseEngine.receiptOf(answer), true);
    }

    @LegalBasis({"licensing/42/1", "licensing/42/2"})
    private static Ruling acceptAsOf(Change change, LocalDate acceptedOn, boolean deemed) {
        change.meet(ClockKind.ANSWER).accepted(acceptedOn).to(CaseState.REVIEWING);
        var statutory = startStatutory(change, acceptedOn);
        var promised = startPromised(change, acceptedOn);
        change.replacePledges(p -> p.state() == Pledge.State.OFFERED, Pledge::bound);
        Review.openReadySteps(change);
        var owed = change.pledges().stream().filter(Pledge::isPaperOwed).toList();
        if (!owed.isEmpty()) {
            return change.done(
                    new CaseEvent.AcceptedTolerantly(
                            acceptedOn,
                            deemed,
                            statutory.due().orElseThrow(),
                            promised.due().orElseThrow(),
                            change.plan(),
                            owed,
                            due(Tolerance.startTerm(change))));
        }
        return change.done(
                new CaseEvent.Accepted(
                        acceptedOn,
                        deemed,
                        statutory.due().orElseThrow(),
                        promised.due().orElseThrow(),
                        change.plan()));
    }

    /** Of an item that is passed up it is the term of the first review, twenty days at most. */
    static Clock startStatutory(Change change, LocalDate on) {
        var item = change.known().item();
        return start(
                change,
                ClockKind.STATUTORY,
                on,
                item.forward().isPresent()
                        ? Forwarding.firstReview(item.limits().statutory())
                        : item.limits().statutory());
    }

    static Clock startPromised(Change change, LocalDate on) {
        return start(change, ClockKind.PROMISED, on, change.known().item().limits().promised());
    }

    private static Clock start(
            Change change, ClockKind kind, LocalDate on, ItemDefinition.Limit limit) {
        var unit =
                switch (limit.unit()) {
                    case WORKING -> Clock.TermUnit.WORKING;
                    case CALENDAR -> Clock.TermUnit.CALENDAR;
                };
        return change.start(kind, on, limit.days(), unit);
    }

    @LegalBasis(
            value = "licensing/32/1(4)",
            reading = "Q-001: what was told may be asked for again, nothing new may be added")
    static Ruling tell(Change change, Act.TellCorrections told) {
        if (told.corrections().isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingToCorrect());
        }
        if (told.corrections().stream().anyMatch(c -> c.what().isBlank())) {
            return CaseEngine.refused(new Refusal.WordsMissing("what"));
        }
        var answer = change.openClock(ClockKind.ANSWER).orElseThrow();
        if (change.known().today().isAfter(due(answer))) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due(answer)));
        }
        var before = change.before();
        var addsNew =
                told.corrections().stream()
                        .anyMatch(
                                now ->
                                        before.corrections().stream()
                                                .noneMatch(
                                                        old ->
                                                                old.material()
                                                                        .equals(now.material())));
        if (before.toldOnce() && addsNew) {
            return CaseEngine.refused(new Refusal.AlreadyToldOnce());
        }
        var clock = startCorrecting(change, told.corrections());
        return change.done(new CaseEvent.CorrectionsTold(told.corrections(), due(clock)));
    }

    private static Clock startCorrecting(Change change, List<Act.Correction> corrections) {
        change.meet(ClockKind.ANSWER).told(corrections).to(CaseState.CORRECTING);
        return change.start(
                ClockKind.CORRECTION,
                change.known().today(),
                change.known().policy().applicantCorrectionDays(),
                Clock.TermUnit.WORKING);
    }

    /** Once more, by a superior's leave; supervision makes a finding of it. */
    @LegalBasis(value = "licensing/32/1(4)", reading = "Q-016: a superior may let it happen")
    static Ruling tellAgain(Change change, Act.TellCorrectionsAgain told) {
        if (!change.before().toldOnce()) {
            return CaseEngine.refused(new Refusal.NothingToldYet());
        }
        if (told.corrections().isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingToCorrect());
        }
        if (told.corrections().stream().anyMatch(c -> c.what().isBlank())) {
            return CaseEngine.refused(new Refusal.WordsMissing("what"));
        }
        if (told.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        var answer = change.openClock(ClockKind.ANSWER).orElseThrow();
        if (change.known().today().isAfter(due(answer))) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due(answer)));
        }
        var clock = startCorrecting(change, told.corrections());
        return change.done(
                new CaseEvent.CorrectionsToldAgain(told.corrections(), told.reason(), due(clock)));
    }

    static Ruling supply(Change change, Act.SupplyCorrections supplied) {
        var known = change.known();
        change.meet(ClockKind.CORRECTION)
                .planned(Steps.planned(known.item(), known.applicable()))
                .to(CaseState.RECEIVED);
        change.start(
                ClockKind.ANSWER,
                change.known().today(),
                ANSWER_WORKING_DAYS,
                Clock.TermUnit.WORKING);
        return change.done(new CaseEvent.CorrectionsSupplied(supplied.note(), supplied.files()));
    }

    static Ruling endUncorrected(Change change) {
        var clock = change.openClock(ClockKind.CORRECTION).orElseThrow();
        if (!change.known().today().isAfter(due(clock))) {
            return CaseEngine.refused(new Refusal.TermNotOver(due(clock)));
        }
        return change.meet(ClockKind.CORRECTION)
                .releasePledges()
                .ended(Outcome.NOT_CORRECTED)
                .to(CaseState.CLOSED)
                .done(new CaseEvent.NotCorrected(due(clock)));
    }

    @LegalBasis({"licensing/32/1(1)", "licensing/32/1(2)"})
    static Ruling refuse(Change change, Act.RefuseAcceptance refusal) {
        if (refusal.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        if (refusal.ground() == Act.NonAcceptance.NOT_OUR_POWER
                && refusal.competentOffice().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("competentOffice"));
        }
        return change.meet(ClockKind.ANSWER)
                .releasePledges()
                .ended(Outcome.NOT_ACCEPTED)
                .to(CaseState.CLOSED)
                .done(
                        new CaseEvent.AcceptanceRefused(
                                refusal.ground(), refusal.reason(), refusal.competentOffice()));
    }

    private static LocalDate due(Clock clock) {
        return clock.due().orElseThrow();
    }
}
