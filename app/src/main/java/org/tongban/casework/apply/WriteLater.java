package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Actor;
import org.tongban.casework.OwnReach;
import org.tongban.casework.SentApplications;
import org.tongban.casework.SentApplications.Asked;
import org.tongban.casework.SentApplications.Kind;
import org.tongban.casework.SentApplications.Written;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.FormFiles;
import org.tongban.casework.draft.SentRows;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.web.ChosenFiles;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Writing for an application of several items that was sent: what all its offices told to correct,
 * in one place and once, and what could be answered only when an earlier result had come. Written
 * on the draft of the application, so that it waits on any device until it is sent.
 */
@Controller
@LegalBasis("licensing/32/1(4)")
class WriteLater {

    private static final String CORRECT = "correct";
    private static final String ANSWERS = "answers";
    private static final int LONGEST_NOTE = 500;

    private final ObjectProvider<SentApplications> sent;
    private final Drafts drafts;
    private final FormFiles formFiles;
    private final CaseUploads papers;
    private final Directory directory;
    private final OwnReach reach;
    private final TextBundles bundles;

    WriteLater(
            ObjectProvider<SentApplications> sent,
            Drafts drafts,
            FormFiles formFiles,
            CaseUploads papers,
            Directory directory,
            OwnReach reach,
            TextBundles bundles) {
        this.reach = reach;
        this.sent = sent;
        this.drafts = drafts;
        this.formFiles = formFiles;
        this.papers = papers;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/my/packages/{no}/correct")
    @Open(door = Door.APPLICANT, audit = "package-corrections.shown")
    Object corrections(
            @PathVariable String no, HttpServletRequest request, ApplicantPrincipal caller) {
        return shown(Kind.CORRECTIONS, no, request, caller);
    }

    @GetMapping("/my/packages/{no}/answers")
    @Open(door = Door.APPLICANT, audit = "package-answers.shown")
    Object answers(@PathVariable String no, HttpServletRequest request, ApplicantPrincipal caller) {
        return shown(Kind.ANSWERS, no, request, caller);
    }

    @PostMapping("/my/packages/{no}/correct/{material}")
    @Open(door = Door.APPLICANT, audit = "package-corrections.file-added")
    Object add(
            @PathVariable String no,
            @PathVariable String material,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return open(
                Kind.CORRECTIONS,
                no,
                caller,
                asked -> {
                    requireAsked(asked, material);
                    var texts = texts(request);
                    return papers.add(
                            asked.draft(),
                            material,
                            ChosenFiles.in(request, "files"),
                            base(Kind.CORRECTIONS, asked),
                            errors -> page(Kind.CORRECTIONS, asked, "", act(), errors, texts),
                            texts);
                });
    }

    @PostMapping("/my/packages/{no}/correct/{material}/{fileNo}/remove")
    @Open(door = Door.APPLICANT, audit = "package-corrections.file-removed")
    Object remove(
            @PathVariable String no,
            @PathVariable String material,
            @PathVariable UUID fileNo,
            ApplicantPrincipal caller) {
        return open(
                Kind.CORRECTIONS,
                no,
                caller,
                asked -> {
                    requireAsked(asked, material);
                    var base = base(Kind.CORRECTIONS, asked);
                    return papers.remove(asked.draft(), material, fileNo, base);
                });
    }

    @GetMapping("/my/packages/{no}/correct/files/{fileNo}")
    @Open(door = Door.APPLICANT, audit = "package-corrections.file-read")
    Object read(@PathVariable String no, @PathVariable UUID fileNo, ApplicantPrincipal caller) {
        return open(Kind.CORRECTIONS, no, caller, asked -> papers.read(asked.draft(), fileNo));
    }

    @PostMapping("/my/packages/{no}/correct")
    @Open(door = Door.APPLICANT, audit = "package-corrections.supplied")
    Object correct(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return send(Kind.CORRECTIONS, no, note, act, request, caller);
    }

    @PostMapping("/my/packages/{no}/answers")
    @Open(door = Door.APPLICANT, audit = "package-answers.supplied")
    Object answer(
            @PathVariable String no,
            @RequestParam Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return send(Kind.ANSWERS, no, "", act, request, caller);
    }

    private Object shown(
            Kind kind, String no, HttpServletRequest request, ApplicantPrincipal caller) {
        return open(
                kind,
                no,
                caller,
                asked -> page(kind, asked, "", act(), ErrorSummary.none(), texts(request)));
    }

    private Object send(
            Kind kind,
            String no,
            String note,
            Optional<UUID> act,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = texts(request);
        var actId = act.orElseGet(UUID::randomUUID);
        return open(
                kind,
                no,
                caller,
                asked -> {
                    var open = written(asked, request);
                    if (SentRows.act(FormCheck.typed(request.getParameterMap())).isPresent()) {
                        return page(kind, asked, note, actId, ErrorSummary.none(), texts);
                    }
                    var errors = missing(asked, open, texts);
                    if (note.length() > LONGEST_NOTE) {
                        errors.put("note", texts.localize("withdraw.too-long", LONGEST_NOTE));
                    }
                    if (!errors.isEmpty()) {
                        return page(kind, asked, note, actId, ErrorSummary.of(errors), texts)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT);
                    }
                    var late =
                            sent.getObject()
                                    .take(
                                            kind,
                                            asked,
                                            actId,
                                            new Written(
                                                    note.strip(),
                                                    open.draft().typed(),
                                                    files(asked, open)),
                                            Actor.applicant(
                                                    caller.accountId().toString(), caller.name()));
                    return late.isEmpty()
                            ? SeeOther.to(asked.path())
                            : Rendered.of("casework/apply/partlyTaken")
                                    .with("item", asked.name())
                                    .with("path", asked.path())
                                    .with("late", late)
                                    .at(base(kind, asked));
                });
    }

