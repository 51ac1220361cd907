package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.catalogue.life.EntryState;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** One entry: its state, its versions, and the beginning of a change. */
@Controller
class EntryPages {

    private final DraftStore drafts;
    private final EntryState states;
    private final PublishedVersions published;
    private final Catalogue catalogue;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    EntryPages(
            DraftStore drafts,
            EntryState states,
            PublishedVersions published,
            Catalogue catalogue,
            Directory directory,
            TextBundles bundles,
            Clock clock) {
        this.drafts = drafts;
        this.states = states;
        this.published = published;
        this.catalogue = catalogue;
        this.directory = directory;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/entries/of/{itemKey}")
    @Open(door = Door.STAFF, audit = "entry.opened")
    Rendered entry(@PathVariable String itemKey, StaffPrincipal staff, HttpServletRequest request) {
        EntryNavigation.mustEnter(staff);
        return entry(itemKey, Map.of(), ErrorSummary.none(), staff, texts(request));
    }

    /** Begins a change of an entry that is published. */
    @PostMapping("/staff/entries/of/{itemKey}")
    @Open(door = Door.STAFF, audit = "entry.begun", right = DraftTransitions.DRAFT)
    Object change(
            @PathVariable String itemKey,
            @RequestParam(defaultValue = "") String changedOn,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var versions = published.of(itemKey);
        if (versions.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        var latest = catalogue.version(itemKey, versions.getFirst().number()).definition();
        if (!staff.agencies().contains(latest.agency())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var errors = new LinkedHashMap<String, String>();
        var day = Typed.date(changedOn);
        if (day.isEmpty()) errors.put("changedOn", texts.localize("editor.changed-on.missing"));
        if (reason.isBlank()) errors.put("reason", texts.localize("editor.reason.missing"));
        if (!errors.isEmpty()) {
            return entry(
                            itemKey,
                            Map.of("changedOn", changedOn, "reason", reason),
                            ErrorSummary.of(errors),
                            staff,
                            texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var own = EntryTree.stated(Inheritance.own(latest));
        own.remove("agency");
        drafts.start(
                itemKey,
                latest.catalogCode(),
                latest.agency(),
                own,
                staff,
                day.get(),
                reason.strip());
        return SeeOther.to(
                drafts.openOf(itemKey).map(EditSections::address).orElse(EntryNavigation.ENTRIES));
    }

    private Rendered entry(
            String itemKey,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var versions = published.of(itemKey);
        if (versions.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        var latest = catalogue.version(itemKey, versions.getFirst().number()).definition();
        var open = drafts.openOf(itemKey);
        var own = staff.has(DraftTransitions.DRAFT) && staff.agencies().contains(latest.agency());
        return Rendered.of(
                "catalogue/editor/entry",
                new EntryPage(
                        latest.name(),
                        agency(latest.agency()),
                        EntryNavigation.ENTRIES + "/of/" + itemKey,
                        errors,
                        own && open.isEmpty()
                                ? BeginFields.of(typed, errors, clock, texts)
                                : List.of(),
                        open
                                .map(
                                        draft ->
                                                new Link(
                                                        texts.localize("editor.open-draft"),
                                                        EditSections.address(draft)))
                                .stream()
                                .toList(),
                        state(itemKey, texts),
                        acts(itemKey, typed, errors, staff, texts),
                        latest.overrides().entrySet().stream()
                                .map(
                                        reason ->
                                                texts.localize(
                                                        "editor.overridden",
                                                        texts.localize("entry." + reason.getKey()),
                                                        reason.getValue()))
                                .toList(),
                        versions,
                        DraftSheet.history(drafts.acts(itemKey), texts),
                        EntryNavigation.about(itemKey, staff, texts)));
    }

    /**
     * The page of an entry on whose state something could not be done; what was written for it
     * stands in its box again.
     */
    Rendered refused(
            String itemKey,
            EntryState.Act act,
            String words,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        return entry(itemKey, Map.of(reasonBox(act), words), errors, staff, texts);
    }

    /** The box for the reason of an act on the state, as the summary of errors names it. */
    static String reasonBox(EntryState.Act act) {
        return "words-" + act.word();
    }

    private Tag state(String itemKey, Texts texts) {
        var state = states.of(itemKey).orElse("in_use");
        var words = texts.localize("item-state." + state);
        return state.equals("in_use") ? Tag.got(words) : Tag.plain(words);
    }

    private List<DraftPage.Act> acts(
            String itemKey,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        if (!staff.has("review-staffing")) return List.of();
        return EntryState.Act.from(states.of(itemKey).orElse("")).stream()
                .map(
                        act ->
                                new DraftPage.Act(
                                        texts.localize("editor.act." + act.word()),
                                        List.of(
                                                FieldView.of(
                                                                FieldKind.LONGTEXT,
                                                                "words",
                                                                texts.localize("editor.reason"))
                                                        .id(reasonBox(act))
                                                        .maxLength(EntryStatePages.LONGEST_WORDS)
                                                        .value(
                                                                typed.getOrDefault(
                                                                        reasonBox(act), ""))
                                                        .error(errors)),
                                        texts.localize("editor.act." + act.word()),
                                        act.word(),
                                        act == EntryState.Act.CANCEL ? "stop" : "second"))
                .toList();
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
