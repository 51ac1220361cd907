package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Notice;
import org.tongban.casework.Performed;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.Refusal;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.Presence;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;

/** The check of one application, and the office's answer: accepted, to be corrected, or not. */
@Controller
class IntakePages {

    private static final int LONGEST = 1000;

    private final CaseSheets sheets;
    private final Casework casework;
    private final Presence presence;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final StaffDay day;

    IntakePages(
            CaseSheets sheets,
            Casework casework,
            Presence presence,
            Directory directory,
            PlaceSettings.Source place,
            StaffDay day) {
        this.sheets = sheets;
        this.casework = casework;
        this.presence = presence;
        this.directory = directory;
        this.place = place;
        this.day = day;
    }

    @GetMapping("/staff/desk/{caseId}")
    @Open(door = Door.STAFF, right = "accept", audit = "intake.opened")
    Rendered open(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var check = new Checklist(opened(caseId, staff, now, "desk.purpose"), Map.of());
        return page(check, staff, UUID.randomUUID(), ErrorSummary.none(), done, false, now);
    }

    /** The numbers in full: an act of its own, which leaves a line for the person concerned. */
    @PostMapping("/staff/desk/{caseId}/numbers")
    @Open(door = Door.STAFF, right = "accept", audit = "intake.numbers-shown")
    Rendered numbers(@PathVariable UUID caseId, StaffPrincipal staff, HttpServletRequest request) {
        var now = day.now(request);
        var check = new Checklist(opened(caseId, staff, now, "desk.purpose.numbers"), Map.of());
        return page(check, staff, UUID.randomUUID(), ErrorSummary.none(), "", true, now);
    }

