package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.casework.ResultFiles;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CaseNumber;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldError;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Rendered;

/** Puts a result into the hands of whoever came for it, and notes who that was. */
@Controller
class DeliverPages {

    private static final int LONGEST_NUMBER = 40;

    private final CaseSheets sheets;
    private final Casework casework;
    private final ResultFiles results;
    private final StaffDay day;

    DeliverPages(CaseSheets sheets, Casework casework, ResultFiles results, StaffDay day) {
        this.sheets = sheets;
        this.casework = casework;
        this.results = results;
        this.day = day;
    }

    @GetMapping("/staff/desk/deliver/{caseId}")
    @Open(door = Door.STAFF, right = "deliver", audit = "delivery.opened")
    Rendered open(@PathVariable UUID caseId, StaffPrincipal staff, HttpServletRequest request) {
        var now = day.now(request);
        return page(caseId, staff, Typed.NOTHING, UUID.randomUUID(), ErrorSummary.none(), now);
    }

    /** Shown beside the page, where the reader of the browser prints it. */
    @GetMapping("/staff/desk/deliver/{caseId}/result.pdf")
    @Open(door = Door.STAFF, right = "deliver", audit = "result.printed-for-applicant")
    ResponseEntity<InputStreamResource> print(@PathVariable UUID caseId, StaffPrincipal staff) {
        if (sheets.reach(caseId, staff).isEmpty()) throw notThere();
        var name = results.nameOf(caseId).orElseThrow(DeliverPages::notThere);
        var content =
                results.pdf(caseId)
                        .orElseThrow(
                                () -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }

    @PostMapping("/staff/desk/deliver/{caseId}")
    @Open(door = Door.STAFF, right = "deliver", audit = "case.delivered")
    Object handOver(
            @PathVariable UUID caseId,
            @RequestParam int version,
            @RequestParam UUID actId,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String receivedBy,
            @RequestParam(defaultValue = "") String consignment,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var file = sheets.reach(caseId, staff).orElseThrow(DeliverPages::notThere);
        var typed = new Typed(way, receivedBy, consignment);
        var act =
                new Act.Deliver(
                        typed.isPosted() ? Act.DeliveryWay.POST : Act.DeliveryWay.WINDOW,
                        receivedBy.strip(),
                        consignment.strip());
        var result =
                casework.perform(
                        caseId, OptionalInt.of(version), actId, act, sheets.actor(file, staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ -> "redirect:/staff/desk/deliver/" + caseId;
            case Performed.Refused(var why) -> {
                var said = now.words().refusal(why);
                var errors =
                        new ErrorSummary(
                                List.of(
                                        new FieldError(
                                                why instanceof Refusal.WordsMissing(var field)
                                                        ? field
                                                        : "",
                                                said.matter() + said.wayOut())));
                yield page(caseId, staff, typed, actId, errors, now)
                        .status(
                                why instanceof Refusal.Stale
                                        ? HttpStatus.CONFLICT
                                        : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Rendered page(
            UUID caseId,
            StaffPrincipal staff,
            Typed typed,
            UUID actId,
            ErrorSummary errors,
            StaffDay.Now now) {
        var sheet =
                sheets.open(caseId, staff, now.say("desk.purpose.deliver"))
                        .orElseThrow(DeliverPages::notThere);
        var views = new SheetViews(sheet, now);
        return Rendered.of(
                "casework/desk/deliver",
                new DeliverPage(
                        sheet.item().name(),
                        CaseNumber.of(sheet.file().caseNo()).printed(),
                        now.strips().tag(sheet.file()),
                        views.applicant(false),
                        sheet.item().result().name(),
                        toPrint(caseId, now),
                        views.papers(),
                        over(sheet, now),
                        sheet.file().state() == CaseState.CLOSED && isOver(sheet)
                                ? "/staff/desk/deliver/" + caseId + "/receipt"
                                : "",
                        typed.boxes(errors, now),
                        "/staff/desk/deliver/" + caseId,
                        sheet.file().version(),
                        actId.toString(),
                        errors));
    }

    /** What was typed about a hand-over. */
    private record Typed(String way, String receivedBy, String consignment) {

        static final Typed NOTHING = new Typed("", "", "");

        boolean isPosted() {
            return way.equals(Act.DeliveryWay.POST.name());
        }

        List<FieldView> boxes(ErrorSummary errors, StaffDay.Now now) {
            return List.of(
                    FieldView.of(FieldKind.CHOICE, "way", now.say("desk.way"))
                            .options(
                                    Stream.of(Act.DeliveryWay.WINDOW, Act.DeliveryWay.POST)
                                            .map(
                                                    one ->
                                                            new Option(
                                                                    one.name(),
                                                                    now.words().delivery(one)))
                                            .toList())
                            .value(way.isEmpty() ? Act.DeliveryWay.WINDOW.name() : way),
                    FieldView.of(FieldKind.NAME, "receivedBy", now.say("desk.received-by"))
                            .hint(now.say("desk.received-by.hint"))
                            .value(receivedBy)
                            .error(errors),
                    FieldView.text("consignment", now.say("desk.consignment"))
                            .hint(now.say("desk.consignment.hint"))
                            .optional()
                            .maxLength(LONGEST_NUMBER)
                            .value(consignment)
                            .error(errors));
        }
    }

    private static boolean isOver(CaseSheet sheet) {
        return sheet.events().stream()
                .anyMatch(line -> line.event() instanceof CaseEvent.Delivered);
    }

    private Optional<Link> toPrint(UUID caseId, StaffDay.Now now) {
        return results.nameOf(caseId)
                .map(
                        name ->
                                new Link(
                                        now.say("desk.deliver.print", name),
                                        "/staff/desk/deliver/" + caseId + "/result.pdf"));
    }

    /** Who has it already; a second visit to the page must not hand it over again. */
    private static String over(CaseSheet sheet, StaffDay.Now now) {
        if (sheet.file().state() == CaseState.DECIDED) return "";
        return sheet.events().reversed().stream()
                .filter(line -> line.event() instanceof CaseEvent.Delivered)
                .findFirst()
                .map(
                        line ->
                                now.say(
                                        "desk.deliver.over",
                                        now.moment(line.at()),
                                        now.words().event(line.event()).sentence()))
                .orElseGet(() -> now.say("desk.deliver.not-now"));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
