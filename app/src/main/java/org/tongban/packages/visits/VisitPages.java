package org.tongban.packages.visits;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.words.CaseWords;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
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
    private static final int LONGEST_NAME = 30;

    private final PackageCases store;
    private final JointVisits visits;
    private final GoTogether together;
    private final VisitView view;
    private final PlaceSettings.Source place;
    private final Clock clock;
    private final TextBundles bundles;

    VisitPages(
            PackageCases store,
            JointVisits visits,
            GoTogether together,
            VisitView view,
            PlaceSettings.Source place,
            Clock clock,
            TextBundles bundles) {
        this.store = store;
        this.visits = visits;
        this.together = together;
        this.view = view;
        this.place = place;
        this.clock = clock;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "joint-visits.read")
    Rendered show(@PathVariable String no, StaffPrincipal staff, HttpServletRequest request) {
        return page(found(no, staff), staff, VisitForm.NOTHING, Map.of(), texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "joint-visit.planned")
    Object plan(@PathVariable String no, StaffPrincipal staff, HttpServletRequest request) {
        var whole = found(no, staff);
        var texts = texts(request);
        var form = VisitForm.of(request);
        var part = own(whole, form.part(), staff);
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
        officersWrong(form, texts).ifPresent(why -> errors.put(VisitForm.OFFICERS, why));
        if (errors.isEmpty() && on.isPresent()) {
            var planned =
                    visits.plan(
                            whole.id(), on.get(), form.site().strip(), part, form.names(), staff);
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
        var whole = found(no, staff);
        var texts = texts(request);
        var form = VisitForm.of(request);
        var there =
                visits.of(whole.id()).stream()
                        .filter(one -> one.id().equals(visit))
                        .findFirst()
                        .orElseThrow(VisitPages::notFound);
        var errors =
                switch (form.act()) {
                    case "join" -> join(whole, there, form, staff, texts);
                    case "record" -> record(whole, there, form, staff, texts);
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
        var part = own(whole, form.part(), staff);
        var wrong = officersWrong(form, texts);
        if (wrong.isPresent()) return Map.of(VisitForm.officersOf(part.key()), wrong.get());
        return visits.join(visit.id(), part, form.names(), staff)
                ? Map.of()
                : Map.of("", texts.localize("visits.too-late"));
    }

    private Map<String, String> record(
            PackageCase whole,
            JointVisit visit,
            VisitForm form,
            StaffPrincipal staff,
            Texts texts) {
        var part = own(whole, form.part(), staff);
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
        return visits.record(visit.id(), held.get(), form.record().strip(), staff)
                ? Map.of()
                : Map.of("", texts.localize("visits.too-late"));
    }

    private Map<String, String> take(
            PackageCase whole,
            JointVisit visit,
            VisitForm form,
            StaffPrincipal staff,
            Texts texts) {
        var part = own(whole, form.part(), staff);
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

    private static Optional<String> officersWrong(VisitForm form, Texts texts) {
        var names = form.names();
        return names.isEmpty()
                        || names.size() > MOST_OFFICERS
                        || names.stream().anyMatch(name -> name.length() > LONGEST_NAME)
                ? Optional.of(texts.localize("visits.officers.wrong", MOST_OFFICERS))
                : Optional.empty();
    }

    /** A part of which the reader has a step in hand; others are not theirs to act on. */
    private PackageCase.Part own(PackageCase whole, String key, StaffPrincipal staff) {
        return together.own(whole, staff).stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
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

    private PackageCase found(String no, StaffPrincipal staff) {
        if (Stream.of("accept", "review", "decide", "supervise").noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return store.numbered(no)
                .filter(
                        whole ->
                                whole.parts().stream()
                                        .map(PackageCase.Part::agency)
                                        .anyMatch(staff::reaches))
                .orElseThrow(VisitPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
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
