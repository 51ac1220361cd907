package org.tongban.casework.todo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Procedure;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.todo.TodoPage.Chip;
import org.tongban.casework.todo.Worklist.Filter;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Absences;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;

/** Where staff begin: what waits for them by due day, and what they have finished. */
@Controller
class TodoPages {

    private static final String TODO = "/staff/todo";
    private static final String DONE = "/staff/done";

    private final Worklist worklist;
    private final Catalogue catalogue;
    private final Absences absences;
    private final StaffDay day;

    TodoPages(Worklist worklist, Catalogue catalogue, Absences absences, StaffDay day) {
        this.absences = absences;
        this.worklist = worklist;
        this.catalogue = catalogue;
        this.day = day;
    }

    /** The first page of the day, by what somebody may do. */
    @GetMapping("/staff")
    @Open(door = Door.STAFF, audit = "staff.entered")
    String begin(StaffPrincipal staff) {
        if (staff.has("review") || staff.has("decide")) return "redirect:" + TODO;
        if (staff.has("accept")) return "redirect:/staff/desk";
        if (staff.has("deliver")) return "redirect:/staff/desk/deliver";
        if (staff.has("supervise")) return "redirect:/staff/late";
        if (staff.has("draft-entries") || staff.has("review-staffing") || staff.has("review-law")) {
            return "redirect:/staff/entries";
        }
        return staff.has("administer") ? "redirect:/staff/directory" : "redirect:" + TODO;
    }

    @GetMapping(TODO)
    @Open(door = Door.STAFF, audit = "worklist.read")
    Rendered todo(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var now = day.now(request);
        var filter = filter(show);
        var days = new Worklist.Days(now.today(), now.soonUntil());
        var found = worklist.open(seats(staff), filter, days, key(after));
        var rows = found.stream().limit(Worklist.PAGE).map(task -> row(task, now)).toList();
        var next =
                found.size() > Worklist.PAGE
                        ? href(filter) + "&after=" + text(found.get(Worklist.PAGE - 1).key())
                        : "";
        return Rendered.of(
                "casework/todo/todo",
                new TodoPage(
                        now.say("todo.title"),
                        summary(staff, days, now),
                        false,
                        chips(filter, now),
                        rows,
                        new Pager(after.isEmpty() ? "" : href(filter), next, ""),
                        now.say("todo.empty." + code(filter)),
                        now.say("todo.empty." + code(filter) + ".text")));
    }

    @GetMapping(DONE)
    @Open(door = Door.STAFF, audit = "finished-tasks.read")
    Rendered done(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var now = day.now(request);
        var found = worklist.finished(staff.staffId(), staff.name(), PageKey.behindMoment(after));
        var rows = found.stream().limit(Worklist.PAGE).map(task -> row(task, now)).toList();
        var next =
                found.size() > Worklist.PAGE
                        ? DONE + "?after=" + found.get(Worklist.PAGE - 1).key()
                        : "";
        return Rendered.of(
                "casework/todo/todo",
                new TodoPage(
                        now.say("todo.done"),
                        "",
                        true,
                        List.of(),
                        rows,
                        new Pager(after.isEmpty() ? "" : DONE, next, ""),
                        now.say("todo.done.empty"),
                        now.say("todo.done.empty.text")));
    }

    private String summary(StaffPrincipal staff, Worklist.Days days, StaffDay.Now now) {
        return now.say(
                "todo.summary",
                figure(worklist.count(seats(staff), Filter.ALL, days)),
                figure(worklist.count(seats(staff), Filter.LATE, days)),
                figure(worklist.count(seats(staff), Filter.SOON, days)));
    }

    private static String figure(int count) {
        return count > Worklist.MOST_COUNTED ? Worklist.MOST_COUNTED + "+" : "" + count;
    }

    private static List<Chip> chips(Filter current, StaffDay.Now now) {
        return Arrays.stream(Filter.values())
                .map(
                        filter ->
                                new Chip(
                                        now.say("todo.filter." + code(filter)),
                                        href(filter),
                                        filter == current))
                .toList();
    }

    private TodoPage.Row row(Worklist.Task task, StaffDay.Now now) {
        var late =
                task.key().dueOn().isBefore(now.today())
                        && task.file().runningProcedure().filter(Procedure::stops).isEmpty();
        return row(
                task.file(),
                task.applicantName(),
                task.stepName(),
                now.say("todo.step-due", now.dates().day(task.key().dueOn())),
                late,
                now);
    }

    private TodoPage.Row row(Worklist.Finished task, StaffDay.Now now) {
        return row(
                task.file(),
                task.applicantName(),
                task.stepName(),
                now.moment(task.at()),
                false,
                now);
    }

    private TodoPage.Row row(
            CaseFile file,
            String applicant,
            String step,
            String note,
            boolean late,
            StaffDay.Now now) {
        var strips = now.strips();
        return new TodoPage.Row(
                catalogue.version(file.itemKey(), file.itemVersion()).name(),
                CaseNumber.of(file.caseNo()).printed(),
                "/staff/cases/" + file.caseId(),
                applicant,
                step,
                note,
                late,
                strips.days(file),
                strips.tag(file));
    }

    private static String href(Filter filter) {
        return TODO + "?show=" + code(filter);
    }

    private static String code(Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    private static Filter filter(String code) {
        return Arrays.stream(Filter.values())
                .filter(filter -> code(filter).equals(code))
                .findFirst()
                .orElse(Filter.ALL);
    }

    private static String text(Worklist.Key key) {
        return PageKey.write(key.dueOn(), key.caseId(), key.taskNo());
    }

    private static Optional<Worklist.Key> key(String text) {
        return PageKey.behindDay(text)
                .map(key -> new Worklist.Key(key.day(), key.caseId(), key.no()));
    }

    /**
     * What stands at the posts, what was handed over to the reader, or to whom they stand in for.
     */
    private Set<String> seats(StaffPrincipal staff) {
        var seats = new HashSet<>(staff.posts());
        seats.add(CaseTask.seatOf(staff.staffId().toString()));
        absences.coveredBy(staff.staffId())
                .forEach(away -> seats.add(CaseTask.seatOf(away.toString())));
        return seats;
    }
}
