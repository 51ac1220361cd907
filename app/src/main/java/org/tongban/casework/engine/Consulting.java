package org.tongban.casework.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tongban.calendar.Period;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Consultation;
import org.tongban.casework.Consultation.Form;
import org.tongban.casework.Consultation.State;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition.Step;

/**
 * Others asked in on a task: signers before and after, countersigning, opinions with a term. What
 * they say is counted here; the task itself stays with whoever has it.
 */
final class Consulting {

    /** More seats than this are a meeting, not a round of signatures. */
    static final int MOST_SEATS = 20;

    private Consulting() {}

    static Ruling ask(Change change, Act.Consult act) {
        var found = change.before().openTask(act.taskNo()).filter(CaseTask::isMain);
        if (found.isEmpty()) {
            return CaseEngine.refused(new Refusal.NoSuchTask(act.taskNo()));
        }
        var task = found.get();
        if (!task.isHeldBy(change.known().actor())) {
            return Review.notTheirs(task);
        }
        var refusal = unfit(act, task);
        if (refusal.isPresent()) {
            return CaseEngine.refused(refusal.get());
        }
        var no = change.consultations().size() + 1;
        var clock =
                act.form() == Form.OPINION
                        ? Optional.of(
                                change.start(
                                        ClockKind.OPINION,
                                        change.known().today(),
                                        act.days(),
                                        Clock.TermUnit.WORKING))
                        : Optional.<Clock>empty();
        var state = act.form() == Form.SIGN_AFTER ? State.WAITING : State.OPEN;
        change.consultations()
                .add(
                        new Consultation(
                                no,
                                task.no(),
                                act.form(),
                                act.rule(),
                                act.question(),
                                state,
                                clock.map(Clock::no).orElse(null)));
        var step = change.known().item().step(task.step()).orElseThrow();
        var dueOn =
                clock.flatMap(Clock::due)
                        .orElseGet(
                                () ->
                                        change.known()
                                                .calendar()
                                                .plusWorkingDays(
                                                        change.known().today(), step.days()));
        for (var post : act.posts()) {
            change.tasks()
                    .add(
                            new CaseTask(
                                    change.tasks().size() + 1,
                                    task.step(),
                                    task.name(),
                                    Review.officeOf(change, post),
                                    post,
                                    false,
                                    state == State.WAITING
                                            ? CaseTask.State.WAITING
                                            : CaseTask.State.OPEN,
                                    dueOn,
                                    change.known().now(),
                                    null,
                                    null,
                                    no,
                                    null,
                                    null));
        }
        return change.done(
                new CaseEvent.Consulted(
                        task.step(),
                        task.name(),
                        act.form(),
                        act.rule(),
                        act.posts(),
                        act.question(),
                        clock.flatMap(Clock::due).orElse(null)));
    }

    private static Optional<Refusal> unfit(Act.Consult act, CaseTask task) {
        var signing = act.form() == Form.SIGN_BEFORE || act.form() == Form.SIGN_AFTER;
        if (act.posts().isEmpty()
                || act.posts().size() > MOST_SEATS
                || (signing && act.posts().size() > 1)
                || new HashSet<>(act.posts()).size() < act.posts().size()) {
            return Optional.of(new Refusal.WordsMissing("posts"));
        }
        if (act.question().isBlank()) {
            return Optional.of(new Refusal.WordsMissing("question"));
        }
        if (act.form() == Form.OPINION && (act.days() < 1 || act.days() > Period.LONGEST)) {
            return Optional.of(new Refusal.WordsMissing("days"));
        }
        // A decision is made once; whoever has to agree to it agrees before.
        return act.form() == Form.SIGN_AFTER && task.decision()
                ? Optional.of(new Refusal.NobodySignsAfterADecision())
                : Optional.empty();
    }

