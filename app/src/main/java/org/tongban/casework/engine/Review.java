package org.tongban.casework.engine;

import java.util.Optional;
import org.tongban.calendar.DayCount;
import org.tongban.calendar.Period;
import org.tongban.calendar.Stoppage;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Hearing;
import org.tongban.casework.Procedure;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;
import org.tongban.law.LegalBasis;

/**
 * From acceptance to the decision: the steps, the procedures that stop the clock, the extension.
 */
final class Review {

    /** 一个机关: by approval of the office's head. Working days. */
    @LegalBasis("licensing/42/1/extension")
    static final int EXTENSION_WORKING_DAYS = 10;

    /** 统一办理、联合办理、集中办理: by approval of the government at the same level. Working days. */
    @LegalBasis("licensing/42/2/extension")
    static final int JOINT_EXTENSION_WORKING_DAYS = 15;

    private Review() {}

    static Ruling pass(Change change, Act.PassStep pass) {
        var task = change.before().openTask(pass.taskNo()).filter(CaseTask::isMain);
        if (task.isEmpty() || task.get().decision()) {
            return CaseEngine.refused(new Refusal.NoSuchTask(pass.taskNo()));
        }
        if (!task.get().isHeldBy(change.known().actor())) {
            return notTheirs(task.get());
        }
        if (Consulting.holdsUp(change.before(), task.get())) {
            return CaseEngine.refused(new Refusal.OthersStillAsked());
        }
        if (pass.opinion().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("opinion"));
        }
        finish(change, task.get());
        Consulting.openSignersAfter(change, task.get());
        openReadySteps(change);
        return change.done(
                new CaseEvent.StepPassed(
                        task.get().step(), task.get().name(), task.get().agency(), pass.opinion()));
    }

    /** Back to an earlier step; whatever was done behind that step has to be done again. */
    static Ruling sendBack(Change change, Act.ReturnStep back) {
        var found = change.before().openTask(back.taskNo()).filter(CaseTask::isMain);
        if (found.isEmpty()) {
            return CaseEngine.refused(new Refusal.NoSuchTask(back.taskNo()));
        }
        var task = found.get();
        if (!task.isHeldBy(change.known().actor())) {
            return notTheirs(task);
        }
        if (back.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        var item = change.known().item();
        var steps = new Steps(item, change.plan());
        if (!steps.allBefore(task.step()).contains(back.toStep())) {
            return CaseEngine.refused(new Refusal.NotAnEarlierStep(back.toStep()));
        }
        var behind = steps.allBehind(back.toStep());
        var known = change.known();
        change.replaceTasks(
                t -> behind.contains(t.step()) && t.state() != CaseTask.State.VOID,
                t -> t.voided(known.now(), known.actor().name()));
        Consulting.dropOrphans(change);
        var target = item.step(back.toStep()).orElseThrow();
        open(change, target);
        return change.done(
                new CaseEvent.StepReturned(
                        task.step(),
                        task.name(),
                        task.agency(),
                        target.key(),
                        target.name(),
                        back.reason()));
    }

    @LegalBasis(value = "licensing/45", reading = "Q-003: the clock stops on the day it was told")
    static Ruling startProcedure(Change change, Act.StartProcedure start) {
        if (noOpenTaskOf(change)) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (change.before().runningProcedure().isPresent()) {
            return CaseEngine.refused(new Refusal.ProcedureMismatch(true));
        }
        var kind = change.known().policy().procedures().find(start.procedure());
        if (kind.isEmpty()
                || !change.known().item().specialProcedures().contains(start.procedure())) {
            return CaseEngine.refused(new Refusal.ProcedureUnknown(start.procedure()));
        }
        if (start.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        if (start.expectedDays() < 1 || start.expectedDays() > Period.LONGEST) {
            return CaseEngine.refused(new Refusal.WordsMissing("expectedDays"));
        }
        var basis = kind.get().basis().equals(Article45.NAME) ? null : kind.get().basis();
        var counted = kind.get().stops() ? null : Boolean.TRUE;
        change.begin(
                        new Procedure(
                                start.procedure(),
                                start.reason(),
                                change.known().today(),
                                null,
                                start.expectedDays(),
                                basis,
                                counted))
                .recount();
        return change.done(
                new CaseEvent.ProcedureStarted(
                        start.procedure(), start.reason(), start.expectedDays(), basis, counted));
    }

    static Ruling endProcedure(Change change, Act.EndProcedure end) {
        var running = change.before().runningProcedure();
        if (noOpenTaskOf(change)) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (running.isEmpty()) {
            return CaseEngine.refused(new Refusal.ProcedureMismatch(false));
        }
        if (change.before().heard().filter(h -> h.state() == Hearing.State.CALLED).isPresent()) {
            // A hearing ends with its transcript.
            return CaseEngine.refused(new Refusal.HearingMismatch());
        }
        if (end.result().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("result"));
        }
        change.endProcedure().recount();
        recountTasks(change);
        return change.done(
                new CaseEvent.ProcedureEnded(
                        running.get().kind(),
                        running.get().startedOn(),
                        end.result(),
                        leading(change).flatMap(Clock::due).orElse(null)));
    }

    @LegalBasis(
            value = {"licensing/42/1/extension", "licensing/42/2/extension"},
            reading = "Q-012: whether the promised term moves with it is settled by the place")
    static Ruling extend(Change change, Act.Extend extend) {
        var before = change.before();
        var statutory = change.openClock(ClockKind.STATUTORY);
        if (isJoint(change) && change.known().actor().agencies().isPresent()) {
            // Only the government above the offices lengthens what they handle together.
            return CaseEngine.refused(new Refusal.NotYours(Right.HEAD));
        }
        if (change.isSimulated()) {
            return CaseEngine.refused(new Refusal.OnlySimulated());
        }
        if (before.extended() || !change.known().item().isLicence() || statutory.isEmpty()) {
            return CaseEngine.refused(new Refusal.AlreadyExtended());
        }
        if (extend.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        var due = statutory.get().due();
        if (due.isPresent() && change.known().today().isAfter(due.get())) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due.get()));
        }
        var days = isJoint(change) ? JOINT_EXTENSION_WORKING_DAYS : EXTENSION_WORKING_DAYS;
        change.lengthen(ClockKind.STATUTORY, days).extendedOnce();
        if (change.known().policy().extensionMovesPromise()) {
            change.lengthen(ClockKind.PROMISED, days);
        }
        // While the clock stands still nobody can name the new last day; the old one is the honest
        // bound.
        var newDue =
                change.openClock(ClockKind.STATUTORY)
                        .flatMap(Clock::due)
                        .orElse(change.known().today());
        return change.done(new CaseEvent.Extended(days, extend.reason(), newDue));
    }

    /** Opens every step whose turn has come. */
    static void openReadySteps(Change change) {
        var steps = new Steps(change.known().item(), change.plan());
        for (var step : steps.ready(change.tasks(), change.consultations())) {
            open(change, step);
        }
    }

    static void finish(Change change, CaseTask task) {
        var known = change.known();
        change.replaceTasks(
                t -> t.no() == task.no(), t -> t.done(known.now(), known.actor().name()));
    }

    static Ruling notTheirs(CaseTask task) {
        return CaseEngine.refused(
                new Refusal.NotYours(task.decision() ? Right.DECIDE : Right.REVIEW));
    }

    static void open(Change change, Step step) {
        var known = change.known();
        var post = change.postOf(step);
        change.tasks()
                .add(
                        new CaseTask(
                                change.tasks().size() + 1,
                                step.key(),
                                step.name(),
                                change.officeOf(post),
                                post,
                                step.kind() == StepKind.DECISION,
                                CaseTask.State.OPEN,
                                known.calendar().plusWorkingDays(known.today(), step.days()),
                                known.now(),
                                null,
                                null));
    }

    /** The office in which a post sits; the item's own for a counter of no single office. */
    static String officeOf(Change change, String post) {
        return change.officeOf(post);
    }

    /**
     * The steps' own shares of time stand still with the clocks, through every stop since they were
     * opened. While a stop goes on nobody can name their new last day, so the old one stays.
     */
    static void recountTasks(Change change) {
        var known = change.known();
        var stops =
                change.procedures().stream()
                        .filter(Procedure::stops)
                        .map(p -> new Stoppage(p.startedOn(), p.ended(), p.kind(), p.ground()))
                        .toList();
        change.replaceTasks(
                t -> t.isPending() && !hasOwnTerm(change, t),
                t -> {
                    var opened = t.openedAt().atZone(known.zone()).toLocalDate();
                    var days = known.item().step(t.step()).orElseThrow().days();
                    return t.movedTo(
                            DayCount.dueOn(
                                            known.calendar(),
                                            opened,
                                            Period.workingDays(days),
                                            stops)
                                    .orElse(t.dueOn()));
                });
    }

    /** Opinions have a term of their own, which no procedure stops. */
    private static boolean hasOwnTerm(Change change, CaseTask task) {
        return change.before().consultationOf(task).filter(c -> c.clock() != null).isPresent();
    }

    private static boolean isJoint(Change change) {
        return change.plan().stream()
                        .map(key -> change.known().item().step(key).orElseThrow())
                        .map(change::postOf)
                        .map(change::officeOf)
                        .distinct()
                        .count()
                > 1;
    }

    static boolean noOpenTaskOf(Change change) {
        return change.before().openTasks().stream()
                .noneMatch(task -> task.isMain() && task.isHeldBy(change.known().actor()));
    }

    static Optional<Clock> leading(Change change) {
        return change.openClock(ClockKind.PROMISED).or(() -> change.openClock(ClockKind.STATUTORY));
    }
}
