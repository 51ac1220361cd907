package org.tongban.casework.engine;

import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Officer;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.law.LegalBasis;

/** What colleagues do with one another on a case: hand over, visit, meet, leave a note. */
final class Together {

    /** 现场核查: by at least so many officers. */
    @LegalBasis("licensing/34")
    static final int FEWEST_OFFICERS = 2;

    /**
     * 会审: by so many offices at least; one office alone has a meeting of its own, not a joint one.
     */
    @LegalBasis("practice/joint/meeting")
    static final int FEWEST_OFFICES = 2;

    private Together() {}

    /** The task stays the same; one colleague of the post has it from now on. */
    static Ruling handOver(Change change, Act.HandOver act) {
        var found = change.before().openTask(act.taskNo());
        if (found.isEmpty()) {
            return CaseEngine.refused(new Refusal.NoSuchTask(act.taskNo()));
        }
        var task = found.get();
        var known = change.known();
        // Anybody of the post may take it over from a colleague who is away; the line says who did.
        if (!known.actor().holds(task.post())) {
            return Review.notTheirs(task);
        }
        if (!act.colleaguePosts().contains(task.post())) {
            return CaseEngine.refused(new Refusal.NoColleague());
        }
        if (act.reason().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reason"));
        }
        var holder = new CaseTask.Holder(act.colleagueId(), act.colleagueName());
        change.replaceTasks(t -> t.no() == task.no(), t -> t.heldBy(holder));
        return change.done(
                new CaseEvent.HandedOver(
                        task.step(), task.name(), act.colleagueName(), act.reason()));
    }

    /** A visit or a meeting that took place, with its record. Stops no clock. */
    @LegalBasis({"licensing/34", "practice/joint/meeting"})
    static Ruling recordVisit(Change change, Act.RecordVisit act) {
        var file = change.before();
        if (file.openTasks().stream().noneMatch(task -> task.isHeldBy(change.known().actor()))) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        if (act.officers().stream().map(Officer::id).distinct().count() < FEWEST_OFFICERS) {
            return CaseEngine.refused(new Refusal.TooFewOfficers(FEWEST_OFFICERS));
        }
        if (act.kind() == Act.Visit.MEETING && offices(act) < FEWEST_OFFICES) {
            return CaseEngine.refused(new Refusal.OneOfficeOnly());
        }
        if (act.place().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("place"));
        }
        if (act.record().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("record"));
        }
        if (act.on().isAfter(change.known().today()) || act.on().isBefore(file.receivedOn())) {
            return CaseEngine.refused(new Refusal.WordsMissing("visitedOn"));
        }
        return change.done(
                new CaseEvent.VisitRecorded(
                        act.kind(),
                        act.on(),
                        act.place(),
                        act.officers().stream().map(Officer::said).toList(),
                        act.record(),
                        act.files()));
    }

    private static long offices(Act.RecordVisit act) {
        return act.officers().stream()
                .map(Officer::agency)
                .filter(agency -> !agency.isEmpty())
                .distinct()
                .count();
    }

    /** By whoever works, or has worked, on the case. */
    static Ruling note(Change change, Act.WriteNote act) {
        if (change.before().tasks().stream()
                .noneMatch(task -> change.known().actor().holds(task.post()))) {
            return CaseEngine.refused(new Refusal.NotYours(Right.REVIEW));
        }
        return act.words().isBlank()
                ? CaseEngine.refused(new Refusal.WordsMissing("note"))
                : change.done(new CaseEvent.NoteWritten(act.words()));
    }
}
