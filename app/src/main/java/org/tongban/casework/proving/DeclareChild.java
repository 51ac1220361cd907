package org.tongban.casework.proving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Attempts;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Guardianship;
import org.tongban.accounts.Guardianships;
import org.tongban.accounts.MayAct;
import org.tongban.accounts.Person;
import org.tongban.accounts.RealName;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * A guardian declares a child; the register says whether it is so. Whoever was not checked declares
 * nobody: they could try out whose child somebody is.
 */
@Controller
class DeclareChild {

    private static final String PAGE = "/my/children";
    private static final String PURPOSE = "guardian";

    /** Questions in a day: more than anybody has children. */
    private static final int MOST_ASKED = 10;

    private final Accounts accounts;
    private final Guardianships guardianships;
    private final ConfirmGuardian guardians;
    private final Attempts attempts;
    private final TextBundles bundles;

    DeclareChild(
            Accounts accounts,
            Guardianships guardianships,
            ConfirmGuardian guardians,
            Attempts attempts,
            TextBundles bundles) {
        this.accounts = accounts;
        this.guardianships = guardianships;
        this.guardians = guardians;
        this.attempts = attempts;
        this.bundles = bundles;
    }

    @GetMapping(PAGE)
    @Open(door = Door.APPLICANT, audit = "children.shown")
    Rendered show(
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        return page(
                person(caller),
                ChildForm.empty(),
                Map.of(),
                done.equals("yes") ? texts.localize("children.done") : "",
                texts);
    }

    @PostMapping(PAGE)
    @Open(door = Door.APPLICANT, audit = "child.declared")
    @LegalBasis("practice/guardians/declared")
    Object declare(
            @RequestParam(defaultValue = "") String child,
            @RequestParam(defaultValue = "") String childNumber,
            @RequestParam(defaultValue = "") String relation,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        var person = person(caller);
        var form = new ChildForm(child, childNumber, relation, "");
        var faults = faults(person, form, texts);
        return faults.isEmpty()
                ? "redirect:" + PAGE + "?done=yes"
                : page(person, form, faults, "", texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .at(PAGE);
    }

    private Map<String, String> faults(Person person, ChildForm form, Texts texts) {
        if (!isChecked(person)) return Map.of("", texts.localize("children.not-proved"));
        var typed = form.faults(texts);
        if (!typed.isEmpty()) return typed;
        var who = person.id().toString();
        if (attempts.tooMany(PURPOSE, who, MOST_ASKED)) {
            return Map.of("", texts.localize("children.too-many"));
        }
        attempts.count(PURPOSE, who);
        return guardians.confirm(
                person, form, new ConfirmGuardian.By(Optional.empty(), Optional.empty()), texts);
    }

    private Rendered page(
            Person person, ChildForm form, Map<String, String> faults, String note, Texts texts) {
        var errors = ErrorSummary.of(faults);
        return Rendered.of(
                "casework/proving/children",
                new ChildrenPage(
                        note,
                        guardianships.of(person.id()).stream()
                                .map(one -> line(one, texts))
                                .toList(),
                        isChecked(person) ? form.declared(errors, texts) : List.of(),
                        errors));
    }

    private static ChildrenPage.Line line(Guardianship one, Texts texts) {
        return new ChildrenPage.Line(
                one.child().name(),
                texts.localize(
                        "children.as",
                        texts.localize("proving.relation." + PersonForm.word(one.relation())),
                        texts.localize(
                                one.endedAt().isPresent() ? "children.was" : "children.until")));
    }

    private static boolean isChecked(Person person) {
        return person.realName().reaches(MayAct.LEAST);
    }

    private Person person(ApplicantPrincipal caller) {
        return accounts.person(caller.personId())
                .orElse(new Person(caller.personId(), caller.name(), RealName.DECLARED));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
