package org.tongban.packages.visits;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Officer;
import org.tongban.casework.Officers;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.casework.words.CaseWords;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.packages.course.PackageCase;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Joint visits of one application: planned, joined, recorded, taken over by each office. */
@Controller
class VisitPages {

    private static final String PATH = "/staff/packages/cases/{no}/visits";

    private static final int MOST_DAYS_AHEAD = 90;
    private static final int MOST_OFFICERS = 10;

    private final VisitDoor door;
    private final JointVisits visits;
    private final GoTogether together;
    private final VisitView view;
    private final TakenFiles taken;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final Clock clock;
    private final TextBundles bundles;

    VisitPages(
            VisitDoor door,
            JointVisits visits,
            GoTogether together,
            VisitView view,
            TakenFiles taken,
            Directory directory,
            PlaceSettings.Source place,
            Clock clock,
            TextBundles bundles) {
        this.door = door;
        this.visits = visits;
        this.together = together;
        this.view = view;
        this.taken = taken;
        this.directory = directory;
        this.place = place;
        this.clock = clock;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "joint-visits.read")
    Rendered show(@PathVariable String no, StaffPrincipal staff, HttpServletRequest request) {
        return page(door.found(no, staff), staff, VisitForm.NOTHING, Map.of(), texts(request));
    }

    @GetMapping(PATH + "/{visit}/files/{fileNo}")
    @Open(door = Door.STAFF, audit = "joint-visit.file-read")
    ResponseEntity<Resource> file(
            @PathVariable String no,
            @PathVariable UUID visit,
            @PathVariable UUID fileNo,
            StaffPrincipal staff) {
        return door.picture(door.found(no, staff), visit, fileNo);
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "joint-visit.planned")
    Object plan(@PathVariable String no, StaffPrincipal staff, HttpServletRequest request) {
        var whole = door.found(no, staff);
        var texts = texts(request);
        var form = VisitForm.of(request);
        var part = door.own(whole, form.part(), staff);
        var errors = new LinkedHashMap<String, String>();
        var on =
                Typed.date(form.on())
                        .filter(day -> !day.isBefore(today()))
                        .filter(day -> !day.isAfter(today().plusDays(MOST_DAYS_AHEAD)));
        if (on.isEmpty()) {
            errors.put(VisitForm.ON, texts.localize("visits.on.wrong", MOST_DAYS_AHEAD));
        }
        if (form.site().isBlank() || form.site().strip().length() > VisitForm.LONGEST_SITE) {
            errors.put(VisitForm.SITE, texts.localize("visits.site.wrong", VisitForm.LONGEST_SITE));
        }
        var officers = officers(form);
        officersWrong(officers, part, texts).ifPresent(why -> errors.put(VisitForm.OFFICERS, why));
        if (errors.isEmpty() && on.isPresent()) {
            var planned =
                    visits.plan(
                            whole.id(),
                            on.get(),
                            form.site().strip(),
                            part,
                            officers.found(),
                            staff);
            if (planned) return SeeOther.to(path(no));
            errors.put(VisitForm.ON, texts.localize("visits.planned-already"));
        }
        return again(whole, staff, form, errors, texts);
    }

