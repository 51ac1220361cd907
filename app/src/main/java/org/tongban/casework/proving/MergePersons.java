package org.tongban.casework.proving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.BrowserSessions;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.PersonMerges;
import org.tongban.accounts.PersonMerges.Outcome;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CitizenId;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;

/** Those who have the right put two records of one person together, and part them again. */
@Controller
class MergePersons {

    private static final String PATH = "/staff/person-merges";
    private static final Typed NOTHING = new Typed("", "", Ground.NONE);

    private final PersonMerges merges;
    private final BrowserSessions sessions;
    private final StaffDay day;

    MergePersons(PersonMerges merges, BrowserSessions sessions, StaffDay day) {
        this.merges = merges;
        this.sessions = sessions;
        this.day = day;
    }

    /** What was typed. */
    private record Typed(String kept, String gone, Ground ground) {
        /** Says nothing of the numbers, so that a log line cannot leak them. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "merge-persons", audit = "person-merges.listed")
    Rendered list(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        var now = day.now(request);
        var note =
                switch (done) {
                    case "merged" -> now.say("merges.done.merged");
                    case "undone" -> now.say("merges.done.undone");
                    default -> "";
                };
        return page(NOTHING, note, Map.of(), now);
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "merge-persons", audit = "persons.merged")
    @LegalBasis("practice/merge/who")
    Object merge(
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String gone,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var now = day.now(request);
        var typed = new Typed(kept, gone, new Ground(document, reason));
        var faults = faults(typed, now);
        if (!faults.isEmpty()) return again(typed, faults, now);
        var outcome =
                merges.merge(
                        CitizenId.read(kept).orElseThrow(),
                        CitizenId.read(gone).orElseThrow(),
                        typed.ground().shown(),
                        reason.strip(),
                        staff);
        return switch (outcome) {
            case Outcome.Done done -> {
                signOut(done);
                yield SeeOther.to(PATH + "?done=merged");
            }
            case Outcome.Refused(var why) -> {
                var field = why == PersonMerges.Why.KEPT_UNKNOWN ? "kept" : "gone";
                yield again(typed, Map.of(field, now.say("merges.why." + key(why))), now);
            }
        };
    }

    @PostMapping(PATH + "/{id}/undo")
    @Open(door = Door.STAFF, right = "merge-persons", audit = "person-merge.undone")
    @LegalBasis("practice/merge/undone")
    Object undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var now = day.now(request);
        var fault = Ground.missing(now);
        if (Ground.isReason(reason)) {
            var undone = merges.undo(id, reason.strip(), staff);
            if (undone.isPresent()) {
                signOut(undone.get());
                return SeeOther.to(PATH + "?done=undone");
            }
            fault = now.say("merges.not-any-more");
        }
        return page(NOTHING, "", Map.of(Ground.box(id), fault), now)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(PATH);
    }

    /** What a session says of who it belongs to is not true any more. */
    private void signOut(Outcome.Done done) {
        done.accounts().forEach(sessions::endOf);
    }

    private static Map<String, String> faults(Typed typed, StaffDay.Now now) {
        var faults = new LinkedHashMap<String, String>();
        number(faults, "kept", typed.kept(), now);
        number(faults, "gone", typed.gone(), now);
        typed.ground().check(faults, now);
        return faults;
    }

    private static void number(
            Map<String, String> faults, String field, String typed, StaffDay.Now now) {
        CitizenId.read(typed)
                .fault()
                .ifPresent(
                        fault ->
                                faults.put(
                                        field,
                                        now.say(
                                                "merges.fault",
                                                now.say("merges." + field),
                                                now.say(PersonForm.key("idNumber", fault)))));
    }

    private Rendered again(Typed typed, Map<String, String> faults, StaffDay.Now now) {
        return page(typed, "", faults, now).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered page(Typed typed, String note, Map<String, String> faults, StaffDay.Now now) {
        var errors = ErrorSummary.of(faults);
        return Rendered.of(
                "casework/proving/merges",
                new CorrectionsPage(
                        note,
                        fields(typed, errors, now),
                        merges.last().stream().map(one -> line(one, errors, now)).toList(),
                        errors));
    }

    private static List<FieldView> fields(Typed typed, ErrorSummary errors, StaffDay.Now now) {
        return Stream.concat(
                        Stream.of(
                                number("kept", typed.kept(), errors, now),
                                number("gone", typed.gone(), errors, now)),
                        typed
                                .ground()
                                .fields(
                                        now.say("merges.reason"),
                                        now.say("merges.reason.hint"),
                                        errors,
                                        now)
                                .stream())
                .toList();
    }

    private static FieldView number(
            String name, String typed, ErrorSummary errors, StaffDay.Now now) {
        return FieldView.of(FieldKind.CITIZEN_ID, name, now.say("merges." + name))
                .hint(now.say("merges." + name + ".hint"))
                .autocomplete("")
                .value(typed)
                .error(errors);
    }

    private static CorrectionsPage.Line line(
            PersonMerges.Merge one, ErrorSummary errors, StaffDay.Now now) {
        var how =
                now.say(
                        "merges.how",
                        now.moment(one.at()),
                        one.by(),
                        Ground.words(one.document(), now),
                        one.reason());
        return new CorrectionsPage.Line(
                one.name(),
                one.undoneReason().map(why -> how + now.say("merges.undone", why)).orElse(how),
                one.undoneReason().isPresent() ? "" : PATH + "/" + one.id() + "/undo",
                Ground.undoing(one.id(), now.say("merges.undo.reason"), errors));
    }

    private static String key(PersonMerges.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
