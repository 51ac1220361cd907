package org.tongban.directory.staffing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.Absences;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.StaffMember;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Deputies: noted by the head of an office for its people, by administrators for everybody. */
@Controller
class AbsencePages {

    private static final String ABSENCES = "/staff/absences";

    private static final Logger LOG = LoggerFactory.getLogger(AbsencePages.class);

    private static final int LONGEST = 200;

    private final Absences absences;
    private final Directory directory;
    private final TextBundles bundles;

    AbsencePages(Absences absences, Directory directory, TextBundles bundles) {
        this.absences = absences;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(ABSENCES)
    @Open(door = Door.STAFF, audit = "absences.read")
    Rendered show(
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var said = Set.of("noted", "ended").contains(done) ? "absence.done." + done : "";
        return page(
                staff,
                Map.of(),
                said.isEmpty() ? "" : texts.localize(said),
                ErrorSummary.none(),
                texts);
    }

    @PostMapping(ABSENCES)
    @Open(door = Door.STAFF, audit = "absence.noted")
    Object note(
            @RequestParam Map<String, String> typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var away = member(typed, "away", staff);
        var deputy = member(typed, "deputy", staff);
        var from = Typed.date(typed.getOrDefault("from", ""));
        var until = Typed.date(typed.getOrDefault("until", ""));
        var reason = typed.getOrDefault("reason", "").strip();
        var errors = new LinkedHashMap<String, String>();
        if (away.isEmpty()) errors.put("away", texts.localize("absence.choose"));
        if (deputy.isEmpty() || deputy.equals(away)) {
            errors.put("deputy", texts.localize("absence.choose-other"));
        } else if (away.isPresent() && !worksWith(away.get(), deputy.get())) {
            errors.put("deputy", texts.localize("absence.other-office"));
        }
        if (from.isEmpty()) errors.put("from", texts.localize("absence.day"));
        if (until.isEmpty() || until.get().isBefore(from.orElse(LocalDate.MIN))) {
            errors.put("until", texts.localize("absence.until"));
        } else if (until.get().isBefore(absences.today())) {
            errors.put("until", texts.localize("absence.past"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST) {
            errors.put("reason", texts.localize("absence.reason.missing", LONGEST));
        }
        if (!errors.isEmpty()) {
            return page(staff, typed, "", ErrorSummary.of(errors), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        absences.note(
                away.orElseThrow().id(),
                deputy.orElseThrow().id(),
                from.orElseThrow(),
                until.orElseThrow(),
                reason,
                staff.name());
        LOG.info("absence.noted for {} by {}", away.orElseThrow().id(), staff.getName());
        return "redirect:" + ABSENCES + "?done=noted";
    }

    @PostMapping(ABSENCES + "/end")
    @Open(door = Door.STAFF, audit = "absence.ended")
    String end(@RequestParam UUID absence, StaffPrincipal staff) {
        var place = directory.current();
        var found =
                absences.standing().stream()
                        .filter(each -> each.id().equals(absence))
                        .filter(
                                each ->
                                        place.staff(each.staffId())
                                                .filter(member -> mayArrange(member, staff, place))
                                                .isPresent())
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        absences.end(found.id());
        LOG.info("absence.ended {} by {}", found.id(), staff.getName());
        return "redirect:" + ABSENCES + "?done=ended";
    }

    private Rendered page(
            StaffPrincipal staff,
            Map<String, String> typed,
            String done,
            ErrorSummary errors,
            Texts texts) {
        if (!staff.has("administer") && !staff.has("head")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var place = directory.current();
        var people =
                place.staff().stream()
                        .filter(StaffMember::active)
                        .filter(member -> mayArrange(member, staff, place))
                        .map(member -> new Option(member.id().toString(), label(member, place)))
                        .toList();
        return Rendered.of(
                "directory/absences",
                new AbsencesPage(
                        done,
                        errors,
                        lines(staff, place, texts),
                        people.size() < 2 ? List.of() : fields(people, typed, errors, texts)));
    }

    private static List<FieldView> fields(
            List<Option> people, Map<String, String> typed, ErrorSummary errors, Texts texts) {
        return List.of(
                field(FieldKind.CHOICE, "away", typed, errors, texts).options(people),
                field(FieldKind.CHOICE, "deputy", typed, errors, texts).options(people),
                field(FieldKind.DATE, "from", typed, errors, texts),
                field(FieldKind.DATE, "until", typed, errors, texts),
                field(FieldKind.TEXT, "reason", typed, errors, texts).maxLength(LONGEST));
    }

    private static FieldView field(
            FieldKind kind,
            String name,
            Map<String, String> typed,
            ErrorSummary errors,
            Texts texts) {
        return FieldView.of(kind, name, texts.localize("absence.box." + name))
                .value(typed.getOrDefault(name, ""))
                .error(errors);
    }

    private List<AbsencesPage.Line> lines(StaffPrincipal staff, Place place, Texts texts) {
        var dates = new Dates(texts.locale());
        return absences.standing().stream()
                .filter(
                        each ->
                                place.staff(each.staffId())
                                        .filter(member -> mayArrange(member, staff, place))
                                        .isPresent())
                .map(
                        each ->
                                new AbsencesPage.Line(
                                        each.id().toString(),
                                        name(each.staffId(), place),
                                        name(each.deputyId(), place),
                                        dates.day(each.from()),
                                        dates.day(each.until()),
                                        each.reason()))
                .toList();
    }

    private static String name(UUID id, Place place) {
        return place.staff(id).map(StaffMember::name).orElse("");
    }

    private static String label(StaffMember member, Place place) {
        return member.name()
                + "（"
                + place.postsHeldBy(member)
                        .map(Post::name)
                        .distinct()
                        .collect(Collectors.joining("、"))
                + "）";
    }

    private Optional<StaffMember> member(
            Map<String, String> typed, String box, StaffPrincipal staff) {
        var place = directory.current();
        return place.staff().stream()
                .filter(member -> member.id().toString().equals(typed.getOrDefault(box, "")))
                .filter(StaffMember::active)
                .filter(member -> mayArrange(member, staff, place))
                .findFirst();
    }

    /** A head arranges for the own office's people, an administrator for everybody. */
    private static boolean mayArrange(StaffMember member, StaffPrincipal staff, Place place) {
        return staff.has("administer")
                || (staff.has("head")
                        && place.postsHeldBy(member)
                                .flatMap(post -> post.agency().stream())
                                .anyMatch(staff.agencies()::contains));
    }

    /** A deputy comes from the same office, or from the same desk of no single office. */
    private boolean worksWith(StaffMember one, StaffMember other) {
        var place = directory.current();
        var own = offices(one, place);
        return offices(other, place).stream().anyMatch(own::contains);
    }

    private static Set<String> offices(StaffMember member, Place place) {
        return place.postsHeldBy(member)
                .map(post -> post.agency().orElse("post:" + post.key()))
                .collect(Collectors.toSet());
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