    /** What an office does in a visit: joins, writes the record, takes it over, calls it off. */
    @PostMapping(PATH + "/{visit}")
    @Open(door = Door.STAFF, audit = "joint-visit.acted-on")
    Object act(
            @PathVariable String no,
            @PathVariable UUID visit,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var whole = door.found(no, staff);
        var texts = texts(request);
        var form = VisitForm.of(request);
        var there =
                visits.of(whole.id()).stream()
                        .filter(one -> one.id().equals(visit))
                        .findFirst()
                        .orElseThrow(VisitDoor::notFound);
        var errors =
                switch (form.act()) {
                    case "join" -> join(whole, there, form, staff, texts);
                    case "record" -> record(whole, there, form, request, staff, texts);
                    case "take" -> take(whole, there, form, staff, texts);
                    case "call-off" -> callOff(there, staff, texts);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        return errors.isEmpty() ? SeeOther.to(path(no)) : again(whole, staff, form, errors, texts);
    }

    private Map<String, String> join(
            PackageCase whole,
            JointVisit visit,
            VisitForm form,
            StaffPrincipal staff,
            Texts texts) {
        var part = door.own(whole, form.part(), staff);
        var officers = officers(form);
        var wrong = officersWrong(officers, part, texts);
        if (wrong.isPresent()) return Map.of(VisitForm.officersOf(part.key()), wrong.get());
        return visits.join(visit.id(), part, officers.found(), staff)
                ? Map.of()
                : Map.of("", texts.localize("visits.too-late"));
    }

    private Map<String, String> record(
            PackageCase whole,
            JointVisit visit,
            VisitForm form,
            HttpServletRequest request,
            StaffPrincipal staff,
            Texts texts) {
        var part = door.own(whole, form.part(), staff);
        if (visit.office(part.key()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var errors = new LinkedHashMap<String, String>();
        var held =
                Typed.date(form.heldOn())
                        .filter(day -> !day.isAfter(today()))
                        .filter(day -> !day.isBefore(whole.submittedOn()));
        if (held.isEmpty()) errors.put(VisitForm.HELD_ON, texts.localize("visits.held.wrong"));
        if (form.record().isBlank() || form.record().strip().length() > VisitForm.LONGEST_RECORD) {
            errors.put(
                    VisitForm.RECORD,
                    texts.localize("visits.record.wrong", VisitForm.LONGEST_RECORD));
        }
        if (!visit.isJoint()) errors.put("", texts.localize("visits.not-joint"));
        if (!errors.isEmpty() || held.isEmpty()) return errors;
        var brought = taken.take(request, texts);
        if (!brought.faults().isEmpty()) return brought.faults();
        return visits.record(visit.id(), held.get(), form.record().strip(), brought.files(), staff)
                ? Map.of()
                : Map.of("", texts.localize("visits.too-late"));
    }

    private Map<String, String> take(
            PackageCase whole,
            JointVisit visit,
            VisitForm form,
            StaffPrincipal staff,
            Texts texts) {
        var part = door.own(whole, form.part(), staff);
        if (visit.held().isEmpty() || visit.office(part.key()).isEmpty()) {
            return Map.of("", texts.localize("visits.too-late"));
        }
        var asked = together.waiting(part, staff).isPresent();
        if (asked && !form.passes().equals("yes") && !form.passes().equals("no")) {
            return Map.of(VisitForm.passesOf(part.key()), texts.localize("visits.passes.missing"));
        }
        var opinion =
                asked && form.passes().equals("yes")
                        ? Optional.of(
                                texts.localize(
                                        "visits.passes.opinion",
                                        visit.held().get().on(),
                                        visit.held().get().record()))
                        : Optional.<String>empty();
        return together.takeOver(visit, part, opinion, staff)
                .map(why -> new CaseWords(texts).refusal(why))
                .map(said -> Map.of("", said.matter() + said.wayOut()))
                .orElse(Map.of());
    }

    private Map<String, String> callOff(JointVisit visit, StaffPrincipal staff, Texts texts) {
        if (!visit.askedBy().equals(staff.staffId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return visits.callOff(visit.id())
                ? Map.of()
                : Map.of("", texts.localize("visits.too-late"));
    }

    private Officers officers(VisitForm form) {
        return Officers.read(form.officers(), directory.current());
    }

    /** Each office sends its own people, and says who they are. */
    @LegalBasis("licensing/34")
    private static Optional<String> officersWrong(
            Officers written, PackageCase.Part part, Texts texts) {
        var fault = written.fault(texts);
        if (fault.isPresent()) return fault;
        var others =
                written.found().stream()
                        .filter(one -> !one.agency().equals(part.agency()))
                        .map(Officer::said)
                        .toList();
        if (!others.isEmpty()) {
            return Optional.of(texts.localize("visits.officers.others", String.join("、", others)));
        }
        return written.found().isEmpty() || written.found().size() > MOST_OFFICERS
                ? Optional.of(texts.localize("visits.officers.wrong", MOST_OFFICERS))
                : Optional.empty();
    }

    private Rendered again(
            PackageCase whole,
            StaffPrincipal staff,
            VisitForm form,
            Map<String, String> errors,
            Texts texts) {
        return page(whole, staff, form, errors, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(path(whole.no()));
    }

    private Rendered page(
            PackageCase whole,
            StaffPrincipal staff,
            VisitForm form,
            Map<String, String> errors,
            Texts texts) {
        return Rendered.of(
                "packages/visits",
                view.page(whole, staff, form, ErrorSummary.of(errors), path(whole.no()), texts));
    }

    private static String path(String no) {
        return PATH.replace("{no}", no);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(place.current().zone()));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