    static Ruling answer(Change change, Act.GiveOpinion act) {
        var found = change.before().openTask(act.taskNo()).filter(task -> !task.isMain());
        if (found.isEmpty()) {
            return CaseEngine.refused(new Refusal.NoSuchTask(act.taskNo()));
        }
        var task = found.get();
        if (!task.isHeldBy(change.known().actor())) {
            return Review.notTheirs(task);
        }
        if (act.opinion().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("opinion"));
        }
        var known = change.known();
        change.replaceTasks(
                t -> t.no() == task.no(),
                t -> t.answered(act.agrees(), known.now(), known.actor().name()));
        var consultation = of(change, task).orElseThrow();
        settle(change, consultation);
        return change.done(
                new CaseEvent.OpinionGiven(
                        task.step(),
                        task.name(),
                        task.agency(),
                        consultation.form(),
                        act.agrees(),
                        act.opinion(),
                        of(change, task).orElseThrow().state()));
    }

    /** Terms for opinions that have passed: what silence means is settled by the item. */
    static Ruling takeSilence(Change change) {
        var today = change.known().today();
        var silent =
                change.consultations().stream()
                        .filter(c -> c.form() == Form.OPINION && c.state() == State.OPEN)
                        .filter(c -> dueOf(change, c).filter(today::isAfter).isPresent())
                        .toList();
        if (silent.isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingOwed(""));
        }
        var agrees = Boolean.TRUE.equals(change.known().item().silenceAgrees());
        var posts =
                change.tasks().stream()
                        .filter(t -> t.isOpen() && silent.stream().anyMatch(c -> t.answers(c.no())))
                        .map(CaseTask::post)
                        .toList();
        var known = change.known();
        for (var consultation : silent) {
            change.replaceTasks(
                    t -> t.isOpen() && t.answers(consultation.no()),
                    t ->
                            agrees
                                    ? t.answered(true, known.now(), known.actor().name())
                                    : t.voided(known.now(), known.actor().name()));
            settle(change, consultation);
        }
        return change.done(new CaseEvent.SilenceTaken(posts, agrees));
    }

    private static Optional<java.time.LocalDate> dueOf(Change change, Consultation consultation) {
        return change.clock(consultation.clock()).flatMap(Clock::due);
    }

    /**
     * Counts the answers; once the rule is met or cannot be met any more, the rest is overtaken.
     */
    private static void settle(Change change, Consultation consultation) {
        var seats = change.tasks().stream().filter(t -> t.answers(consultation.no())).toList();
        var open = seats.stream().filter(CaseTask::isPending).count();
        var agreed = seats.stream().filter(t -> Boolean.TRUE.equals(t.agreed())).count();
        var against = seats.stream().filter(t -> Boolean.FALSE.equals(t.agreed())).count();
        var all = open + agreed + against;
        var result =
                switch (consultation.rule()) {
                    // Everybody is heard, even after the first has disagreed.
                    case ALL ->
                            open > 0 ? State.OPEN : against == 0 ? State.AGREED : State.DISAGREED;
                    case ANY ->
                            agreed > 0 || all == 0
                                    ? State.AGREED
                                    : open > 0 ? State.OPEN : State.DISAGREED;
                    case MAJORITY ->
                            agreed * 2 > all || all == 0
                                    ? State.AGREED
                                    : (agreed + open) * 2 > all ? State.OPEN : State.DISAGREED;
                };
        if (result == State.OPEN) {
            return;
        }
        end(change, consultation, result);
        if (consultation.form() == Form.SIGN_AFTER) {
            if (result == State.DISAGREED) {
                // Others who were to sign after it sign, if at all, what is done anew.
                for (var other : List.copyOf(change.consultations())) {
                    if (other.task() == consultation.task() && other.isPending()) {
                        end(change, other, State.VOID);
                    }
                }
                Review.open(change, stepOf(change, consultation));
            } else {
                Review.openReadySteps(change);
            }
        }
    }

    private static Step stepOf(Change change, Consultation consultation) {
        var task = change.tasks().get(consultation.task() - 1);
        return change.known().item().step(task.step()).orElseThrow();
    }

    private static void end(Change change, Consultation consultation, State how) {
        var known = change.known();
        change.replaceTasks(
                t -> t.isPending() && t.answers(consultation.no()),
                t -> t.voided(known.now(), known.actor().name()));
        change.consultations().replaceAll(c -> c.no() == consultation.no() ? c.in(how) : c);
        if (how == State.VOID) {
            change.voidClock(consultation.clock());
        } else {
            change.meet(consultation.clock());
        }
    }

    /** A task is done: those who sign after it have their turn. */
    static void openSignersAfter(Change change, CaseTask task) {
        var known = change.known();
        for (var c : List.copyOf(change.consultations())) {
            if (c.task() == task.no() && c.state() == State.WAITING) {
                change.consultations()
                        .replaceAll(other -> other.no() == c.no() ? other.in(State.OPEN) : other);
                change.replaceTasks(
                        t -> t.answers(c.no()) && t.state() == CaseTask.State.WAITING,
                        t -> t.opened(known.now()));
            }
        }
    }

    /** What was asked on a task that is overtaken is not asked any more. */
    static void dropOrphans(Change change) {
        for (var c : List.copyOf(change.consultations())) {
            var task = change.tasks().get(c.task() - 1);
            var overtaken =
                    task.state() == CaseTask.State.VOID
                            || (task.decision() && task.state() == CaseTask.State.DONE);
            if (c.isPending() && overtaken) {
                end(change, c, State.VOID);
            }
        }
    }

    /** Whether others still have to speak before the task may be done. */
    static boolean holdsUp(CaseFile file, CaseTask task) {
        return file.consultations().stream().anyMatch(c -> c.holdsUp(task.no()));
    }

    /** Whether those who had to countersign a task have not agreed. The last round counts. */
    static boolean isAgainst(CaseFile file, CaseTask task) {
        return file.consultations().stream()
                .filter(c -> c.task() == task.no() && c.form() != Form.OPINION)
                .reduce((_, last) -> last)
                .filter(c -> c.state() == State.DISAGREED)
                .isPresent();
    }

    private static Optional<Consultation> of(Change change, CaseTask task) {
        return change.consultations().stream().filter(c -> task.answers(c.no())).findFirst();
    }
}
