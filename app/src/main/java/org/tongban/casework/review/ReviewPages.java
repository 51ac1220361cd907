package org.tongban.casework.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
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
import org.tongban.casework.CaseBelongings;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.Notice;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.casework.ReliedOn;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.Presence;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Fact;
import org.tongban.web.Link;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TimelineEntry;

/** One case on one page, and the acts of review and decision on it. */
@Controller
class ReviewPages {

    private static final TakenFiles.Taken NOTHING = new TakenFiles.Taken(List.of(), Map.of());

    private final CaseSheets sheets;
    private final Casework casework;
    private final EvidenceDesk evidence;
    private final Presence presence;
    private final TakenFiles taken;
    private final Directory directory;
    private final Catalogue catalogue;
    private final StaffDay day;
    private final ObjectProvider<CaseBelongings> belongings;

    ReviewPages(
            CaseSheets sheets,
            Casework casework,
            EvidenceDesk evidence,
            Presence presence,
            TakenFiles taken,
            Directory directory,
            Catalogue catalogue,
            StaffDay day,
            ObjectProvider<CaseBelongings> belongings) {
        this.belongings = belongings;
        this.sheets = sheets;
        this.casework = casework;
        this.evidence = evidence;
        this.presence = presence;
        this.taken = taken;
        this.directory = directory;
        this.catalogue = catalogue;
        this.day = day;
    }

    /** How a page came to be drawn: fresh, or in answer to an act that was not carried out. */
    private record Drawn(
            ActForm form, String actId, ErrorSummary errors, int seenVersion, boolean unmasked) {

        static Drawn fresh(boolean unmasked) {
            return new Drawn(
                    ActForm.empty(),
                    UUID.randomUUID().toString(),
                    ErrorSummary.none(),
                    Integer.MAX_VALUE,
                    unmasked);
        }
    }

    @GetMapping("/staff/cases/{caseId}")
    @Open(door = Door.STAFF, audit = "case.opened")
    Rendered open(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var sheet = opened(caseId, staff, now.say("review.purpose"));
        return page(sheet, staff, Drawn.fresh(false), done, now);
    }

    /** The numbers in full. A form, not a link: looking is an act, and it leaves a line. */
    @PostMapping("/staff/cases/{caseId}/numbers")
    @Open(door = Door.STAFF, audit = "case.numbers-shown")
    Rendered numbers(@PathVariable UUID caseId, StaffPrincipal staff, HttpServletRequest request) {
        var now = day.now(request);
        var sheet = opened(caseId, staff, now.say("review.purpose.numbers"));
        return page(sheet, staff, Drawn.fresh(true), "", now);
    }

