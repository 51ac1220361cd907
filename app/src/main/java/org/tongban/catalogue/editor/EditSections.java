package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.entry.Difference;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.Places;
import org.tongban.catalogue.entry.Section;
import org.tongban.catalogue.guide.GuideView;
import org.tongban.catalogue.life.DraftFile;
import org.tongban.catalogue.life.DraftLife;
import org.tongban.catalogue.life.DraftLife.Kept;
import org.tongban.catalogue.life.DraftState;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldError;
import org.tongban.web.FormPart;
import org.tongban.web.Link;
import org.tongban.web.NavItem;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The pages on which an entry is written, each saved by itself. */
@Controller
class EditSections {

    private final DraftStore drafts;
    private final DraftLife life;
    private final PlaceChoices choices;
    private final DraftHere here;
    private final TextBundles bundles;

    EditSections(
            DraftStore drafts,
            DraftLife life,
            PlaceChoices choices,
            DraftHere here,
            TextBundles bundles) {
        this.drafts = drafts;
        this.life = life;
        this.choices = choices;
        this.here = here;
        this.bundles = bundles;
    }

    @GetMapping("/staff/entries/drafts/{draftId}/{section}")
    @Open(door = Door.STAFF, audit = "entry.page-opened", right = DraftTransitions.DRAFT)
    Rendered open(
            @PathVariable UUID draftId,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var draft = mine(draftId, staff);
        var told = done.equals("saved") ? texts.localize("editor.saved") : "";
        return page(draft, section(section), staff, told, List.of(), false, texts);
    }

    @PostMapping("/staff/entries/drafts/{draftId}/{section}")
    @Open(door = Door.STAFF, audit = "entry.page-saved", right = DraftTransitions.DRAFT)
    Object save(
            @PathVariable UUID draftId,
            @PathVariable String section,
            @RequestParam int version,
            @RequestParam(name = "do", defaultValue = "save") String what,
            @RequestParam(defaultValue = "") String insist,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var page = section(section);
        mine(draftId, staff);
        var edit = edit(page, request, what);
        var kept = life.keep(draftId, version, page.word(), edit, insist.equals("yes"), staff);
        return switch (kept) {
            case Kept.Stored(var draft) -> SeeOther.to(after(draft, page, what));
            case Kept.Changed(var draft, var by) -> collided(draft, page, edit, by, staff, texts);
            case Kept.NotOpen(var draft) -> {
                var typed = withContent(draft, edit.of(draft.content()));
                yield page(
                                typed,
                                page,
                                staff,
                                texts.localize("editor.not-open"),
                                List.of(),
                                false,
                                texts)
                        .status(HttpStatus.CONFLICT);
            }
        };
    }

