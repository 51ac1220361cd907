package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
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
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.guide.GuideView;
import org.tongban.catalogue.life.DraftAct;
import org.tongban.catalogue.life.DraftFile;
import org.tongban.catalogue.life.DraftLife;
import org.tongban.catalogue.life.DraftRuling;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.Office;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldError;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** One draft: how it stands, what the offices say, and the acts on it. */
@Controller
class DraftPages {

    private static final int LONGEST_WORDS = 1000;

    private final DraftStore drafts;
    private final DraftLife life;
    private final DraftSheet sheet;
    private final GuideView guides;
    private final TextBundles bundles;
    private final Clock clock;

    DraftPages(
            DraftStore drafts,
            DraftLife life,
            DraftSheet sheet,
            GuideView guides,
            TextBundles bundles,
            Clock clock) {
        this.drafts = drafts;
        this.life = life;
        this.sheet = sheet;
        this.guides = guides;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/entries/drafts/{draftId}")
    @Open(door = Door.STAFF, audit = "entry.draft-opened")
    Rendered open(
            @PathVariable UUID draftId,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var draft = seen(draftId, staff);
        var key = "editor.done." + done;
        return page(
                draft,
                staff,
                texts.has(key) ? texts.localize(key) : "",
                ErrorSummary.none(),
                "",
                "",
                texts);
    }

    /** The guide as people will read it, of what is written so far. */
    @GetMapping("/staff/entries/drafts/{draftId}/preview")
    @Open(door = Door.STAFF, audit = "entry.previewed")
    Rendered preview(@PathVariable UUID draftId, StaffPrincipal staff, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var draft = seen(draftId, staff);
        return life.definition(draft, texts.localize("editor.missing"))
                .map(
                        item ->
                                Rendered.of("catalogue/guide", guides.of(item, texts))
                                        .with("note", texts.localize("editor.preview.note"))
                                        .with("back", EditSections.address(draft)))
                .orElseGet(
                        () ->
                                page(
                                                draft,
                                                staff,
                                                "",
                                                error("", texts.localize("editor.preview.none")),
                                                "",
                                                "",
                                                texts)
                                        .status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/staff/entries/drafts/{draftId}/act")
    @Open(door = Door.STAFF, audit = "entry.acted-on")
    Object act(
            @PathVariable UUID draftId,
            @RequestParam int version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String effectiveOn,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var draft = seen(draftId, staff);
        var said = shortened(words);
        var wanted = wanted(act, said, effectiveOn);
        if (wanted.isEmpty()) {
            var message =
                    texts.localize(
                            act.equals("publish") ? "editor.refused.day" : "editor.refused.no-act");
            return page(
                            draft,
                            staff,
                            "",
                            error(act.equals("publish") ? "effectiveOn" : "", message),
                            said,
                            effectiveOn,
                            texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var ruling = life.act(draftId, version, wanted.get(), said, staff);
        if (ruling instanceof DraftRuling.Done) {
            return SeeOther.to(EditSections.address(draft) + "?done=" + wanted.get().word());
        }
        return page(
                        seen(draftId, staff),
                        staff,
                        "",
                        refusal(ruling, act, texts),
                        said,
                        effectiveOn,
                        texts)
                .status(
                        ruling instanceof DraftRuling.Stale
                                ? HttpStatus.CONFLICT
                                : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/staff/entries/drafts/{draftId}/remarks")
    @Open(door = Door.STAFF, audit = "entry.remarked-on")
    Object remark(
            @PathVariable UUID draftId,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String remark,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var draft = seen(draftId, staff);
        var office = DraftSheet.office(staff);
        var stored =
                office.isPresent()
                        && life.remark(
                                draftId, shortened(place), office.get(), shortened(remark), staff);
        return stored
                ? SeeOther.to(EditSections.address(draft) + "?done=remark")
                : page(
                                draft,
                                staff,
                                "",
                                error("remark", texts.localize("editor.refused.remark")),
                                "",
                                "",
                                texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/staff/entries/drafts/{draftId}/remarks/{remarkId}")
    @Open(door = Door.STAFF, audit = "entry.remark-answered")
    Object answer(
            @PathVariable UUID draftId,
            @PathVariable UUID remarkId,
            @RequestParam(defaultValue = "") String answer,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var draft = seen(draftId, staff);
        return life.answer(draftId, remarkId, shortened(answer), staff)
                ? SeeOther.to(EditSections.address(draft) + "?done=answer")
                : page(
                                draft,
                                staff,
                                "",
                                error("", texts.localize("editor.refused.answer")),
                                "",
                                "",
                                texts)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<DraftAct> wanted(String act, String words, String effectiveOn) {
        return switch (act) {
            case "submit" -> Optional.of(new DraftAct.Submit(words));
            case "agree-staffing" -> Optional.of(new DraftAct.Agree(Office.STAFFING, words));
            case "agree-law" -> Optional.of(new DraftAct.Agree(Office.LAW, words));
            case "send-back-staffing" -> Optional.of(new DraftAct.SendBack(Office.STAFFING, words));
            case "send-back-law" -> Optional.of(new DraftAct.SendBack(Office.LAW, words));
            case "call-back" -> Optional.of(new DraftAct.CallBack(words));
            case "discard" -> Optional.of(new DraftAct.Discard(words));
            case "publish" -> Typed.date(effectiveOn).map(DraftAct.Publish::new);
            default -> Optional.empty();
        };
    }

    private static ErrorSummary refusal(DraftRuling ruling, String act, Texts texts) {
        return switch (ruling) {
            case DraftRuling.Done _ -> ErrorSummary.none();
            case DraftRuling.NotInThisState(var state) ->
                    error(
                            "",
                            texts.localize(
                                    "editor.refused.state",
                                    texts.localize("draft." + state.word())));
            case DraftRuling.NotYours _ -> error("", texts.localize("editor.refused.not-yours"));
            case DraftRuling.OwnDraft _ -> error("", texts.localize("editor.refused.own-draft"));
            case DraftRuling.WordsMissing _ ->
                    error("words-" + act, texts.localize("editor.refused.words"));
            case DraftRuling.CheckStops(var places) ->
                    error("", texts.localize("editor.refused.check", places));
            case DraftRuling.RemarksOpen(var remarks) ->
                    error("", texts.localize("editor.refused.remarks", remarks));
            case DraftRuling.DayPast(var today) ->
                    error("effectiveOn", texts.localize("editor.refused.day-past", today));
            case DraftRuling.LaterVersionWaits(var day) ->
                    error("effectiveOn", texts.localize("editor.refused.later", day));
            case DraftRuling.Stale _ -> error("", texts.localize("editor.refused.stale"));
        };
    }

    private Rendered page(
            DraftFile draft,
            StaffPrincipal staff,
            String done,
            ErrorSummary errors,
            String words,
            String effectiveOn,
            Texts texts) {
        var day = effectiveOn.isEmpty() ? LegalToday.of(clock).toString() : effectiveOn;
        // Its forms are sent to addresses without a page of their own.
        return Rendered.of(
                        "catalogue/editor/draft",
                        sheet.of(draft, staff, done, errors, words, day, texts))
                .at(EditSections.address(draft));
    }

    /** Drafters see the drafts of their agency, reviewers all. */
    private DraftFile seen(UUID draftId, StaffPrincipal staff) {
        return drafts.find(draftId)
                .filter(_ -> EntryNavigation.mayEnter(staff))
                .filter(
                        draft ->
                                staff.reaches(draft.agency())
                                        || DraftSheet.office(staff).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ErrorSummary error(String field, String message) {
        return new ErrorSummary(List.of(new FieldError(field, message)));
    }

    private static String shortened(String typed) {
        var text = typed.strip();
        return text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) : text;
    }
}