    @PostMapping("/staff/desk/{caseId}")
    @Open(door = Door.STAFF, right = "accept", audit = "intake.answered")
    Object answer(
            @PathVariable UUID caseId,
            @RequestParam int version,
            @RequestParam UUID actId,
            @RequestParam(defaultValue = "") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var check = new Checklist(opened(caseId, staff, now, "desk.purpose"), typed(request));
        var against =
                switch (act) {
                    case "accept" -> check.againstAccepting(now);
                    case "preview", "tell" -> check.againstTelling(now);
                    case "refuse" -> check.againstRefusing(now);
                    default -> Map.<String, String>of();
                };
        var chosen = act(act, check, now);
        if (!against.isEmpty() || chosen.isEmpty()) {
            // "edit" comes back from the preview; every other case has something to put right.
            return act.equals("preview") && against.isEmpty()
                    ? preview(check, now)
                    : page(check, staff, actId, ErrorSummary.of(against), "", false, now)
                            .status(
                                    against.isEmpty()
                                            ? HttpStatus.OK
                                            : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var result =
                casework.perform(
                        caseId,
                        OptionalInt.of(version),
                        actId,
                        chosen.get(),
                        sheets.actor(check.sheet().file(), staff));
        return switch (result) {
            case Performed.Done _, Performed.Already _ ->
                    "redirect:/staff/desk/" + caseId + "?done=" + act;
            case Performed.Refused(var why) -> {
                var said = now.words().refusal(why);
                var errors = ErrorSummary.of(Map.of(box(why), said.matter() + said.wayOut()));
                yield page(check, staff, actId, errors, "", false, now).status(statusOf(why));
            }
        };
    }

    /** Which paper a picture is, before its file's name, which often is that of every picture. */
    private static String materialOf(CaseSheet sheet, SubmittedFile file) {
        return sheet.item().material(file.material()).map(m -> m.name() + "：").orElse("");
    }

    private static HttpStatusCode statusOf(Refusal why) {
        return why instanceof Refusal.Stale
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String box(Refusal why) {
        return why instanceof Refusal.WordsMissing(var field) && !field.equals("what") ? field : "";
    }

    private static Optional<Act> act(String name, Checklist check, StaffDay.Now now) {
        return switch (name) {
            case "accept" -> Optional.of(check.accept());
            case "tell" -> Optional.of(new Act.TellCorrections(check.corrections(now)));
            case "refuse" ->
                    Arrays.stream(Act.NonAcceptance.values())
                            .filter(ground -> ground.name().equals(check.at("ground")))
                            .findFirst()
                            .map(
                                    ground ->
                                            new Act.RefuseAcceptance(
                                                    ground,
                                                    check.at("reason"),
                                                    check.at("competentOffice")));
            default -> Optional.empty();
        };
    }

    private CaseSheet opened(UUID caseId, StaffPrincipal staff, StaffDay.Now now, String purpose) {
        return sheets.open(caseId, staff, now.say(purpose))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        return typed;
    }

    private Rendered preview(Checklist check, StaffDay.Now now) {
        var sheet = check.sheet();
        var hidden = new ArrayList<IntakePage.Hidden>();
        check.typed()
                .forEach(
                        (name, value) -> {
                            if (!name.equals("act") && !name.startsWith("_")) {
                                hidden.add(new IntakePage.Hidden(name, value));
                            }
                        });
        var days = place.current().policy().applicantCorrectionDays();
        return Rendered.of(
                "casework/desk/preview",
                new IntakePage.Preview(
                        sheet.item().name(),
                        CaseNumber.of(sheet.file().caseNo()).printed(),
                        check.corrections(now),
                        now.say(
                                "desk.preview.days",
                                days,
                                now.dates().day(now.calendar().plusWorkingDays(now.today(), days))),
                        hidden,
                        "/staff/desk/" + sheet.caseId()));
    }

    private Rendered page(
            Checklist check,
            StaffPrincipal staff,
            UUID actId,
            ErrorSummary errors,
            String done,
            boolean unmasked,
            StaffDay.Now now) {
        var sheet = check.sheet();
        var file = sheet.file();
        var views = new SheetViews(sheet, now);
        var base = "/staff/desk/" + sheet.caseId();
        var answerable = file.state() == CaseState.RECEIVED;
        return Rendered.of(
                "casework/desk/intake",
                new IntakePage(
                        sheet.item().name(),
                        CaseNumber.of(file.caseNo()).printed(),
                        Tag.plain(now.words().status(file)),
                        now.strips().tag(file),
                        presence.enter(sheet.caseId(), staff.staffId(), staff.name()),
                        now.texts().has("desk.done." + done) ? now.say("desk.done." + done) : "",
                        print(sheet, views),
                        errors,
                        views.applicant(unmasked),
                        unmasked ? "" : base + "/numbers",
                        facts(sheet, now),
                        views.answers(unmasked),
                        rows(check, views, errors, now),
                        sheet.files().stream()
                                .map(
                                        each ->
                                                new IntakePage.Picture(
                                                        "f-" + each.fileNo(),
                                                        materialOf(sheet, each) + each.name(),
                                                        views.link(each).href(),
                                                        each.mediaType().startsWith("image/")))
                                .toList(),
                        answerable,
                        file.state() == CaseState.CORRECTING,
                        FieldView.of(
                                        FieldKind.LONGTEXT,
                                        Checklist.FORM_REMARK,
                                        now.say("desk.check.remark"))
                                .optional()
                                .maxLength(LONGEST)
                                .value(check.at(Checklist.FORM_REMARK))
                                .error(errors),
                        signed(check, errors, now),
                        refusal(check, errors, now),
                        !check.at("ground").isEmpty() || !check.at("reason").isEmpty(),
                        supply(sheet, now),
                        base,
                        file.version(),
                        actId.toString(),
                        "/staff/cases/" + sheet.caseId()));
    }

    private static List<Link> print(CaseSheet sheet, SheetViews views) {
        return sheet.papers().reversed().stream()
                .filter(
                        paper ->
                                paper.kind() == Notice.Kind.RECEIPT
                                        || paper.kind() == Notice.Kind.ACCEPTANCE
                                        || paper.kind() == Notice.Kind.TOLERANT_ACCEPTANCE
                                        || paper.kind() == Notice.Kind.CORRECTION
                                        || paper.kind() == Notice.Kind.NON_ACCEPTANCE)
                .map(paper -> new Link(paper.title(), views.paperHref(paper.no())))
                .toList();
    }

    private List<Answer> facts(CaseSheet sheet, StaffDay.Now now) {
        var file = sheet.file();
        var item = sheet.item();
        var agency =
                directory
                        .current()
                        .agency(file.agency())
                        .map(Agency::shortName)
                        .orElse(file.agency());
        return List.of(
                new Answer(now.say("desk.agency"), agency, "", ""),
                new Answer(
                        now.say("desk.kind"),
                        now.say(
                                "desk.kind." + item.caseKind().name().toLowerCase(Locale.ROOT),
                                item.limits().promised().days()),
                        "",
                        ""),
                new Answer(
                        now.say("desk.version"),
                        now.say("desk.version.text", file.itemVersion()),
                        "",
                        ""),
                new Answer(now.say("desk.channel"), now.words().channel(sheet.channel()), "", ""),
                new Answer(now.say("desk.received"), now.dates().day(file.receivedOn()), "", ""));
    }

    private static List<IntakePage.Row> rows(
            Checklist check, SheetViews views, ErrorSummary errors, StaffDay.Now now) {
        var rows = new ArrayList<IntakePage.Row>();
        for (var material : check.materials()) {
            var mark = Checklist.markName(material);
            var reason = Checklist.reasonName(material);
            var error = errors.at(mark).isEmpty() ? errors.at(reason) : errors.at(mark);
            rows.add(
                    new IntakePage.Row(
                            material.key(),
                            material.name(),
                            String.join("；", material.checks()),
                            check.promised(material)
                                            && check.sheet().filesOf(material.key()).isEmpty()
                                    ? now.say(
                                            check.isVouched(material)
                                                    ? "desk.check.vouched"
                                                    : "desk.check.promised")
                                    : views.isOnPaper(material.key())
                                            ? now.say("review.on-paper")
                                            : check.sheet().filesOf(material.key()).isEmpty()
                                                    ? now.say(
                                                            material.isRequired()
                                                                    ? "desk.check.no-file"
                                                                    : "desk.check.no-file.optional")
                                                    : "",
                            check.sheet().filesOf(material.key()).stream()
                                    .map(
                                            file ->
                                                    file.mediaType().startsWith("image/")
                                                            ? new Link(
                                                                    file.name(),
                                                                    "#f-" + file.fileNo())
                                                            : views.link(file))
                                    .toList(),
                            mark,
                            check.mark(material),
                            reason,
                            check.reason(material),
                            error,
                            rows.isEmpty(),
                            check.mayFollow(material)));
        }
        return rows;
    }

    private static List<FieldView> refusal(Checklist check, ErrorSummary errors, StaffDay.Now now) {
        var grounds =
                Arrays.stream(Act.NonAcceptance.values())
                        .map(
                                ground ->
                                        new Option(
                                                ground.name(),
                                                now.say(
                                                        "desk.ground."
                                                                + ground.name()
                                                                        .toLowerCase(Locale.ROOT))))
                        .toList();
        return List.of(
                FieldView.of(FieldKind.CHOICE, "ground", now.say("desk.ground"))
                        .options(grounds)
                        .value(check.at("ground"))
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "reason", now.say("desk.reason"))
                        .maxLength(LONGEST)
                        .value(check.at("reason"))
                        .error(errors),
                FieldView.text("competentOffice", now.say("desk.competent-office"))
                        .optional()
                        .hint(now.say("desk.competent-office.hint"))
                        .value(check.at("competentOffice"))
                        .error(errors));
    }

    /** Asked only where some paper may follow. */
    private static List<FieldView> signed(Checklist check, ErrorSummary errors, StaffDay.Now now) {
        if (check.materials().stream().noneMatch(check::mayFollow)) return List.of();
        return List.of(
                FieldView.of(FieldKind.CHOICES, Checklist.SIGNED, now.say("desk.check.signed"))
                        .options(List.of(new Option("yes", now.say("desk.check.signed.yes"))))
                        .optional()
                        .value(check.signedHere() ? "yes" : "")
                        .error(errors));
    }

    /** Only what was told is taken in: one file box for each thing to correct. */
    private static List<FieldView> supply(CaseSheet sheet, StaffDay.Now now) {
        var fields = new ArrayList<FieldView>();
        for (var correction : sheet.file().corrections()) {
            fields.add(
                    FieldView.of(FieldKind.FILE, "u." + correction.material(), correction.name())
                            .hint(correction.what())
                            .optional()
                            .files("image/*,application/pdf", false, true));
        }
        fields.add(
                FieldView.of(FieldKind.LONGTEXT, "note", now.say("desk.supply.note"))
                        .maxLength(LONGEST));
        return fields;
    }
}
