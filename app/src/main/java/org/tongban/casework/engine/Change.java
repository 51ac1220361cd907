package org.tongban.casework.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Consultation;
import org.tongban.casework.Hearing;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Procedure;
import org.tongban.casework.Simulation;
import org.tongban.casework.Takeover;
import org.tongban.catalogue.ItemDefinition;

/** A case being changed by one act: begins as a copy, ends as the next {@link CaseFile}. */
final class Change {

    private final CaseFile before;
    private final Known known;
    private final Terms terms;

    private CaseState state;
    private @Nullable Outcome outcome;
    private @Nullable LocalDate acceptedOn;
    private @Nullable LocalDate decidedOn;
    private List<String> plan;
    private final List<CaseTask> tasks;
    private final List<Clock> clocks;
    private final List<Procedure> procedures;
    private List<Act.Correction> corrections;
    private boolean toldOnce;
    private boolean extended;
    private final List<Pledge> pledges;
    private final List<Consultation> consultations;
    private @Nullable Hearing hearing;
    private @Nullable Simulation simulation;
    private String agency;
    private @Nullable Takeover takeover;

    Change(CaseFile before, Known known) {
        this.before = before;
        this.known = known;
        this.terms = new Terms(known.calendar());
        this.state = before.state();
        this.outcome = before.outcome();
        this.acceptedOn = before.acceptedOn();
        this.decidedOn = before.decidedOn();
        this.plan = before.plan();
        this.tasks = new ArrayList<>(before.tasks());
        this.clocks = new ArrayList<>(before.clocks());
        this.procedures = new ArrayList<>(before.procedures());
        this.corrections = before.corrections();
        this.toldOnce = before.toldOnce();
        this.extended = before.extended();
        this.pledges = new ArrayList<>(before.pledges());
        this.consultations = new ArrayList<>(before.consultations());
        this.hearing = before.hearing();
        this.simulation = before.simulation();
        this.agency = before.agency();
        this.takeover = before.takeover();
    }

    CaseFile before() {
        return before;
    }

    Known known() {
        return known;
    }

    List<CaseTask> tasks() {
        return tasks;
    }

    List<String> plan() {
        return plan;
    }

    Change to(CaseState next) {
        state = next;
        return this;
    }

    Change ended(Outcome how) {
        outcome = how;
        return this;
    }

    Change accepted(LocalDate on) {
        acceptedOn = on;
        return this;
    }

    Change planned(List<String> steps) {
        plan = steps;
        return this;
    }

    Change decided() {
        decidedOn = known.today();
        return this;
    }

    Change told(List<Act.Correction> what) {
        var all = new ArrayList<>(corrections);
        all.removeIf(old -> what.stream().anyMatch(now -> now.material().equals(old.material())));
        all.addAll(what);
        corrections = List.copyOf(all);
        toldOnce = true;
        return this;
    }

    Change heard(Hearing next) {
        hearing = next;
        return this;
    }

    Change simulated(@Nullable Simulation what) {
        simulation = what;
        return this;
    }

    /** Another office goes on with it. */
    Change takenOver(String by, Map<String, String> posts) {
        takeover = new Takeover(agency, posts);
        agency = by;
        return this;
    }

    /** The post at which a step is done in this case. */
    String postOf(ItemDefinition.Step step) {
        return takeover == null
                ? step.post()
                : takeover.posts().getOrDefault(step.key(), step.post());
    }

    /** The office in which a post sits; the case's own for a counter of no single office. */
    String officeOf(String post) {
        return known.seats().agencyOf(post).orElse(agency);
    }

    boolean isSimulated() {
        return simulation != null;
    }

    Change extendedOnce() {
        extended = true;
        return this;
    }

    Change offered(List<Pledge> offers) {
        pledges.addAll(offers);
        return this;
    }

    List<Consultation> consultations() {
        return consultations;
    }

    /** The clock of that number; empty for none. */
    Optional<Clock> clock(@Nullable Integer no) {
        return no == null ? Optional.empty() : Optional.of(clocks.get(no - 1));
    }

    /** Ends one clock, in time or late; nothing for none. */
    void meet(@Nullable Integer no) {
        replaceClock(no, clock -> terms.met(clock, known.today(), procedures));
    }

    /** Ends one clock without a result; nothing for none. */
    void voidClock(@Nullable Integer no) {
        replaceClock(no, clock -> Terms.ended(clock, Clock.State.VOID, known.today()));
    }

