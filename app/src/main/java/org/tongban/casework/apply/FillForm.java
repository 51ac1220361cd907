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
import org.tongban.catalogue.FormCheck;
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
    private final TextBundles bundles;

    FillForm(DraftDoor door, Drafts drafts, TextBundles bundles) {
        this.door = door;
        this.drafts = drafts;
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
                open -> {
                    page(open, number);
                    return drawn(
                            open,
                            number,
                            UUID.randomUUID().toString(),
                            ErrorSummary.none(),
                            false,
                            texts(request));
                });
    }

    @PostMapping("/drafts/{id}/form/{number}")
    @Open(door = Door.APPLICANT, audit = "draft.form-filled")
    Object fill(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String tab,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var page = page(open, number);
                    var texts = texts(request);
                    var sent = FormCheck.typed(request.getParameterMap());
                    var typed = open.merged(page, sent);
                    var clashes = clashes(open, page, typed, mark, tab, texts);
                    if (!clashes.isEmpty() || !save(open, typed, tab)) {
                        return drawn(
                                        open.with(typed, tab),
                                        number,
                                        open.mark(page),
                                        tab,
                                        ErrorSummary.of(clashes),
                                        true,
                                        texts)
                                .status(HttpStatus.CONFLICT);
                    }
                    return checked(open, open.with(typed, tab), page, tab, texts);
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
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String tab,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        return door.open(
                id,
                caller,
                open -> {
                    var page = page(open, number);
                    var sent = FormCheck.typed(request.getParameterMap());
                    var typed = open.merged(page, sent);
                    var free = isFree(open, page, mark, tab) && save(open, typed, tab);
                    return ResponseEntity.status(free ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                            .build();
                });
    }

    private Object checked(
            OpenDraft before, OpenDraft now, FormPage page, String tab, Texts texts) {
        var shown = before.fields(page);
        var faults =
                now.checked().faults().stream()
                        .filter(
                                fault ->
                                        page.fields().stream()
                                                .anyMatch(f -> f.key().equals(fault.fieldKey())))
                        .toList();
        var asked =
                faults.stream()
                        .filter(
                                fault ->
                                        shown.stream()
                                                .anyMatch(f -> f.key().equals(fault.fieldKey())))
                        .toList();
        if (!asked.isEmpty()) {
            var at = now.pages().indexOf(page) + 1;
            return drawn(now, at, tab, FieldViews.errors(asked, texts), false, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!faults.isEmpty()) {
            // The answers have brought up questions of the same page that were not asked before.
            return SeeOther.to(now.formPath(now.pages().indexOf(page) + 1));
        }
        var next = now.pages().indexOf(page) + 2;
        return SeeOther.to(
                next <= now.pages().size()
                        ? now.formPath(next)
                        : now.missingMaterials().isEmpty()
                                ? now.path()
                                : now.path() + "/materials");
    }

    private boolean save(OpenDraft open, Map<String, List<String>> typed, String tab) {
        return drafts.save(open.draft(), open.draft().situation(), typed, tab);
    }

    /** Whether nobody else has changed this page's answers since it was drawn. */
    private static boolean isFree(OpenDraft open, FormPage page, String mark, String tab) {
        return mark.isEmpty()
                || mark.equals(open.mark(page))
                || (!tab.isEmpty() && tab.equals(open.draft().tab()));
    }

    /** What the other tab has written, at each field where the two differ. */
    private static Map<String, String> clashes(
            OpenDraft open,
            FormPage page,
            Map<String, List<String>> typed,
            String mark,
            String tab,
            Texts texts) {
        var clashes = new LinkedHashMap<String, String>();
        if (isFree(open, page, mark, tab)) {
            return clashes;
        }
        for (var field : open.fields(page)) {
            var stored = open.typed(field);
            if (!stored.equals(typed.getOrDefault(field.key(), List.of()))) {
                clashes.put(
                        FieldViews.id(field.key()),
                        texts.localize(
                                "apply.clash.field",
                                field.label(),
                                ShownAnswers.text(open, field, stored, texts)));
            }
        }
        return clashes;
    }

    private Rendered drawn(
            OpenDraft open,
            int number,
            String tab,
            ErrorSummary errors,
            boolean clash,
            Texts texts) {
        return drawn(open, number, open.mark(page(open, number)), tab, errors, clash, texts);
    }

    private Rendered drawn(
            OpenDraft open,
            int number,
            String mark,
            String tab,
            ErrorSummary errors,
            boolean clash,
            Texts texts) {
        var page = page(open, number);
        var fields =
                open.fields(page).stream()
                        .map(
                                field ->
                                        FieldViews.of(field, open.typed(field), open, texts)
                                                .error(errors))
                        .toList();
        return Rendered.of(
                "casework/apply/form",
                new FormPageView(
                        open.definition().name(),
                        page.page(),
                        number,
                        open.pages().size(),
                        open.formPath(number),
                        open.path() + "/autosave",
                        number == 1
                                ? new Link(texts.localize("apply.back.list"), open.path())
                                : new Link(
                                        texts.localize("apply.back.page"),
                                        open.formPath(number - 1)),
                        mark,
                        tab,
                        clash,
                        fields,
                        errors));
    }

    private static FormPage page(OpenDraft open, int number) {
        return open.page(number).orElseThrow(DraftDoor::notFound);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
