package org.tongban.casework.proving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.tongban.accounts.ProofDocument;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CitizenId;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;

/** Those who have the right put two records of one person together, and part them again. */
@Controller
class MergePersons {

    private static final String PATH = "/staff/person-merges";
    private static final int LONGEST_REASON = 200;

    private final PersonMerges merges;
    private final BrowserSessions sessions;
    private final StaffDay day;

    MergePersons(PersonMerges merges, BrowserSessions sessions, StaffDay day) {
        this.merges = merges;
        this.sessions = sessions;
        this.day = day;
    }

    /** What was typed. */
    private record Typed(String kept, String gone, String document, String reason) {
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
        return page(new Typed("", "", "", ""), note, Map.of(), now);
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
        var typed = new Typed(kept, gone, document, reason);
        var faults = faults(typed, now);
        if (!faults.isEmpty()) return again(typed, faults, now);
        var outcome =
                merges.merge(
                        CitizenId.read(kept).orElseThrow(),
                        CitizenId.read(gone).orElseThrow(),
                        ProofDocument.valueOf(document),
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
        var fault = now.say("proving.end.reason.missing", LONGEST_REASON);
        if (!reason.isBlank() && reason.length() <= LONGEST_REASON) {
            var undone = merges.undo(id, reason.strip(), staff);
            if (undone.isPresent()) {
                signOut(undone.get());
                return SeeOther.to(PATH + "?done=undone");
            }
            fault = now.say("merges.not-any-more");
        }
        return page(new Typed("", "", "", ""), "", Map.of(box(id), fault), now)
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
        if (Arrays.stream(ProofDocument.values())
                .noneMatch(one -> one.name().equals(typed.document()))) {
            faults.put("document", now.say("proving.document.missing"));
        }
        if (typed.reason().isBlank() || typed.reason().length() > LONGEST_REASON) {
            faults.put("reason", now.say("proving.end.reason.missing", LONGEST_REASON));
        }
        return faults;
    }

    private static void number(
            Map<String, String> faults, String field, String typed, StaffDay.Now now) {
        CitizenId.read(typed)
                .fault()
                .ifPresent(fault -> faults.put(field, now.say(PersonForm.key("idNumber", fault))));
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
        return List.of(
                FieldView.of(FieldKind.CITIZEN_ID, "kept", now.say("merges.kept"))
                        .hint(now.say("merges.kept.hint"))
                        .autocomplete("")
                        .value(typed.kept())
                        .error(errors),
                FieldView.of(FieldKind.CITIZEN_ID, "gone", now.say("merges.gone"))
                        .hint(now.say("merges.gone.hint"))
                        .autocomplete("")
                        .value(typed.gone())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, "document", now.say("proving.document"))
                        .options(
                                Arrays.stream(ProofDocument.values())
                                        .map(one -> new Option(one.name(), document(one, now)))
                                        .toList())
                        .value(typed.document())
                        .error(errors),
                FieldView.of(FieldKind.TEXT, "reason", now.say("merges.reason"))
                        .hint(now.say("merges.reason.hint"))
                        .maxLength(LONGEST_REASON)
                        .value(typed.reason())
                        .error(errors));
    }

    private static CorrectionsPage.Line line(
            PersonMerges.Merge one, ErrorSummary errors, StaffDay.Now now) {
        var how =
                now.say(
                        "merges.how",
                        now.moment(one.at()),
                        one.by(),
                        document(one.document(), now),
                        one.reason());
        return new CorrectionsPage.Line(
                one.name(),
                one.undoneReason().map(why -> how + now.say("merges.undone", why)).orElse(how),
                one.undoneReason().isPresent() ? "" : PATH + "/" + one.id() + "/undo",
                FieldView.of(FieldKind.TEXT, "reason", now.say("merges.undo.reason"))
                        .id(box(one.id()))
                        .maxLength(LONGEST_REASON)
                        .error(errors));
    }

    private static String document(ProofDocument one, StaffDay.Now now) {
        return now.say("identity.document." + PersonForm.word(one));
    }

    private static String key(PersonMerges.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String box(UUID id) {
        return "reason-" + id;
    }
}
