package org.tongban.casework.proving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.NameCorrections;
import org.tongban.accounts.NameCorrections.Correction;
import org.tongban.accounts.NameCorrections.Outcome;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CitizenId;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;

/** Those who administer put names right that were typed wrong, and undo it. */
@Controller
class CorrectNames {

    private static final String PATH = "/staff/name-corrections";
    private static final Typed NOTHING = new Typed("", "", Ground.NONE);
    private static final int LONGEST_NAME = 100;

    private final NameCorrections corrections;
    private final StaffDay day;

    CorrectNames(NameCorrections corrections, StaffDay day) {
        this.corrections = corrections;
        this.day = day;
    }

    /** What was typed. */
    private record Typed(String number, String name, Ground ground) {
        /** Says nothing of the number, so that a log line cannot leak it. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "name-corrections.listed")
    Rendered list(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        var now = day.now(request);
        var note =
                switch (done) {
                    case "corrected" -> now.say("names.done.corrected");
                    case "undone" -> now.say("names.done.undone");
                    default -> "";
                };
        return page(NOTHING, note, Map.of(), now);
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "name.corrected")
    Object correct(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var now = day.now(request);
        var typed = new Typed(number, name, new Ground(document, reason));
        var faults = faults(typed, now);
        if (faults.isEmpty()) {
            var outcome =
                    corrections.correct(
                            CitizenId.read(number).orElseThrow(),
                            name.strip(),
                            typed.ground().shown(),
                            reason.strip(),
                            staff);
            switch (outcome) {
                case DONE -> {
                    return SeeOther.to(PATH + "?done=corrected");
                }
                case UNKNOWN -> faults.put("number", now.say("names.unknown"));
                case SAME -> faults.put("name", now.say("names.same"));
                case NOT_ANY_MORE -> faults.put("name", now.say("names.not-any-more"));
            }
        }
        return page(typed, "", faults, now).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(PATH + "/{id}/undo")
    @Open(door = Door.STAFF, right = "administer", audit = "name-correction.undone")
    Object undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var now = day.now(request);
        var fault =
                !Ground.isReason(reason)
                        ? Ground.missing(now)
                        : corrections.undo(id, reason.strip(), staff) == Outcome.DONE
                                ? ""
                                : now.say("names.not-any-more");
        return fault.isEmpty()
                ? SeeOther.to(PATH + "?done=undone")
                : page(NOTHING, "", Map.of(Ground.box(id), fault), now)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .at(PATH);
    }

    private static Map<String, String> faults(Typed typed, StaffDay.Now now) {
        var faults = new LinkedHashMap<String, String>();
        CitizenId.read(typed.number())
                .fault()
                .ifPresent(
                        fault -> faults.put("number", now.say(PersonForm.key("idNumber", fault))));
        if (typed.name().isBlank() || typed.name().strip().length() > LONGEST_NAME) {
            faults.put("name", now.say("register.name.empty"));
        }
        typed.ground().check(faults, now);
        return faults;
    }

    private Rendered page(Typed typed, String note, Map<String, String> faults, StaffDay.Now now) {
        var errors = ErrorSummary.of(faults);
        return Rendered.of(
                "casework/proving/names",
                new CorrectionsPage(
                        note,
                        fields(typed, errors, now),
                        corrections.last().stream().map(one -> line(one, errors, now)).toList(),
                        errors));
    }

    private static List<FieldView> fields(Typed typed, ErrorSummary errors, StaffDay.Now now) {
        return Stream.concat(
                        Stream.of(
                                FieldView.of(
                                                FieldKind.CITIZEN_ID,
                                                "number",
                                                now.say("register.idNumber"))
                                        .autocomplete("")
                                        .value(typed.number())
                                        .error(errors),
                                FieldView.of(FieldKind.NAME, "name", now.say("names.right"))
                                        .hint(now.say("register.name.hint"))
                                        .autocomplete("")
                                        .maxLength(LONGEST_NAME)
                                        .value(typed.name())
                                        .error(errors)),
                        typed.ground().fields(now.say("names.reason"), "", errors, now).stream())
                .toList();
    }

    private static CorrectionsPage.Line line(
            Correction one, ErrorSummary errors, StaffDay.Now now) {
        return new CorrectionsPage.Line(
                now.say("names.line", one.oldName(), one.newName()),
                now.say(
                        one.undone() ? "names.how.undone" : "names.how",
                        now.moment(one.at()),
                        one.by(),
                        Ground.words(one.document(), now),
                        one.reason()),
                one.undone() || one.undoes() ? "" : PATH + "/" + one.id() + "/undo",
                Ground.undoing(one.id(), now.say("names.undo.reason"), errors));
    }
}
