package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.Casework;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Performed;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Rendered;

/** Papers that applicants promised to bring: who owes what until when, taking in, more time. */
@Controller
class OwedPages {

    private static final String OWED = "/staff/owed";
    private static final String ON_PAPER = "onPaper";
    private static final int LONGEST = 500;

    private final DeskQueue queue;
    private final CaseSheets sheets;
    private final Casework casework;
    private final Catalogue catalogue;
    private final TakenFiles taken;
    private final StaffDay day;

    OwedPages(
            DeskQueue queue,
            CaseSheets sheets,
            Casework casework,
            Catalogue catalogue,
            TakenFiles taken,
            StaffDay day) {
        this.queue = queue;
        this.sheets = sheets;
        this.casework = casework;
        this.catalogue = catalogue;
        this.taken = taken;
        this.day = day;
    }

    @GetMapping(OWED)
    @Open(door = Door.STAFF, right = "accept", audit = "owed.read")
    Rendered list(
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var found = queue.owed(staff, DeskPages.key(after));
        return Rendered.of(
                "casework/desk/queue",
                new QueuePage(
                        now.say("desk.owed.title"),
                        "",
                        true,
                        found.stream().limit(DeskQueue.PAGE).map(entry -> row(entry, now)).toList(),
                        DeskPages.pager(found, OWED, after),
                        now.say("desk.owed.empty"),
                        now.say("desk.owed.empty.text")));
    }

    private QueuePage.Row row(DeskQueue.Entry entry, StaffDay.Now now) {
        var file = entry.file();
        var clock = file.openClock(ClockKind.SUPPLEMENT).orElseThrow();
        return new QueuePage.Row(
                catalogue.version(file.itemKey(), file.itemVersion()).name(),
                CaseNumber.of(file.caseNo()).printed(),
                OWED + "/" + file.caseId(),
                entry.applicantName(),
                names(file.papersOwed()),
                now.strips().days(clock, file.procedures()),
                now.strips().tag(clock, file.procedures()));
    }

    @GetMapping(OWED + "/{caseId}")
    @Open(door = Door.STAFF, right = "accept", audit = "owed.opened")
    Rendered open(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        return page(
                sheet(caseId, staff, now),
                Map.of(),
                UUID.randomUUID(),
                ErrorSummary.none(),
                now.texts().has("desk.owed.done." + done) ? now.say("desk.owed.done." + done) : "",
                now);
    }

    @PostMapping(OWED + "/{caseId}/bring")
    @Open(door = Door.STAFF, right = "accept", audit = "owed.taken-in")
    Object bring(
            @PathVariable UUID caseId,
            @RequestParam UUID actId,
            @RequestParam(name = ON_PAPER, defaultValue = "") List<String> onPaper,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var sheet = sheet(caseId, staff, now);
        var files = taken.take(request, now.texts());
        var came = new ArrayList<>(onPaper);
        files.files().stream()
                .map(SubmittedFile::material)
                .filter(material -> !came.contains(material))
                .forEach(came::add);
        var wrong = new LinkedHashMap<>(files.faults());
        if (came.isEmpty()) wrong.putIfAbsent("", now.say("desk.owed.nothing"));
        if (!wrong.isEmpty()) {
            return page(sheet, Map.of(), actId, ErrorSummary.of(wrong), "", now)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(OWED + "/" + caseId);
        }
        var act = new Act.BringPapers(came, files.files().size());
        var result =
                casework.performWith(
                        caseId,
                        OptionalInt.empty(),
                        actId,
                        act,
                        files.files(),
                        sheets.actor(sheet.file(), staff));
        return answer(result, sheet, "bring", Map.of(), actId, now);
    }

    @PostMapping(OWED + "/{caseId}/extend")
    @Open(door = Door.STAFF, right = "accept", audit = "owed.extended")
    Object extend(
            @PathVariable UUID caseId,
            @RequestParam UUID actId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var sheet = sheet(caseId, staff, now);
        var result =
                casework.perform(
                        caseId,
                        OptionalInt.of(version),
                        actId,
                        new Act.ExtendSupplement(reason.strip()),
                        sheets.actor(sheet.file(), staff));
        return answer(result, sheet, "extend", Map.of("reason", reason), actId, now);
    }

    private Object answer(
            Performed result,
            CaseSheet sheet,
            String done,
            Map<String, String> typed,
            UUID actId,
            StaffDay.Now now) {
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:" + OWED + "/" + sheet.caseId() + "?done=" + done;
            case Performed.Refused(var why) -> {
                var said = now.words().refusal(why);
                var box = why instanceof Refusal.WordsMissing(var field) ? field : "";
                var errors = ErrorSummary.of(Map.of(box, said.matter() + said.wayOut()));
                yield page(sheet, typed, actId, errors, "", now)
                        .status(
                                why instanceof Refusal.Stale
                                        ? HttpStatus.CONFLICT
                                        : HttpStatus.UNPROCESSABLE_CONTENT)
                        .at(OWED + "/" + sheet.caseId());
            }
        };
    }

    private CaseSheet sheet(UUID caseId, StaffPrincipal staff, StaffDay.Now now) {
        return sheets.open(caseId, staff, now.say("desk.purpose.owed"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Rendered page(
            CaseSheet sheet,
            Map<String, String> typed,
            UUID actId,
            ErrorSummary errors,
            String done,
            StaffDay.Now now) {
        var file = sheet.file();
        var clock = file.openClock(ClockKind.SUPPLEMENT);
        return Rendered.of(
                "casework/desk/owed",
                new OwedPage(
                        sheet.item().name(),
                        CaseNumber.of(file.caseNo()).printed(),
                        clock.map(running -> now.strips().tag(running, file.procedures()))
                                .orElseGet(() -> now.strips().tag(file)),
                        done,
                        errors,
                        new SheetViews(sheet, now).applicant(false),
                        file.pledges().stream().map(pledge -> promise(pledge, now)).toList(),
                        boxes(file.papersOwed(), errors, now),
                        clock.map(running -> reason(typed, errors, now)).stream().toList(),
                        OWED + "/" + sheet.caseId(),
                        file.version(),
                        actId.toString(),
                        "/staff/cases/" + sheet.caseId()));
    }

    private static OwedPage.Promise promise(Pledge pledge, StaffDay.Now now) {
        return new OwedPage.Promise(
                pledge.name(), now.words().pledge(pledge), pledge.text().lines().toList());
    }

    private static List<FieldView> boxes(List<Pledge> owed, ErrorSummary errors, StaffDay.Now now) {
        if (owed.isEmpty()) return List.of();
        var boxes = new ArrayList<FieldView>();
        for (var pledge : owed) {
            boxes.add(
                    FieldView.of(FieldKind.FILE, TakenFiles.BOX + pledge.material(), pledge.name())
                            .optional()
                            .files("image/*,application/pdf", false, true)
                            .error(errors));
        }
        boxes.add(
                FieldView.of(FieldKind.CHOICES, ON_PAPER, now.say("desk.owed.on-paper"))
                        .options(
                                owed.stream().map(p -> new Option(p.material(), p.name())).toList())
                        .optional());
        return boxes;
    }

    private static FieldView reason(
            Map<String, String> typed, ErrorSummary errors, StaffDay.Now now) {
        return FieldView.of(FieldKind.LONGTEXT, "reason", now.say("desk.owed.reason"))
                .hint(now.say("desk.owed.reason.hint"))
                .maxLength(LONGEST)
                .value(typed.getOrDefault("reason", ""))
                .error(errors);
    }

    private static String names(List<Pledge> owed) {
        return String.join("、", owed.stream().map(Pledge::name).toList());
    }
}