    private void replaceClock(@Nullable Integer no, UnaryOperator<Clock> how) {
        if (no == null) {
            return;
        }
        int number = no;
        clocks.replaceAll(c -> c.no() == number && c.isOpen() ? how.apply(c) : c);
    }

    List<Pledge> pledges() {
        return pledges;
    }

    Change replacePledges(Predicate<Pledge> which, UnaryOperator<Pledge> how) {
        pledges.replaceAll(pledge -> which.test(pledge) ? how.apply(pledge) : pledge);
        return this;
    }

    /** The case ended another way: nothing that was promised is owed any more. */
    Change releasePledges() {
        return replacePledges(Pledge::isOpen, p -> p.settled(Pledge.State.RELEASED, known.today()));
    }

    /** Starts a clock; the day it starts on is not counted. */
    Clock start(ClockKind kind, LocalDate on, int days, Clock.TermUnit unit) {
        var clock =
                terms.counted(
                        new Clock(
                                clocks.size() + 1,
                                kind,
                                on,
                                days,
                                unit,
                                Clock.State.RUNNING,
                                null,
                                null),
                        procedures);
        clocks.add(clock);
        return clock;
    }

    /** Ends the open clock of a kind, in time or late, whichever today is. */
    Change meet(ClockKind kind) {
        return replaceClock(kind, clock -> terms.met(clock, known.today(), procedures));
    }

    /** Ends the open clock of a kind: what it waited for is not owed any more. */
    Change voidClock(ClockKind kind) {
        return replaceClock(kind, clock -> Terms.ended(clock, Clock.State.VOID, known.today()));
    }

    /** Ends every open clock: the case is over and nothing is owed any more. */
    Change voidClocks() {
        clocks.replaceAll(
                clock ->
                        clock.isOpen()
                                ? Terms.ended(clock, Clock.State.VOID, known.today())
                                : clock);
        return this;
    }

    Change lengthen(ClockKind kind, int days) {
        return replaceClock(kind, clock -> terms.lengthened(clock, days, procedures));
    }

    List<Clock> clocks() {
        return clocks;
    }

    List<Procedure> procedures() {
        return procedures;
    }

    /** Counts every open clock anew by the calendar as it is known now. */
    Change recountAll() {
        clocks.replaceAll(clock -> clock.isOpen() ? terms.counted(clock, procedures) : clock);
        return this;
    }

    /** Counts every clock that can stop anew, after a procedure has begun or ended. */
    Change recount() {
        clocks.replaceAll(
                clock ->
                        clock.isOpen() && clock.kind().canStop()
                                ? terms.counted(clock, procedures)
                                : clock);
        return this;
    }

    Change begin(Procedure procedure) {
        procedures.add(procedure);
        return this;
    }

    Change endProcedure() {
        procedures.replaceAll(
                p ->
                        p.isRunning()
                                ? new Procedure(
                                        p.kind(),
                                        p.reason(),
                                        p.startedOn(),
                                        known.today(),
                                        p.expectedDays(),
                                        p.basis(),
                                        p.counted())
                                : p);
        return this;
    }

    Change replaceTasks(Predicate<CaseTask> which, UnaryOperator<CaseTask> how) {
        tasks.replaceAll(task -> which.test(task) ? how.apply(task) : task);
        return this;
    }

    Change voidTasks() {
        consultations.replaceAll(c -> c.isPending() ? c.in(Consultation.State.VOID) : c);
        return replaceTasks(
                CaseTask::isPending, task -> task.voided(known.now(), known.actor().name()));
    }

    Optional<Clock> openClock(ClockKind kind) {
        return clocks.stream().filter(c -> c.kind() == kind && c.isOpen()).findFirst();
    }

    Ruling done(CaseEvent event) {
        return new Ruling.Done(
                new CaseFile(
                        before.caseId(),
                        before.caseNo(),
                        state,
                        outcome,
                        before.version() + 1,
                        before.itemKey(),
                        before.itemVersion(),
                        agency,
                        before.delivery(),
                        before.receivedOn(),
                        acceptedOn,
                        decidedOn,
                        plan,
                        tasks,
                        clocks,
                        procedures,
                        corrections,
                        toldOnce,
                        extended,
                        pledges,
                        consultations,
                        hearing,
                        simulation,
                        before.fetched(),
                        takeover),
                event);
    }

    private Change replaceClock(ClockKind kind, UnaryOperator<Clock> how) {
        clocks.replaceAll(
                clock -> clock.kind() == kind && clock.isOpen() ? how.apply(clock) : clock);
        return this;
    }
}