    @PostMapping("/staff/cases/{caseId}")
    @Open(door = Door.STAFF, audit = "case.acted-on")
    Object act(
            @PathVariable UUID caseId,
            @RequestParam int version,
            @RequestParam UUID actId,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var file = sheets.reach(caseId, staff).orElseThrow(ReviewPages::notThere);
        var form = ActForm.of(request.getParameterMap());
        var item = catalogue.version(file.itemKey(), file.itemVersion()).definition();
        // Only a visit brings anything; a file in another's box is left where it is.
        var brought = form.at("act").equals("visit") ? taken.take(request, now.texts()) : NOTHING;
        var paper =
                form.at("act").equals("correctSlip")
                        ? sheets.paper(caseId, form.number("slipPaper"))
                        : Optional.<Notice>empty();
        var act = form.act(directory.current(), item, brought.files().size(), paper);
        var wrong = ActFaults.of(form, directory.current(), paper, now);
        wrong.putAll(brought.faults());
        if (wrong.isEmpty() && act.isEmpty()) wrong.put("", now.say("review.no-act"));
        if (!wrong.isEmpty() && version == file.version()) {
            return refused(caseId, staff, form, actId, version, wrong, now);
        }
        if (act.isEmpty()) return stale(caseId, staff, form, version, now);
        var result =
                casework.performWith(
                        caseId,
                        OptionalInt.of(version),
                        actId,
                        act.get(),
                        brought.files(),
                        sheets.actor(file, staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:/staff/cases/" + caseId + "?done=" + form.at("act");
            case Performed.Refused(Refusal.Stale _) -> stale(caseId, staff, form, version, now);
            case Performed.Refused(var why) -> {
                var said = now.words().refusal(why);
                yield refused(
                        caseId,
                        staff,
                        form,
                        actId,
                        version,
                        Map.of(RefusedBox.of(form.at("act"), why), said.matter() + said.wayOut()),
                        now);
            }
        };
    }

    /** Who did what meanwhile, and all that was typed: in its boxes, or to be copied. */
    private Rendered stale(
            UUID caseId, StaffPrincipal staff, ActForm form, int seenVersion, StaffDay.Now now) {
        var sheet = opened(caseId, staff, now.say("review.purpose"));
        var errors = SheetViews.changedMeanwhile(sheet, now);
        var actId = UUID.randomUUID().toString();
        return page(sheet, staff, new Drawn(form, actId, errors, seenVersion, false), "", now)
                .status(HttpStatus.CONFLICT);
    }

    private Rendered refused(
            UUID caseId,
            StaffPrincipal staff,
            ActForm form,
            UUID actId,
            int seenVersion,
            Map<String, String> wrong,
            StaffDay.Now now) {
        var sheet = opened(caseId, staff, now.say("review.purpose"));
        var errors = ErrorSummary.of(wrong);
        return page(
                        sheet,
                        staff,
                        new Drawn(form, actId.toString(), errors, seenVersion, false),
                        "",
                        now)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private CaseSheet opened(UUID caseId, StaffPrincipal staff, String purpose) {
        return sheets.open(caseId, staff, purpose).orElseThrow(ReviewPages::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Rendered page(
            CaseSheet sheet, StaffPrincipal staff, Drawn drawn, String done, StaffDay.Now now) {
        var file = sheet.file();
        var views = new SheetViews(sheet, now);
        var relied =
                sheet.item().materials().stream().allMatch(one -> one.fetch() == null)
                        ? List.<ReliedOn>of()
                        : evidence.reliedOn(sheet.caseId());
        var offered =
                new OfferedActs(
                        sheet, staff, drawn.form(), drawn.errors(), directory.current(), now);
        return Rendered.of(
                "casework/review/case",
                new ReviewPage(
                        sheet.item().name(),
                        CaseNumber.of(file.caseNo()).printed(),
                        Tag.plain(now.words().status(file)),
                        now.strips().tag(file),
                        facts(sheet, now),
                        CaseParts.strips(file, now),
                        belongings.stream()
                                .flatMap(some -> some.of(sheet.caseId()).stream())
                                .map(whole -> belongs(whole, now))
                                .toList(),
                        presence.enter(sheet.caseId(), staff.staffId(), staff.name()),
                        done.matches("[a-zA-Z]+") && now.texts().has("review.done." + done)
                                ? now.say("review.done." + done)
                                : "",
                        relied.stream()
                                .filter(
                                        one ->
                                                one.fault()
                                                        .filter(ReviewPages::isChange)
                                                        .isPresent())
                                .map(
                                        one ->
                                                now.say(
                                                        "review.evidence.spoilt",
                                                        now.words().spoilt(one)))
                                .toList(),
                        changes(views, drawn, file),
                        drawn.errors(),
                        views.applicant(drawn.unmasked()),
                        drawn.unmasked() ? "" : "/staff/cases/" + sheet.caseId() + "/numbers",
                        views.answers(drawn.unmasked()),
                        CaseParts.materials(sheet, views, relied, now),
                        new ReviewPage.Acts(
                                "/staff/cases/" + sheet.caseId(),
                                file.version(),
                                drawn.actId(),
                                offered.parts()),
                        views.timeline(),
                        staff.has("supervise")
                                ? "/staff/cases/" + sheet.caseId() + "/trace.json"
                                : "",
                        views.papers()));
    }

    /** What was never checked has not changed; its own line says how it stands. */
    private static boolean isChange(Evidence.Fault fault) {
        return fault.kind() != Evidence.Kind.UNCHECKED;
    }

    private static Link belongs(CaseBelongings.Whole whole, StaffDay.Now now) {
        return new Link(
                now.say(
                        "review.belongs",
                        whole.name(),
                        whole.number(),
                        whole.ordinal(),
                        whole.parts()),
                whole.staffHref());
    }

    private static List<TimelineEntry> changes(SheetViews views, Drawn drawn, CaseFile file) {
        return drawn.seenVersion() < file.version() ? views.since(drawn.seenVersion()) : List.of();
    }

    private List<Fact> facts(CaseSheet sheet, StaffDay.Now now) {
        var file = sheet.file();
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                "review.agency",
                directory
                        .current()
                        .agency(file.agency())
                        .map(Agency::shortName)
                        .orElse(file.agency()));
        facts.put("review.channel", now.words().channel(sheet.channel()));
        facts.put("review.received", now.dates().day(file.receivedOn()));
        var accepted = file.acceptedOn();
        if (accepted != null) facts.put("review.accepted", now.dates().day(accepted));
        facts.put("review.delivery", now.words().delivery(file.delivery()));
        return facts.entrySet().stream()
                .map(fact -> new Fact(now.say(fact.getKey()), fact.getValue(), ""))
                .toList();
    }
}
