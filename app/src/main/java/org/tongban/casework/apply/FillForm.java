package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.FormFiles;
import org.tongban.catalogue.FieldFault;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The form, one page at a time. What was typed is kept first and checked afterwards; two tabs that
 * write different answers to the same questions are told of each other.
 */
@Controller
class FillForm {

    private final DraftDoor door;
    private final Drafts drafts;
    private final FormFiles files;
    private final TextBundles bundles;

    FillForm(DraftDoor door, Drafts drafts, FormFiles files, TextBundles bundles) {
        this.door = door;
        this.drafts = drafts;
        this.files = files;
        this.bundles = bundles;
    }

    @GetMapping("/drafts/{id}/form/{number}")
    @Open(door = Door.APPLICANT, audit = "draft.form-shown")
    Object show(
            @PathVariable UUID id,
            @PathVariable int number,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> drawn(open, number, newTab(), ErrorSummary.none(), false, texts(request)));
    }

    @PostMapping("/drafts/{id}/form/{number}")
    @Open(door = Door.APPLICANT, audit = "draft.form-filled")
    Object fill(
            @PathVariable UUID id,
            @PathVariable int number,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var texts = texts(request);
                    var read = SentPage.of(open, number, request);
                    var taken =
                            files.take(
                                    open.id(),
                                    open.fields(read.page()),
                                    read.typed(),
                                    request,
                                    texts);
                    var sent = read.with(taken.typed()).acted();
                    var clashes = sent.clashes(open, texts);
                    var written = open.with(sent.typed(), sent.tab());
                    if (!clashes.isEmpty() || !save(open, sent)) {
                        // The mark of what is stored: sent again, the reader has seen it.
                        return drawn(
                                        written,
                                        number,
                                        open.mark(sent.page()),
                                        sent.tab(),
                                        ErrorSummary.of(clashes),
                                        true,
                                        texts)
                                .status(HttpStatus.CONFLICT);
                    }
                    return stored(open, number, sent, taken.faults(), caller, texts);
                });
    }

    /** What was typed is kept; the rest depends on what was pressed and on what is wrong. */
    private Object stored(
            OpenDraft before,
            int number,
            SentPage sent,
            Map<String, String> fileFaults,
            ApplicantPrincipal caller,
            Texts texts) {
        files.tidy(before.id(), before.definition(), sent.typed());
        var anchor = sent.anchor();
        if (fileFaults.isEmpty() && anchor.isPresent()) {
            return SeeOther.to(before.formPath(number) + "#" + anchor.get());
        }
        if (fileFaults.isEmpty() && !FormFiles.areAskedFor(sent.page().fields())) {
            return checked(before, before.with(sent.typed(), sent.tab()), sent, texts);
        }
        // Read again: files have come, also beside a faulty one.
        return door.open(
                before.id(),
                caller,
                open -> {
                    if (fileFaults.isEmpty()) return checked(before, open, sent, texts);
                    var said = new LinkedHashMap<String, String>();
                    fileFaults.forEach((key, fault) -> said.put(FieldViews.id(key), fault));
                    return drawn(open, number, sent.tab(), ErrorSummary.of(said), false, texts)
                            .status(HttpStatus.UNPROCESSABLE_CONTENT);
                });
    }

    /**
     * Keeps what has been typed so far, right or not. Answers 409 when another tab has written
     * meanwhile; the page then says so when it is sent.
     */
    @PostMapping("/drafts/{id}/autosave")
    @Open(door = Door.APPLICANT, audit = "draft.saved")
    Object autosave(
            @PathVariable UUID id,
            @RequestParam int number,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var sent = SentPage.of(open, number, request);
                    var kept = sent.isFree(open) && save(open, sent);
                    return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                            .build();
                });
    }

    private Object checked(OpenDraft before, OpenDraft now, SentPage sent, Texts texts) {
        var page = sent.page();
        var at = now.pages().indexOf(page) + 1;
        var faults = of(page.fields(), now.checked().faults());
        var asked = of(before.fields(page), faults);
        if (!asked.isEmpty()) {
            return drawn(now, at, sent.tab(), FieldViews.errors(asked, texts), false, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!faults.isEmpty()) {
            // The answers have brought up questions of the same page that were not asked before.
            return SeeOther.to(now.formPath(at));
        }
        return SeeOther.to(
                at < now.pages().size()
                        ? now.formPath(at + 1)
                        : now.missingMaterials().isEmpty()
                                ? now.path()
                                : now.path() + "/materials");
    }

    /** The faults of some of the fields. */
    private static List<FieldFault> of(List<Field> fields, List<FieldFault> faults) {
        var keys = fields.stream().map(Field::key).toList();
        return faults.stream().filter(fault -> keys.contains(fault.asked())).toList();
    }

    private boolean save(OpenDraft open, SentPage sent) {
        return drafts.save(open.draft(), open.draft().situation(), sent.typed(), sent.tab());
    }

    private static String newTab() {
        return UUID.randomUUID().toString();
    }

    private static Rendered drawn(
            OpenDraft open,
            int number,
            String tab,
            ErrorSummary errors,
            boolean clash,
            Texts texts) {
        return drawn(open, number, open.mark(page(open, number)), tab, errors, clash, texts);
    }

    private static Rendered drawn(
            OpenDraft open,
            int number,
            String mark,
            String tab,
            ErrorSummary errors,
            boolean clash,
            Texts texts) {
        var page = page(open, number);
        return Rendered.of(
                "casework/apply/form",
                new FormPageView(
                        open.definition().name(),
                        page.page(),
                        number,
                        open.pages().size(),
                        open.formPath(number),
                        open.path() + "/autosave",
                        back(open, number, texts),
                        mark,
                        tab,
                        clash,
                        open.fields(page).stream()
                                .map(field -> FieldViews.part(field, open, texts).error(errors))
                                .toList(),
                        errors));
    }

    private static Link back(OpenDraft open, int number, Texts texts) {
        return number == 1
                ? new Link(texts.localize("apply.back.list"), open.path())
                : new Link(texts.localize("apply.back.page"), open.formPath(number - 1));
    }

    private static FormPage page(OpenDraft open, int number) {
        return open.page(number).orElseThrow(DraftDoor::notFound);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
