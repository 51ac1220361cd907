package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseState;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;

/** The lists of the desk: the queue of what waits for an answer, and what is to be handed over. */
@Controller
class DeskPages {

    private static final String DESK = "/staff/desk";
    private static final String DELIVER = "/staff/desk/deliver";

    private final DeskQueue queue;
    private final Catalogue catalogue;
    private final StaffDay day;

    DeskPages(DeskQueue queue, Catalogue catalogue, StaffDay day) {
        this.queue = queue;
        this.catalogue = catalogue;
        this.day = day;
    }

    @GetMapping(DESK)
    @Open(door = Door.STAFF, right = "accept", audit = "desk.read")
    Rendered desk(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var looking = !q.isBlank();
        var found = looking ? queue.find(staff, q) : queue.waiting(staff, key(after));
        var empty = looking ? "desk.find.empty" : "desk.queue.empty";
        return Rendered.of(
                "casework/desk/queue",
                new QueuePage(
                        now.say("desk.title"),
                        q,
                        false,
                        rows(found, now),
                        pager(looking ? List.of() : found, DESK, after),
                        now.say(empty),
                        now.say(empty + ".text")));
    }

    @GetMapping(DELIVER)
    @Open(door = Door.STAFF, right = "deliver", audit = "deliveries.read")
    Rendered deliver(
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var found = queue.toDeliver(staff, key(after));
        return Rendered.of(
                "casework/desk/queue",
                new QueuePage(
                        now.say("desk.deliver.title"),
                        "",
                        true,
                        rows(found, now),
                        pager(found, DELIVER, after),
                        now.say("desk.deliver.empty"),
                        now.say("desk.deliver.empty.text")));
    }

    private List<QueuePage.Row> rows(List<DeskQueue.Entry> found, StaffDay.Now now) {
        return found.stream()
                .limit(DeskQueue.PAGE)
                .map(
                        entry -> {
                            var file = entry.file();
                            return new QueuePage.Row(
                                    catalogue.version(file.itemKey(), file.itemVersion()).name(),
                                    CaseNumber.of(file.caseNo()).printed(),
                                    href(entry),
                                    entry.applicantName(),
                                    now.words().status(file),
                                    now.strips().days(file),
                                    now.strips().tag(file));
                        })
                .toList();
    }

    private static String href(DeskQueue.Entry entry) {
        var caseId = entry.file().caseId();
        return entry.file().state() == CaseState.DECIDED
                ? DELIVER + "/" + caseId
                : DESK + "/" + caseId;
    }

    static Pager pager(List<DeskQueue.Entry> found, String base, String after) {
        if (found.size() <= DeskQueue.PAGE) {
            return new Pager(after.isEmpty() ? "" : base, "", "");
        }
        var last = found.get(DeskQueue.PAGE - 1);
        var next = base + "?after=" + last.dueOn() + "_" + last.file().caseId();
        return new Pager(after.isEmpty() ? "" : base, next, "");
    }

    /** An address that nobody here wrote begins at the front. */
    static Optional<DeskQueue.Key> key(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 2) return Optional.empty();
        try {
            return Optional.of(
                    new DeskQueue.Key(LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
