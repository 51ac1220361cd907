package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Act.Correction;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Supplement;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.FormFiles;
import org.tongban.casework.draft.SentRows;
import org.tongban.casework.progress.ApplicantCases;
import org.tongban.casework.progress.CaseDoor;
import org.tongban.casework.progress.FoundCase;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;
import org.tongban.web.ChosenFiles;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Putting right what the office told: the told materials and, if it was told, the form. Written on
 * the case's draft, so that it waits on any device until it is sent.
 */
@Controller
@LegalBasis("licensing/32/1(4)")
class CorrectApplication {

    /** The page below the address of the case. */
    private static final String CORRECT = "/correct";

    /** What a correction of the form itself names in place of a material. */
    private static final String FORM = "form";

    private static final int LONGEST_NOTE = 500;

    private final CaseDoor door;
    private final ApplicantCases cases;
    private final Casework casework;
    private final CaseDrafts caseDrafts;
    private final Drafts drafts;
    private final FormFiles files;
    private final CaseUploads papers;
    private final TooLate tooLate;
    private final TextBundles bundles;

    CorrectApplication(
            CaseDoor door,
            ApplicantCases cases,
            Casework casework,
            CaseDrafts caseDrafts,
            Drafts drafts,
            FormFiles files,
            CaseUploads papers,
            TooLate tooLate,
            TextBundles bundles) {
        this.tooLate = tooLate;
        this.door = door;
        this.cases = cases;
        this.casework = casework;
        this.caseDrafts = caseDrafts;
        this.drafts = drafts;
        this.files = files;
        this.papers = papers;
        this.bundles = bundles;
    }

    @GetMapping("/my/cases/{caseNo}/correct")
    @Open(door = Door.APPLICANT, audit = "corrections.shown")
    Object show(
            @PathVariable String caseNo, HttpServletRequest request, ApplicantPrincipal caller) {
        return open(
                caseNo,
                caller,
                found ->
                        page(
                                found,
                                opened(found, caller),
                                "",
                                UUID.randomUUID(),
                                ErrorSummary.none(),
                                texts(request)));
    }

    @PostMapping("/my/cases/{caseNo}/correct/{material}")
    @Open(door = Door.APPLICANT, audit = "corrections.file-added")
    Object add(
            @PathVariable String caseNo,
            @PathVariable String material,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return open(
                caseNo,
                caller,
                found -> tooLate.page(found, request, texts(request)),
                found -> {
                    requireTold(found, material);
                    var texts = texts(request);
                    opened(found, caller);
                    return papers.add(
                            found.id(),
                            material,
                            ChosenFiles.in(request, "files"),
                            found.path() + CORRECT,
                            errors ->
                                    page(
                                            found,
                                            opened(found, caller),
                                            "",
                                            UUID.randomUUID(),
                                            errors,
                                            texts),
                            texts);
                });
    }

    @PostMapping("/my/cases/{caseNo}/correct/{material}/{fileNo}/remove")
    @Open(door = Door.APPLICANT, audit = "corrections.file-removed")
    Object remove(
            @PathVariable String caseNo,
            @PathVariable String material,
            @PathVariable UUID fileNo,
            ApplicantPrincipal caller) {
        return open(
                caseNo,
                caller,
                found -> {
                    requireTold(found, material);
                    return papers.remove(found.id(), material, fileNo, found.path() + CORRECT);
                });
    }

    @GetMapping("/my/cases/{caseNo}/correct/files/{fileNo}")
    @Open(door = Door.APPLICANT, audit = "corrections.file-read")
    Object read(@PathVariable String caseNo, @PathVariable UUID fileNo, ApplicantPrincipal caller) {
        return open(caseNo, caller, found -> papers.read(found.id(), fileNo));
    }