    /** What the script sends a second after the last key; nothing is drawn. */
    @PostMapping("/staff/entries/drafts/{draftId}/{section}/autosave")
    @Open(door = Door.STAFF, audit = "entry.page-saved", right = DraftTransitions.DRAFT)
    ResponseEntity<Void> autosave(
            @PathVariable UUID draftId,
            @PathVariable String section,
            @RequestParam int version,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var page = section(section);
        mine(draftId, staff);
        var kept =
                life.keep(draftId, version, page.word(), edit(page, request, "save"), false, staff);
        return kept instanceof Kept.Stored
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    private static DraftLife.Edit edit(Section page, HttpServletRequest request, String what) {
        var typed = new TypedForm(request.getParameterMap());
        return content -> {
            var changed = EntryTree.with(content, page.parts(), typed);
            return RowKeys.give(rows(changed, what));
        };
    }

    /** The row that a button adds, moves or takes out. */
    private static Map<String, Object> rows(Map<String, Object> tree, String what) {
        var path = what.replaceFirst("^[a-z]+:", "");
        if (what.startsWith("add:")) return EntryTree.added(tree, path);
        if (what.startsWith("remove:")) return EntryTree.removed(tree, path);
        if (what.startsWith("up:")) return EntryTree.moved(tree, path, -1);
        if (what.startsWith("down:")) return EntryTree.moved(tree, path, 1);
        return tree;
    }

    private static String after(DraftFile draft, Section page, String what) {
        var following = page.following();
        if (what.equals("next") && following.isPresent()) {
            return address(draft) + "/" + following.get().word();
        }
        if (what.equals("next") || what.equals("leave")) return address(draft);
        var at = what.equals("save") ? "" : "#" + Blocks.id(what.replaceFirst("^[a-z]+:", ""));
        return address(draft) + "/" + page.word() + "?done=saved" + at;
    }

    private Rendered collided(
            DraftFile draft,
            Section page,
            DraftLife.Edit edit,
            DraftFile.Touch by,
            StaffPrincipal staff,
            Texts texts) {
        var typed = edit.of(draft.content());
        var theirs = Difference.between(typed, draft.content(), texts);
        return page(
                        withContent(draft, typed),
                        page,
                        staff,
                        texts.localize("editor.changed-meanwhile", by.who()),
                        theirs,
                        true,
                        texts)
                .status(HttpStatus.CONFLICT);
    }

    private Rendered page(
            DraftFile draft,
            Section section,
            StaffPrincipal staff,
            String told,
            List<Difference.Change> theirs,
            boolean insists,
            Texts texts) {
        var shown =
                draft.touched().containsKey(section.word())
                        ? found(draft, section)
                        : List.<Found>of();
        var blocks =
                new Blocks(draft.content(), shown, path -> choices.of(path, draft, texts), texts);
        var whole = life.definition(draft, texts.localize("editor.missing"));
        var address = address(draft);
        return Rendered.of(
                "catalogue/editor/section",
                new SectionPage(
                        String.valueOf(life.whole(draft).getOrDefault("name", "")),
                        texts.localize("editor.section." + section.word()),
                        texts.localize("editor.section." + section.word() + ".lead"),
                        address + "/" + section.word(),
                        draft.version(),
                        sections(draft, section, texts),
                        here.enter(draft.draftId(), staff.staffId(), staff.name()),
                        told,
                        theirs,
                        insists,
                        remarks(draft, section, texts),
                        errors(shown, texts),
                        blocks.of(section.parts()),
                        preview(whole, section, texts),
                        section == Section.STEPS
                                ? whole.map(item -> List.of(GuideView.flow(item, texts)))
                                        .orElse(List.of())
                                : List.of(),
                        new Link(texts.localize("editor.preview"), address + "/preview"),
                        new Link(texts.localize("editor.overview"), address)));
    }

    private List<Found> found(DraftFile draft, Section section) {
        return life.found(draft).stream()
                .filter(each -> !each.path().isEmpty() && Section.holding(each.path()) == section)
                .toList();
    }

    private static ErrorSummary errors(List<Found> found, Texts texts) {
        return new ErrorSummary(
                found.stream()
                        .filter(Found::stops)
                        .map(
                                each ->
                                        new FieldError(
                                                "",
                                                Places.words(each.path(), texts)
                                                        + "："
                                                        + each.message()))
                        .toList());
    }

    private List<String> remarks(DraftFile draft, Section section, Texts texts) {
        return drafts.remarks(draft.draftId()).stream()
                .filter(remark -> remark.isOpen() && Section.holding(remark.path()) == section)
                .map(
                        remark ->
                                texts.localize(
                                        "editor.remark",
                                        remark.who(),
                                        Places.words(remark.path(), texts),
                                        remark.words()))
                .toList();
    }

    /** As an applicant meets it; empty while the entry cannot be shown yet. */
    private static List<FormPart> preview(
            Optional<ItemDefinition> whole, Section section, Texts texts) {
        return switch (section) {
            case QUESTIONS -> whole.map(FormPreview::ofQuestions).orElse(List.of());
            case FORM -> whole.map(item -> FormPreview.ofForm(item, texts)).orElse(List.of());
            default -> List.of();
        };
    }

    private static List<NavItem> sections(DraftFile draft, Section now, Texts texts) {
        var items = new ArrayList<NavItem>();
        for (var section : Section.values()) {
            items.add(
                    new NavItem(
                            texts.localize("editor.section." + section.word()),
                            address(draft) + "/" + section.word(),
                            0,
                            section == now));
        }
        return items;
    }

    private static DraftFile withContent(DraftFile draft, Map<String, Object> content) {
        return new DraftFile(
                draft.draftId(),
                draft.itemKey(),
                draft.baseCode(),
                draft.agency(),
                draft.state(),
                draft.version(),
                new LinkedHashMap<>(content),
                draft.touched(),
                draft.agreed(),
                draft.author(),
                draft.changedOn(),
                draft.reason(),
                draft.updatedAt());
    }

    static String address(DraftFile draft) {
        return EntryNavigation.ENTRIES + "/drafts/" + draft.draftId();
    }

    private DraftFile mine(UUID draftId, StaffPrincipal staff) {
        return drafts.find(draftId)
                .filter(
                        draft ->
                                staff.reaches(draft.agency())
                                        && draft.state() != DraftState.DISCARDED)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Section section(String word) {
        return Section.of(word)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
