package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.Optional;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Hearing;
import org.tongban.casework.Procedure;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.law.LegalBasis;

/**
 * The hearing before a decision: the right is told, it is asked for within five days, held within
 * twenty, called seven days before, and the decision follows its transcript.
 */
final class Hearings {

    /** To ask for it, from being told. Working days. */
    @LegalBasis("licensing/47/1/request")
    static final int REQUEST_WORKING_DAYS = 5;

    /** To hold it, from the request. Working days. */
    @LegalBasis("licensing/47/1/hold")
    static final int HOLD_WORKING_DAYS = 20;

    /** Between the notice and the hearing. Working days. */
    @LegalBasis("licensing/48/1(1)")
    static final int NOTICE_WORKING_DAYS = 7;

    private Hearings() {}

    @LegalBasis("licensing/47/1")
    static Ruling tell(Change change, Act.TellHearingRight act) {
        if (Review.noOpenTaskOf(change)) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (change.isSimulated()) {
            return CaseEngine.refused(new Refusal.OnlySimulated());
        }
        if (change.before().heard().isPresent()) {
            return CaseEngine.refused(new Refusal.HearingMismatch());
        }
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        var clock =
                change.start(
                        ClockKind.HEARING_REQUEST,
                        change.known().today(),
                        REQUEST_WORKING_DAYS,
                        Clock.TermUnit.WORKING);
        change.heard(new Hearing(Hearing.State.OFFERED, null, null, null));
        return change.done(
                new CaseEvent.HearingRightTold(act.reason(), act.interested(), due(clock)));
    }

    @LegalBasis("licensing/47/1/request")
    static Ruling ask(Change change, Act.AskForHearing act) {
        var request = change.openClock(ClockKind.HEARING_REQUEST);
        if (request.isEmpty() || !is(change, Hearing.State.OFFERED)) {
            return CaseEngine.refused(new Refusal.HearingMismatch());
        }
        if (change.known().today().isAfter(due(request.get()))) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due(request.get())));
        }
        if (act.by().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("by"));
        }
        change.meet(ClockKind.HEARING_REQUEST);
        var clock =
                change.start(
                        ClockKind.HEARING,
                        change.known().today(),
                        HOLD_WORKING_DAYS,
                        Clock.TermUnit.WORKING);
        change.heard(new Hearing(Hearing.State.ASKED, null, null, null));
        return change.done(new CaseEvent.HearingAsked(act.by(), act.reason(), due(clock)));
    }

    /** Whoever is concerned is heard; only a request of somebody else is turned down. */
    @LegalBasis(value = "licensing/47/1", reading = "Q-024")
    static Ruling decline(Change change, Act.DeclineHearing act) {
        if (Review.noOpenTaskOf(change)) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (!is(change, Hearing.State.ASKED)) {
            return CaseEngine.refused(new Refusal.HearingMismatch());
        }
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        change.voidClock(ClockKind.HEARING)
                .heard(new Hearing(Hearing.State.DECLINED, null, null, null));
        return change.done(new CaseEvent.HearingDeclined(act.reason()));
    }

    @LegalBasis(
            value = {"licensing/48/1(1)", "licensing/48/1(3)", "licensing/45"},
            reading = "Q-018: the clocks stop from the day the hearing is called")
    static Ruling call(Change change, Act.CallHearing act) {
        if (Review.noOpenTaskOf(change)) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (!is(change, Hearing.State.ASKED)) {
            return CaseEngine.refused(new Refusal.HearingMismatch());
        }
        if (change.before().runningProcedure().isPresent()) {
            return CaseEngine.refused(new Refusal.ProcedureMismatch(true));
        }
        if (act.place().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("place"));
        }
        if (act.chair().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("chair"));
        }
        if (hasWorkedOn(change, act.chair())) {
            return CaseEngine.refused(new Refusal.ChairHasReviewed());
        }
        var today = change.known().today();
        var earliest = change.known().calendar().plusWorkingDays(today, NOTICE_WORKING_DAYS);
        if (act.on().isBefore(earliest) || act.on().isAfter(today.plusYears(1))) {
            return CaseEngine.refused(new Refusal.HearingTooSoon(earliest));
        }
        change.begin(
                        new Procedure(
                                Article45.HEARING,
                                act.place(),
                                today,
                                null,
                                workingDays(change, today, act.on())))
                .recount()
                .heard(
                        new Hearing(
                                Hearing.State.CALLED, act.on(), act.place(), act.chair().strip()));
        return change.done(new CaseEvent.HearingCalled(act.on(), act.place(), act.chair().strip()));
    }

    @LegalBasis("licensing/48/1(5)")
    static Ruling held(Change change, Act.RecordHearing act) {
        if (Review.noOpenTaskOf(change)) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        var called = change.before().heard().flatMap(h -> Optional.ofNullable(h.on()));
        if (!is(change, Hearing.State.CALLED) || called.isEmpty()) {
            return CaseEngine.refused(new Refusal.HearingMismatch());
        }
        if (change.known().today().isBefore(called.get())) {
            return CaseEngine.refused(new Refusal.HearingTooSoon(called.get()));
        }
        if (act.present().stream().allMatch(String::isBlank)) {
            return CaseEngine.refused(new Refusal.WordsMissing("present"));
        }
        if (act.transcript().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("transcript"));
        }
        change.meet(ClockKind.HEARING).endProcedure().recount();
        Review.recountTasks(change);
        change.before().heard().ifPresent(h -> change.heard(heldAs(h)));
        return change.done(
                new CaseEvent.HearingHeld(
                        act.present(),
                        act.transcript(),
                        Review.leading(change).flatMap(Clock::due).orElse(null)));
    }

    /** Nothing is decided while a hearing may be asked for, or is owed. */
    @LegalBasis("licensing/48/2")
    static boolean comesFirst(Change change) {
        var hearing = change.before().heard();
        var mayBeAsked =
                change.openClock(ClockKind.HEARING_REQUEST)
                        .filter(clock -> !change.known().today().isAfter(due(clock)))
                        .isPresent();
        return mayBeAsked || hearing.filter(Hearing::isOwed).isPresent();
    }

    private static Hearing heldAs(Hearing hearing) {
        return new Hearing(Hearing.State.HELD, hearing.on(), hearing.place(), hearing.chair());
    }

    /** The chair is none of those who reviewed the application. */
    @LegalBasis("licensing/48/1(3)")
    private static boolean hasWorkedOn(Change change, String chair) {
        return change.before().tasks().stream()
                .map(CaseTask::doneBy)
                .anyMatch(chair.strip()::equals);
    }

    private static int workingDays(Change change, LocalDate from, LocalDate to) {
        var days = 1;
        while (change.known().calendar().plusWorkingDays(from, days).isBefore(to)) {
            days++;
        }
        return days;
    }

    private static boolean is(Change change, Hearing.State state) {
        return change.before().heard().filter(h -> h.state() == state).isPresent();
    }

    private static LocalDate due(Clock clock) {
        return clock.due().orElseThrow();
    }
}
