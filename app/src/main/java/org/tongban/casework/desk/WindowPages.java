package org.tongban.casework.desk;

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
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Casework;
import org.tongban.casework.draft.SentRows;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffActor;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Rendered;

/**
 * An application at the window, for somebody without a telephone: everything on one page, saved as
 * it is typed, checked by the same rules as from anywhere else.
 */
@Controller
class WindowPages {

    private static final String REMOVE = "remove:";

    private final WindowDrafts drafts;
    private final TakenFiles taken;
    private final WindowView view;
    private final WindowCheck check;
    private final WindowEvidence evidence;
    private final WindowKept kept;
    private final Catalogue catalogue;
    private final Casework casework;
    private final StaffDay day;

    WindowPages(
            WindowDrafts drafts,
            TakenFiles taken,
            WindowView view,
            WindowCheck check,
            WindowEvidence evidence,
            WindowKept kept,
            Catalogue catalogue,
            Casework casework,
            StaffDay day) {
        this.drafts = drafts;
        this.taken = taken;
        this.view = view;
        this.check = check;
        this.evidence = evidence;
        this.kept = kept;
        this.catalogue = catalogue;
        this.casework = casework;
        this.day = day;
    }

    @GetMapping(WindowChoice.PATH + "/{draftId}")
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.read")
    Object resume(@PathVariable UUID draftId, StaffPrincipal staff, HttpServletRequest request) {
        var draft = draft(draftId, staff);
        // A draft that was sent is a case under the same id.
        return casework.find(draftId).isPresent()
                ? "redirect:/staff/desk/" + draftId
                : page(draft, Map.of(), staff, day.now(request));
    }

