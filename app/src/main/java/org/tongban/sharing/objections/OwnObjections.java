package org.tongban.sharing.objections;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.ActingFor;
import org.tongban.accounts.PrivatePart;
import org.tongban.sharing.Resources;
import org.tongban.sharing.objections.Objection.Said;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** A person says that a register is wrong about them or a firm of theirs, and reads the answer. */
@Controller
class OwnObjections {

    private static final String PATH = "/my/objections";

    private final Objections objections;
    private final ObjectionForm form;
    private final Resources resources;
    private final Accounts accounts;
    private final TextBundles bundles;

    OwnObjections(
            Objections objections,
            ObjectionForm form,
            Resources resources,
            Accounts accounts,
            TextBundles bundles) {
        this.objections = objections;
        this.form = form;
        this.resources = resources;
        this.accounts = accounts;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.APPLICANT, audit = "objections.listed")
    Rendered list(
            @RequestParam Optional<UUID> before,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        return page(
                ObjectionForm.Typed.NOTHING, before, ErrorSummary.none(), caller, texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.APPLICANT, audit = "objection.raised")
    Object raise(
            @RequestParam(name = ObjectionForm.RESOURCE, defaultValue = "") String resource,
            @RequestParam(name = ObjectionForm.ABOUT, defaultValue = "") String about,
            @RequestParam(name = ObjectionForm.WORDS, defaultValue = "") String words,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var typed = new ObjectionForm.Typed(resource, about, words);
        var texts = texts(request);
        var faults = form.faults(typed, texts);
        var whom = accounts.choice(caller.personId(), about).flatMap(one -> subject(one, caller));
        if (whom.isEmpty()) {
            faults.put(ObjectionForm.ABOUT, texts.localize("sharing.objection.about.wrong"));
        }
        if (!faults.isEmpty()) {
            return page(typed, Optional.empty(), ErrorSummary.of(faults), caller, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        objections.raise(
                resources.find(resource).orElseThrow(),
                new Said(whom.orElseThrow(), words.strip()),
                caller);
        return SeeOther.to(PATH);
    }

    private Optional<String> subject(ActingFor chosen, ApplicantPrincipal caller) {
        return switch (chosen) {
            case ActingFor.Self self -> numbered(self.name(), caller.personId());
            case ActingFor.ForChild(var child, _) -> numbered(child.name(), child.id());
            case ActingFor.ForFirm firm ->
                    Optional.of(firm.name() + " " + firm.firm().creditCode());
            // A mandate is for items, not for what registers keep.
            case ActingFor.ForPerson _ -> Optional.empty();
        };
    }

    private Optional<String> numbered(String name, UUID person) {
        return accounts.privatePartOf(person)
                .map(PrivatePart::idNumber)
                .map(number -> name + " " + number);
    }

    private Rendered page(
            ObjectionForm.Typed typed,
            Optional<UUID> before,
            ErrorSummary errors,
            ApplicantPrincipal caller,
            Texts texts) {
        var found = objections.of(caller.accountId(), before);
        var shown = found.stream().limit(Objections.PAGE).toList();
        var about =
                FieldView.of(
                                FieldKind.CHOICE,
                                ObjectionForm.ABOUT,
                                texts.localize("sharing.objection.about"))
                        .options(
                                accounts.choices(caller.personId()).stream()
                                        .filter(one -> !(one instanceof ActingFor.ForPerson))
                                        .map(one -> new Option(one.value(), one.name()))
                                        .toList());
        return Rendered.of(
                "sharing/objections/mine",
                new ObjectionsPage(
                        shown.stream().map(one -> form.line(one, "", texts)).toList(),
                        form.fields(typed, about, errors, texts),
                        new Pager(
                                before.isPresent() ? PATH : "",
                                found.size() > shown.size()
                                        ? PATH + "?before=" + shown.getLast().id()
                                        : "",
                                ""),
                        errors));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
