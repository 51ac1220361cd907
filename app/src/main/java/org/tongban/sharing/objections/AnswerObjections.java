package org.tongban.sharing.objections;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.tongban.sharing.Resources;
import org.tongban.sharing.objections.Objection.Said;
import org.tongban.sharing.objections.Objection.State;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Offices raise objections to what registers told them, and keepers of registers answer all. */
@Controller
class AnswerObjections {

    private static final String PATH = "/staff/objections";
    private static final String ANSWER = "answer";
    private static final int LONGEST_ABOUT = 100;

    private final Objections objections;
    private final ObjectionForm form;
    private final Resources resources;
    private final TextBundles bundles;

    AnswerObjections(
            Objections objections, ObjectionForm form, Resources resources, TextBundles bundles) {
        this.objections = objections;
        this.form = form;
        this.resources = resources;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "objections.listed-for-office")
    Rendered list(
            @RequestParam Optional<UUID> before, StaffPrincipal staff, HttpServletRequest request) {
        return page(
                ObjectionForm.Typed.NOTHING, before, ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "objection.raised-by-office")
    Object raise(
            @RequestParam(name = ObjectionForm.RESOURCE, defaultValue = "") String resource,
            @RequestParam(name = ObjectionForm.ABOUT, defaultValue = "") String about,
            @RequestParam(name = ObjectionForm.WORDS, defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var agency =
                staff.agencies().stream()
                        .min(String::compareTo)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        var typed = new ObjectionForm.Typed(resource, about, words);
        var texts = texts(request);
        var faults = form.faults(typed, texts);
        if (about.isBlank() || about.strip().length() > LONGEST_ABOUT) {
            faults.put(ObjectionForm.ABOUT, texts.localize("sharing.objection.about.wrong"));
        }
        if (!faults.isEmpty()) {
            return page(typed, Optional.empty(), ErrorSummary.of(faults), staff, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        objections.raise(
                resources.find(resource).orElseThrow(),
                new Said(about.strip(), words.strip()),
                agency,
                staff);
        return SeeOther.to(PATH);
    }

    @GetMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "objection.shown")
    Rendered show(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        return one(open(id, staff), "", ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "objection.answered")
    Object answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = ANSWER, defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var objection = open(id, staff);
        if (!answers(objection, staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        var state =
                switch (act) {
                    case "corrected" -> State.CORRECTED;
                    case "right" -> State.RIGHT;
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        var texts = texts(request);
        var fault = "";
        if (words.isBlank() || words.strip().length() > ObjectionForm.LONGEST) {
            fault = texts.localize("sharing.objection.answer.wrong", ObjectionForm.LONGEST);
        } else if (!objections.answer(id, state, words.strip(), staff)) {
            fault = texts.localize("sharing.objection.late");
        }
        return fault.isEmpty()
                ? SeeOther.to(PATH)
                : one(open(id, staff), words, ErrorSummary.of(Map.of(ANSWER, fault)), staff, texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Of those who keep the data or have raised it, it is there; for others it is not. */
    private Objection open(UUID id, StaffPrincipal staff) {
        return objections
                .find(id)
                .filter(
                        one ->
                                staff.agencies().contains(one.provider())
                                        || one.agency()
                                                .filter(staff.agencies()::contains)
                                                .isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean answers(Objection objection, StaffPrincipal staff) {
        return staff.agencies().contains(objection.provider())
                && (staff.has("review") || staff.has("decide"));
    }

    private Rendered one(
            Objection objection,
            String words,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var open = objection.state() == State.OPEN && answers(objection, staff);
        return Rendered.of("sharing/objections/one")
                .with("line", form.line(objection, PATH + "/" + objection.id(), texts))
                .with("subject", objection.said().subject())
                .with("errors", errors)
                .with(
                        "fields",
                        open
                                ? List.of(
                                        FieldView.of(
                                                        FieldKind.LONGTEXT,
                                                        ANSWER,
                                                        texts.localize("sharing.objection.answer"))
                                                .hint(
                                                        texts.localize(
                                                                "sharing.objection.answer.hint"))
                                                .maxLength(ObjectionForm.LONGEST)
                                                .value(words)
                                                .error(errors))
                                : List.<FieldView>of());
    }

    private Rendered page(
            ObjectionForm.Typed typed,
            Optional<UUID> before,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var found = objections.of(staff.agencies(), before);
        var shown = found.stream().limit(Objections.PAGE).toList();
        var about =
                FieldView.text(ObjectionForm.ABOUT, texts.localize("sharing.objection.whom"))
                        .hint(texts.localize("sharing.objection.whom.hint"))
                        .autocomplete("off")
                        .maxLength(LONGEST_ABOUT);
        return Rendered.of(
                "sharing/objections/office",
                new ObjectionsPage(
                        shown.stream()
                                .map(one -> form.line(one, PATH + "/" + one.id(), texts))
                                .toList(),
                        staff.agencies().isEmpty()
                                ? List.of()
                                : form.fields(typed, about, errors, texts),
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