    @PostMapping("/my/cases/{caseNo}/correct")
    @Open(door = Door.APPLICANT, audit = "corrections.supplied")
    Object send(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        var actId = act.orElseGet(UUID::randomUUID);
        return open(
                caseNo,
                caller,
                found -> tooLate.answer(found, actId, request, texts),
                found -> {
                    var open = written(found, caller, request);
                    if (changesRows(request)) {
                        return page(found, open, note, actId, ErrorSummary.none(), texts);
                    }
                    var errors = new LinkedHashMap<>(missing(found, open, texts));
                    if (note.length() > LONGEST_NOTE) {
                        errors.put("note", texts.localize("withdraw.too-long", LONGEST_NOTE));
                    }
                    var content = content(found, open);
                    if (!errors.isEmpty() || content.isEmpty()) {
                        return page(found, open, note, actId, ErrorSummary.of(errors), texts)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT);
                    }
                    var done =
                            casework.supply(
                                    found.id(),
                                    actId,
                                    note.strip(),
                                    new Supplement(
                                            content.get(),
                                            ApplicationCheck.steps(
                                                    open.definition(), content.get()),
                                            open.files()),
                                    door.actor(found, caller));
                    return switch (done) {
                        case Performed.Done _, Performed.Already _ -> SeeOther.to(found.path());
                        // It was awaited a moment ago, so somebody has been faster.
                        case Performed.Refused _ ->
                                tooLate.page(door.own(caseNo, caller), request, texts);
                    };
                });
    }

    /** The case while corrections are awaited; afterwards its progress, which says what became. */
    private Object open(
            String caseNo, ApplicantPrincipal caller, Function<FoundCase, Object> answer) {
        return open(caseNo, caller, found -> SeeOther.to(found.path()), answer);
    }

    private Object open(
            String caseNo,
            ApplicantPrincipal caller,
            Function<FoundCase, Object> otherwise,
            Function<FoundCase, Object> answer) {
        var found = door.own(caseNo, caller);
        return found.file().state() == CaseState.CORRECTING
                ? answer.apply(found)
                : otherwise.apply(found);
    }

    private OpenDraft opened(FoundCase found, ApplicantPrincipal caller) {
        return caseDrafts.open(found, caller);
    }

    /** What the page sent is kept before it is checked. */
    private OpenDraft written(
            FoundCase found, ApplicantPrincipal caller, HttpServletRequest request) {
        var open = opened(found, caller);
        if (!isFormTold(found)) {
            return open;
        }
        var sent = FormCheck.typed(request.getParameterMap());
        var typed =
                SentRows.merged(
                        open.draft().typed(), open.applies().fields(), sent, FieldViews::name);
        var taken = files.take(found.id(), open.applies().fields(), typed, request, texts(request));
        drafts.save(
                open.draft(),
                open.draft().situation(),
                SentRows.acted(taken.typed(), open.applies().fields(), sent),
                "");
        return opened(found, caller);
    }

    private static boolean changesRows(HttpServletRequest request) {
        return SentRows.act(FormCheck.typed(request.getParameterMap())).isPresent();
    }

    private Optional<PrivatePart> content(FoundCase found, OpenDraft open) {
        if (!isFormTold(found)) {
            return Optional.of(cases.content(found.id()));
        }
        return ApplicationCheck.checkAnswers(
                                open.item(),
                                open.draft().applicant(),
                                open.draft().situation(),
                                open.draft().typed(),
                                open.place().offeredRegions())
                        instanceof ApplicationCheck.Complete(var content, _)
                ? Optional.of(content)
                : Optional.empty();
    }

    private static Map<String, String> missing(FoundCase found, OpenDraft open, Texts texts) {
        var missing = new LinkedHashMap<String, String>();
        for (var material : told(found, open)) {
            if (open.filesOf(material.key()).isEmpty()) {
                missing.put(
                        CaseUploads.box(material.key()),
                        texts.localize("correct.missing", material.name()));
            }
        }
        if (isFormTold(found)) {
            for (var fault : open.checked().faults()) {
                missing.put(FieldViews.id(fault.fieldKey()), FieldViews.words(fault, texts));
            }
        }
        return missing;
    }

    private static List<Material> told(FoundCase found, OpenDraft open) {
        return found.file().corrections().stream()
                .map(Correction::material)
                .distinct()
                .flatMap(key -> open.definition().material(key).stream())
                .toList();
    }

    private static boolean isFormTold(FoundCase found) {
        return found.file().corrections().stream().anyMatch(one -> one.material().equals(FORM));
    }

    private static void requireTold(FoundCase found, String material) {
        if (found.file().corrections().stream().noneMatch(c -> c.material().equals(material))) {
            throw DraftDoor.notFound();
        }
    }

    private Rendered page(
            FoundCase found,
            OpenDraft open,
            String note,
            UUID act,
            ErrorSummary errors,
            Texts texts) {
        var base = found.path() + CORRECT;
        var due =
                found.file()
                        .leadingClock()
                        .flatMap(clock -> clock.due())
                        .map(new Dates(texts.locale())::day)
                        .orElse("");
        return Rendered.of(
                "casework/apply/correct",
                new CorrectPage(
                        open.definition().name(),
                        found.path(),
                        due,
                        found.file().corrections().stream()
                                .map(one -> one.name() + "：" + one.what())
                                .toList(),
                        told(found, open).stream()
                                .map(
                                        material ->
                                                CaseUploads.block(
                                                        material, open, base, errors, texts))
                                .toList(),
                        fields(found, open, errors, texts),
                        FieldView.of(FieldKind.LONGTEXT, "note", texts.localize("correct.note"))
                                .optional()
                                .maxLength(LONGEST_NOTE)
                                .value(note)
                                .error(errors),
                        act,
                        errors));
    }

    private static List<FormPart> fields(
            FoundCase found, OpenDraft open, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<FormPart>();
        if (isFormTold(found)) {
            for (Field field : open.applies().fields()) {
                fields.add(FieldViews.part(field, open, texts).error(errors));
            }
        }
        return fields;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