    /** What the page saves by itself while somebody types. Files go with the form only. */
    @PostMapping(WindowChoice.PATH + "/{draftId}/save")
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.saved")
    ResponseEntity<Void> save(
            @PathVariable UUID draftId, StaffPrincipal staff, HttpServletRequest request) {
        drafts.save(written(draft(draftId, staff), request));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(WindowChoice.PATH + "/{draftId}")
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.sent")
    Object send(
            @PathVariable UUID draftId,
            @RequestParam(defaultValue = "save") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        if (casework.find(draftId).isPresent()) {
            return "redirect:/staff/desk/" + draft(draftId, staff).id();
        }
        var now = day.now(request);
        var draft = written(draft(draftId, staff), request);
        drafts.save(draft);
        var files = taken.take(request, now.texts());
        var wrong = new LinkedHashMap<String, String>();
        for (var fault : files.faults().entrySet()) {
            var key = fault.getKey().substring(TakenFiles.BOX.length());
            wrong.put(
                    isFileBox(draft, key) ? WindowBoxes.field(key) : fault.getKey(),
                    fault.getValue());
        }
        for (var file : files.files()) {
            var key = file.material();
            var isAnswer = isFileBox(draft, key);
            var kept = isAnswer ? file.under(ItemDefinition.filesUnder(key)) : file;
            if (drafts.add(draftId, kept)) {
                if (isAnswer) draft = draft.answering(key, kept.fileNo().toString());
            } else {
                wrong.put(
                        TakenFiles.BOX + key,
                        now.say("apply.files.too-many", WindowDrafts.MOST_FILES));
            }
        }
        draft = acted(draft, request);
        drafts.save(draft);
        if (act.startsWith(REMOVE)) {
            drafts.remove(draftId, UUID.fromString(act.substring(REMOVE.length())));
        }
        if (act.startsWith(WindowKept.AGAIN)) {
            wrong.putAll(kept.take(draft, item(draft), act, staff, now));
        }
        return act.equals("send")
                ? handedIn(draft, wrong, staff, now)
                : page(draft, wrong, staff, now);
    }

    /** Makes the case of the draft, unless something is wrong with it or with a file beside it. */
    private Object handedIn(
            WindowDraft draft,
            Map<String, String> fileFaults,
            StaffPrincipal staff,
            StaffDay.Now now) {
        var wrong = new LinkedHashMap<String, String>();
        switch (check.check(draft, evidence.of(draft, item(draft), staff, now), staff, now)) {
            case WindowCheck.Whole whole when fileFaults.isEmpty() -> {
                if (sent(draft, whole, staff)) {
                    return "redirect:/staff/desk/" + draft.id() + "?done=submit";
                }
                wrong.put("", now.say("apply.evidence.not-fetched"));
            }
            case WindowCheck.Whole _ -> {}
            case WindowCheck.Faulty(var faults) -> wrong.putAll(faults);
        }
        wrong.putAll(fileFaults);
        return page(draft, wrong, staff, now).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * Makes the case, with copies of what the office gets itself.
     *
     * @return false when something that was found a moment ago cannot be had: nothing is sent then
     */
    private boolean sent(WindowDraft draft, WindowCheck.Whole whole, StaffPrincipal staff) {
        var applicant = whole.submission().content().applicant();
        var item = item(draft);
        var copies = evidence.fetch(draft, applicant, item, whole.wanted(), staff);
        if (copies.size() < whole.wanted().size()) return false;
        casework.submit(whole.submission().with(copies), StaffActor.of(staff));
        drafts.sent(draft.id());
        evidence.askLater(draft, applicant, item, whole.later(), staff);
        return true;
    }

    private ItemDefinition item(WindowDraft draft) {
        return catalogue.version(draft.itemKey(), draft.itemVersion()).definition();
    }

    /** The draft with what this request typed; a box that the page did not show keeps its words. */
    private WindowDraft written(WindowDraft draft, HttpServletRequest request) {
        var item = item(draft);
        var situation = new LinkedHashMap<>(draft.situation());
        for (var question : item.questions()) {
            WindowBoxes.sent(request, WindowBoxes.question(question.key()))
                    .forEach(answer -> situation.put(question.key(), answer));
        }
        Map<String, List<String>> typed = new LinkedHashMap<>(draft.typed());
        var parameters = FormCheck.typed(request.getParameterMap());
        for (var field : item.fields()) {
            if (field.isGroup()) {
                // A group that the page did not show keeps its rows.
                if (parameters.containsKey(WindowBoxes.field(field.key()))) {
                    typed = SentRows.merged(typed, List.of(field), parameters, WindowBoxes::field);
                }
                continue;
            }
            var several = field.type() == FieldType.CHOICES || field.type() == FieldType.FILE;
            var shown = request.getParameter(WindowBoxes.shown(field.key())) != null;
            var sent = WindowBoxes.sent(request, WindowBoxes.field(field.key()));
            if (!sent.isEmpty() || (several && shown)) typed.put(field.key(), sent);
        }
        typed.put(SheetViews.ON_PAPER, WindowBoxes.sent(request, WindowBoxes.PAPER));
        for (var material : item.materials()) {
            var made = WindowBoxes.sent(request, WindowBoxes.INSTEAD + material.key());
            if (!made.isEmpty()) typed.put(WindowDraft.insteadName(material.key()), made);
        }
        typed.put(WindowDraft.deliveryName(), WindowBoxes.sent(request, WindowBoxes.DELIVERY));
        var applicant = ApplicantBoxes.typed(request, draft.applicant().kind());
        return draft.with(applicant, situation, typed);
    }

    /** What a button of the rows asked for. */
    private WindowDraft acted(WindowDraft draft, HttpServletRequest request) {
        var fields = item(draft).fields();
        return draft.with(
                draft.applicant(),
                draft.situation(),
                SentRows.acted(draft.typed(), fields, FormCheck.typed(request.getParameterMap())));
    }

    /** Whether a box is of a question of the form and not of a material. */
    private boolean isFileBox(WindowDraft draft, String key) {
        return catalogue
                .version(draft.itemKey(), draft.itemVersion())
                .definition()
                .fileFields()
                .containsKey(ItemDefinition.filesUnder(key));
    }

    private Rendered page(
            WindowDraft draft, Map<String, String> wrong, StaffPrincipal staff, StaffDay.Now now) {
        return Rendered.of(
                "casework/desk/window",
                view.page(
                        draft,
                        evidence.of(draft, item(draft), staff, now),
                        kept.of(draft, item(draft), staff, now),
                        WindowChoice.PATH + "/" + draft.id(),
                        ErrorSummary.of(wrong),
                        now));
    }

    private WindowDraft draft(UUID draftId, StaffPrincipal staff) {
        return drafts.find(draftId, staff.staffId())
                .map(
                        begun ->
                                begun.under(
                                        catalogue
                                                .forApplication(
                                                        begun.itemKey(), begun.itemVersion())
                                                .version()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
