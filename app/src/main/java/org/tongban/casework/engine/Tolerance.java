package org.tongban.casework.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;

/**
 * 容缺受理: a minor paper may follow, on the applicant's written promise. Review begins at once;
 * nothing is granted before the paper is there.
 */
@LegalBasis("practice/tolerance/acceptance")
public final class Tolerance {

    private Tolerance() {}

    /** Whether the item lets a material follow. One that is decided on the spot lets none. */
    @LegalBasis("practice/tolerance/acceptance")
    public static boolean admits(ItemDefinition item, String material) {
        return item.tolerant()
                && item.limits().promised().days() > 0
                && item.material(material).filter(ItemDefinition.Material::tolerated).isPresent();
    }

    /**
     * How long the applicant has: the item's own term, but not beyond the day on which the office
     * has promised to decide. Working days, at least one.
     */
    @LegalBasis("practice/tolerance/term")
    static int termDays(
            ItemDefinition item, LocalDate on, LocalDate promisedDue, WorkingCalendar calendar) {
        var own = item.supplementDays();
        var days = Math.max(1, own == null ? item.limits().promised().days() : own);
        while (days > 1 && calendar.plusWorkingDays(on, days).isAfter(promisedDue)) {
            days--;
        }
        return days;
    }

    static Ruling accept(Change change, Act.AcceptTolerantly act) {
        var item = change.known().item();
        if (act.materials().isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingToCorrect());
        }
        if (!change.known().trusted()) {
            return CaseEngine.refused(new Refusal.CreditLost());
        }
        for (var material : act.materials()) {
            if (!admits(item, material)) {
                return CaseEngine.refused(new Refusal.NotTolerated(material));
            }
            if (!act.signedHere() && offered(change, material).isEmpty()) {
                return CaseEngine.refused(new Refusal.NoCommitment(material));
            }
        }
        for (var material : act.materials()) {
            if (offered(change, material).isEmpty()) {
                change.offered(List.of(signedHere(change, material)));
            }
        }
        // An offer for a paper that is there after all is not needed any more.
        change.replacePledges(
                p ->
                        p.is(Pledge.Kind.PAPER_FOLLOWS, Pledge.State.OFFERED)
                                && !act.materials().contains(p.material()),
                p -> p.settled(Pledge.State.RELEASED, change.known().today()));
        return Intake.accept(change);
    }

    private static Optional<Pledge> offered(Change change, String material) {
        return change.pledges().stream()
                .filter(p -> p.material().equals(material))
                .filter(p -> p.is(Pledge.Kind.PAPER_FOLLOWS, Pledge.State.OFFERED))
                .findFirst();
    }

    /** The words stand on the paper that was signed at the window; the case names the paper. */
    private static Pledge signedHere(Change change, String material) {
        return new Pledge(
                material,
                change.known().item().material(material).orElseThrow().name(),
                Pledge.Kind.PAPER_FOLLOWS,
                "",
                Pledge.State.OFFERED,
                change.known().today(),
                null);
    }

    /**
     * Starts the applicant's term for what is owed. It begins today even where the law has accepted
     * as of an earlier day: nobody can be late with a promise that was not yet taken up.
     */
    @LegalBasis(value = "practice/tolerance/term", reading = "Q-013")
    static Clock startTerm(Change change) {
        var today = change.known().today();
        var promisedDue = change.openClock(ClockKind.PROMISED).flatMap(Clock::due).orElse(today);
        var days = termDays(change.known().item(), today, promisedDue, change.known().calendar());
        return change.start(ClockKind.SUPPLEMENT, today, days, Clock.TermUnit.WORKING);
    }

    static Ruling bring(Change change, Act.BringPapers act) {
        var running = change.openClock(ClockKind.SUPPLEMENT);
        if (running.isEmpty() || act.materials().isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingOwed(""));
        }
        if (isOver(change, running.get())) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due(running.get())));
        }
        for (var material : act.materials()) {
            if (change.pledges().stream()
                    .noneMatch(p -> p.isPaperOwed() && p.material().equals(material))) {
                return CaseEngine.refused(new Refusal.NothingOwed(material));
            }
        }
        var brought =
                change.pledges().stream()
                        .filter(p -> p.isPaperOwed() && act.materials().contains(p.material()))
                        .map(Pledge::name)
                        .toList();
        change.replacePledges(
                p -> p.isPaperOwed() && act.materials().contains(p.material()),
                p -> p.settled(Pledge.State.KEPT, change.known().today()));
        var left = change.pledges().stream().filter(Pledge::isPaperOwed).map(Pledge::name).toList();
        if (left.isEmpty()) {
            change.meet(ClockKind.SUPPLEMENT);
        }
        return change.done(new CaseEvent.PapersBrought(brought, left, act.files()));
    }

    /**
     * What came is not what was promised: it is owed again, for as many working days as were left
     * when it came, and one at least, so that nobody loses time by the office's looking at it.
     */
    @LegalBasis(value = "practice/tolerance/term", reading = "Q-017")
    static Ruling reject(Change change, Act.RejectPapers act) {
        var file = change.before();
        var known = change.known();
        if (!known.actor().has(Right.ACCEPT)
                && file.openTasks().stream().noneMatch(t -> t.isHeldBy(known.actor()))) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (act.materials().isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingOwed(""));
        }
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        for (var material : act.materials()) {
            if (brought(change, material).isEmpty()) {
                return CaseEngine.refused(new Refusal.NothingOwed(material));
            }
        }
        var names =
                change.pledges().stream()
                        .filter(p -> act.materials().contains(p.material()))
                        .map(Pledge::name)
                        .toList();
        var left = daysLeft(change, act.materials());
        change.replacePledges(
                p -> act.materials().contains(p.material()) && isBrought(p), Pledge::bound);
        var running = change.openClock(ClockKind.SUPPLEMENT);
        var clock =
                running.isPresent()
                        ? running.get()
                        : change.start(
                                ClockKind.SUPPLEMENT, known.today(), left, Clock.TermUnit.WORKING);
        return change.done(new CaseEvent.PapersRejected(names, act.reason(), due(clock)));
    }

    /** Working days that were left of the term when the last of these papers came; at least one. */
    private static int daysLeft(Change change, List<String> materials) {
        var came =
                change.pledges().stream()
                        .filter(p -> materials.contains(p.material()))
                        .flatMap(p -> Optional.ofNullable(p.settledOn()).stream())
                        .max(LocalDate::compareTo)
                        .orElse(change.known().today());
        var due = change.before().clock(ClockKind.SUPPLEMENT).flatMap(Clock::due).orElse(came);
        var calendar = change.known().calendar();
        var days = 1;
        while (!calendar.plusWorkingDays(came, days + 1).isAfter(due)) {
            days++;
        }
        return days;
    }

    private static Optional<Pledge> brought(Change change, String material) {
        return change.pledges().stream()
                .filter(p -> p.material().equals(material) && isBrought(p))
                .findFirst();
    }

    private static boolean isBrought(Pledge pledge) {
        return pledge.is(Pledge.Kind.PAPER_FOLLOWS, Pledge.State.KEPT);
    }

    /**
     * More time, once, before the term is over and never beyond the statutory one. The wait is the
     * applicant's own, so the office's promise moves by as much.
     */
    @LegalBasis(value = "practice/tolerance/extension", reading = "Q-014")
    static Ruling extend(Change change, Act.ExtendSupplement act) {
        var running = change.openClock(ClockKind.SUPPLEMENT);
        if (running.isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingOwed(""));
        }
        var old = running.get();
        // An extension puts a longer clock in the place of the first, which is void since.
        if (change.before().clocks().stream()
                .anyMatch(c -> c.kind() == ClockKind.SUPPLEMENT && c.state() == Clock.State.VOID)) {
            return CaseEngine.refused(new Refusal.AlreadyExtended());
        }
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        if (isOver(change, old)) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due(old)));
        }
        var calendar = change.known().calendar();
        var bound = change.openClock(ClockKind.STATUTORY).flatMap(Clock::due);
        var more = old.days();
        while (more > 0
                && bound.isPresent()
                && calendar.plusWorkingDays(old.startedOn(), old.days() + more)
                        .isAfter(bound.get())) {
            more--;
        }
        if (more == 0) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(bound.orElseThrow()));
        }
        change.voidClock(ClockKind.SUPPLEMENT);
        var longer =
                change.start(
                        ClockKind.SUPPLEMENT,
                        old.startedOn(),
                        old.days() + more,
                        Clock.TermUnit.WORKING);
        var moved = (int) ChronoUnit.DAYS.between(due(old), due(longer));
        var working = more;
        change.openClock(ClockKind.PROMISED)
                .ifPresent(
                        promise ->
                                change.lengthen(
                                        ClockKind.PROMISED,
                                        switch (promise.unit()) {
                                            case WORKING -> working;
                                            case CALENDAR -> moved;
                                        }));
        return change.done(new CaseEvent.SupplementExtended(more, act.reason(), due(longer)));
    }

    @LegalBasis("practice/tolerance/default")
    static Ruling end(Change change) {
        var running = change.openClock(ClockKind.SUPPLEMENT);
        if (running.isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingOwed(""));
        }
        if (!isOver(change, running.get())) {
            return CaseEngine.refused(new Refusal.TermNotOver(due(running.get())));
        }
        var today = change.known().today();
        var broken =
                change.pledges().stream()
                        .filter(Pledge::isPaperOwed)
                        .map(p -> p.settled(Pledge.State.BROKEN, today))
                        .toList();
        change.replacePledges(Pledge::isPaperOwed, p -> p.settled(Pledge.State.BROKEN, today));
        return change.meet(ClockKind.SUPPLEMENT)
                .voidClocks()
                .voidTasks()
                .endProcedure()
                .releasePledges()
                .ended(Outcome.NOT_SUPPLEMENTED)
                .to(CaseState.CLOSED)
                .done(new CaseEvent.PapersNeverCame(broken, due(running.get())));
    }

    /** The names of what is owed; empty when nothing stands against a grant. */
    static Optional<String> owed(Change change) {
        var names =
                change.pledges().stream()
                        .filter(Pledge::isPaperOwed)
                        .map(Pledge::name)
                        .collect(Collectors.joining("、"));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static boolean isOver(Change change, Clock clock) {
        return change.known().today().isAfter(due(clock));
    }

    private static LocalDate due(Clock clock) {
        return clock.due().orElseThrow();
    }
}