    /** What is asked; when nothing is any more, the application itself says what became of it. */
    private Object open(
            Kind kind, String no, ApplicantPrincipal caller, Function<Asked, Object> answer) {
        return Optional.of(no)
                .filter(written -> written.matches("[A-Z0-9]{1,40}"))
                .flatMap(
                        written ->
                                sent.stream()
                                        .flatMap(
                                                all ->
                                                        all
                                                                .asked(
                                                                        kind,
                                                                        written,
                                                                        caller.accountId())
                                                                .stream())
                                        .findFirst())
                .filter(asked -> reach.isStillTheirs(caller, asked.cases()))
                .map(answer)
                .orElseGet(() -> SeeOther.to("/my/packages/" + no.replaceAll("[^A-Z0-9]", "")));
    }

    private OpenDraft opened(Asked asked) {
        return OpenDraft.of(
                drafts.ofCase(asked.draft()).orElseThrow(DraftDoor::notFound),
                asked.item(),
                drafts.files(asked.draft()),
                directory.current(),
                // The offices have named what they want brought.
                Map.of());
    }

    /** What the page sent is kept before it is checked. */
    private OpenDraft written(Asked asked, HttpServletRequest request) {
        var open = opened(asked);
        var fields = open.applies().fields();
        if (fields.isEmpty()) return open;
        var told = FormCheck.typed(request.getParameterMap());
        var typed = SentRows.merged(open.draft().typed(), fields, told, FieldViews::name);
        var taken = formFiles.take(asked.draft(), fields, typed, request, texts(request));
        drafts.save(
                open.draft(),
                open.draft().situation(),
                SentRows.acted(taken.typed(), fields, told),
                "");
        return opened(asked);
    }

    private static Map<String, String> missing(Asked asked, OpenDraft open, Texts texts) {
        var missing = new LinkedHashMap<String, String>();
        for (var material : asked.item().definition().materials()) {
            if (open.filesOf(material.key()).isEmpty()) {
                missing.put(
                        CaseUploads.box(material.key()),
                        texts.localize("correct.missing", material.name()));
            }
        }
        for (var fault : open.checked().faults()) {
            missing.put(FieldViews.id(fault.fieldKey()), FieldViews.words(fault, texts));
        }
        return missing;
    }

    private static List<org.tongban.casework.SubmittedFile> files(Asked asked, OpenDraft open) {
        return asked.item().definition().materials().stream()
                .map(Material::key)
                .flatMap(key -> open.filesOf(key).stream())
                .toList();
    }

    private static void requireAsked(Asked asked, String material) {
        if (asked.item().definition().material(material).isEmpty()) throw DraftDoor.notFound();
    }

    private Rendered page(
            Kind kind, Asked asked, String note, UUID act, ErrorSummary errors, Texts texts) {
        var open = opened(asked);
        var base = base(kind, asked);
        var words = kind == Kind.CORRECTIONS ? "later.correct." : "later.answers.";
        return Rendered.of(
                "casework/apply/later",
                new LaterPage(
                        texts.localize(words + "title"),
                        asked.name(),
                        texts.localize(
                                words + "lead",
                                asked.until().map(new Dates(texts.locale())::fullDay).orElse("")),
                        asked.path(),
                        base,
                        texts.localize(words + "send"),
                        asked.told(),
                        asked.item().definition().materials().stream()
                                .map(one -> CaseUploads.block(one, open, base, errors, texts))
                                .toList(),
                        open.applies().fields().stream()
                                .map(field -> FieldViews.part(field, open, texts).error(errors))
                                .toList(),
                        kind == Kind.CORRECTIONS
                                ? List.of(
                                        FieldView.of(
                                                        FieldKind.LONGTEXT,
                                                        "note",
                                                        texts.localize("correct.note"))
                                                .optional()
                                                .maxLength(LONGEST_NOTE)
                                                .value(note)
                                                .error(errors))
                                : List.of(),
                        act,
                        errors));
    }

    private static UUID act() {
        return UUID.randomUUID();
    }

    private static String base(Kind kind, Asked asked) {
        return asked.path() + "/" + (kind == Kind.CORRECTIONS ? CORRECT : ANSWERS);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
