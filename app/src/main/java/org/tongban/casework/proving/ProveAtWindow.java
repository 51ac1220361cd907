package org.tongban.casework.proving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Guardianship;
import org.tongban.accounts.Guardianships;
import org.tongban.accounts.Looks;
import org.tongban.accounts.Person;
import org.tongban.accounts.PrivatePart;
import org.tongban.accounts.ProofDocument;
import org.tongban.accounts.Proofs;
import org.tongban.casework.staff.StaffDay;
import org.tongban.codes.CitizenId;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;

/** Raises how certain it is who somebody is, and puts down whose guardian they are. */
@Controller
class ProveAtWindow {

    static final String PATH = "/staff/identity";

    private static final int LONGEST_REASON = 200;

    private final Accounts accounts;
    private final Proofs proofs;
    private final Guardianships guardianships;
    private final ConfirmGuardian guardians;
    private final Looks looks;
    private final StaffDay day;

    ProveAtWindow(
            Accounts accounts,
            Proofs proofs,
            Guardianships guardianships,
            ConfirmGuardian guardians,
            Looks looks,
            StaffDay day) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.guardianships = guardianships;
        this.guardians = guardians;
        this.looks = looks;
        this.day = day;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "accept", audit = "person.check-asked")
    Rendered ask(HttpServletRequest request) {
        return asked(PersonForm.empty(), ErrorSummary.none(), day.now(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "accept", audit = "person.checked")
    Object prove(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var now = day.now(request);
        var form = new PersonForm(name, number, mobile, document, seen);
        var faults = new LinkedHashMap<>(form.faults(now.texts()));
        if (faults.isEmpty()) {
            var proved =
                    accounts.provedAtWindow(
                            name.strip(),
                            new PrivatePart(
                                    CitizenId.read(number).orElseThrow().value(),
                                    form.plainMobile(),
                                    ""),
                            ProofDocument.valueOf(document),
                            staff,
                            agency(staff));
            switch (proved) {
                case Accounts.AtWindow.Is(var person) -> {
                    return SeeOther.to(path(person) + "?done=proved");
                }
                case Accounts.AtWindow.OtherName() ->
                        faults.put("name", now.say("proving.other-name"));
            }
        }
        return asked(form, ErrorSummary.of(faults), now).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, right = "accept", audit = "person.shown")
    Rendered show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            StaffPrincipal staff) {
        return page(person(id), ChildForm.empty(), done, Map.of(), staff, day.now(request));
    }

    @PostMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, right = "accept", audit = "guardian.confirmed")
    Object confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam(defaultValue = "") String childNumber,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var now = day.now(request);
        var person = person(id);
        var form = new ChildForm(child, childNumber, relation, paper);
        var faults =
                guardians.confirm(
                        person,
                        form,
                        new ConfirmGuardian.By(Optional.of(staff), agency(staff)),
                        now.texts());
        if (faults.isEmpty()) return SeeOther.to(path(person) + "?done=guardian");
        return page(person, form, "", faults, staff, now).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(PATH + "/{id}/children/{entry}/end")
    @Open(door = Door.STAFF, right = "accept", audit = "guardian.ended")
    Object end(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            StaffPrincipal staff) {
        var person = person(id);
        var found = guardianships.find(entry).filter(one -> one.guardian().id().equals(id));
        if (found.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            var now = day.now(request);
            return page(
                            person,
                            ChildForm.empty(),
                            "",
                            Map.of(
                                    box(found.get()),
                                    now.say("proving.end.reason.missing", LONGEST_REASON)),
                            staff,
                            now)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(path(person));
        }
        guardianships.end(entry, reason.strip(), staff);
        return SeeOther.to(path(person) + "?done=ended");
    }

    private Rendered asked(PersonForm form, ErrorSummary errors, StaffDay.Now now) {
        return Rendered.of("casework/proving/ask")
                .with("fields", form.fields(errors, now.texts()))
                .with("errors", errors);
    }

    /** Shown only with a line in the person's own record of looks. */
    private Rendered page(
            Person person,
            ChildForm form,
            String done,
            Map<String, String> faults,
            StaffPrincipal staff,
            StaffDay.Now now) {
        looks.record(
                staff,
                agency(staff),
                accounts.subjectOf(person.id()).orElseThrow(),
                Optional.empty(),
                now.say("proving.purpose"));
        var errors = ErrorSummary.of(faults);
        return Rendered.of(
                "casework/proving/proved",
                new ProvedPage(
                        path(person),
                        person.name(),
                        Tag.got(now.say("identity.level." + PersonForm.word(person.realName()))),
                        switch (done) {
                            case "proved" -> now.say("proving.done.proved");
                            case "guardian" -> now.say("proving.done.guardian");
                            case "ended" -> now.say("proving.done.ended");
                            default -> "";
                        },
                        proofs.of(person.id()).stream().map(one -> line(one, now)).toList(),
                        guardianships.of(person.id()).stream()
                                .map(one -> child(person, one, errors, now))
                                .toList(),
                        form.fields(errors, now.texts()),
                        errors));
    }

    private static String line(Proofs.Proof proof, StaffDay.Now now) {
        return now.say(
                proof.underClosedNumber() ? "proving.proof.closed-number" : "proving.proof",
                now.moment(proof.at()),
                proof.document()
                        .map(one -> now.say("identity.document." + PersonForm.word(one)))
                        .orElseGet(() -> now.say("identity.by-provider")),
                proof.by());
    }

    private static ProvedPage.Child child(
            Person person, Guardianship entry, ErrorSummary errors, StaffDay.Now now) {
        return new ProvedPage.Child(
                entry.child().name(),
                now.say(
                        "proving.child."
                                + (entry.by().isEmpty()
                                        ? entry.endedAt().isPresent() ? "declared-was" : "declared"
                                        : entry.endedAt().isPresent() ? "was" : "is"),
                        now.say("proving.relation." + PersonForm.word(entry.relation())),
                        now.say("proving.paper." + PersonForm.word(entry.paper())),
                        entry.by()),
                entry.endedAt().isPresent()
                        ? ""
                        : path(person) + "/children/" + entry.id() + "/end",
                FieldView.of(FieldKind.TEXT, "reason", now.say("proving.end.reason"))
                        .id(box(entry))
                        .maxLength(LONGEST_REASON)
                        .error(errors));
    }

    private static String box(Guardianship entry) {
        return "reason-" + entry.id();
    }

    private Person person(UUID id) {
        return accounts.person(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String path(Person person) {
        return PATH + "/" + person.id();
    }

    /** A window of a town works for all agencies and so for none. */
    private static Optional<String> agency(StaffPrincipal staff) {
        return staff.agencies().size() == 1
                ? staff.agencies().stream().findFirst()
                : Optional.empty();
    }
}
