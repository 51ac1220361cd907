package org.tongban.catalogue.editor;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.entry.Difference;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.catalogue.life.EntryState;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.LegalCalendar;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** The entries of an agency, their versions, and the beginning of a draft. */
@Controller
class EntryPages {

    private static final int MOST_LISTED = 500;
    private static final int MOST_BASES = 5000;

    private final DSLContext db;
    private final DraftStore drafts;
    private final BaseList bases;
    private final EntryState states;
    private final Catalogue catalogue;
    private final Directory directory;
    private final LegalCalendar calendar;
    private final TextBundles bundles;
    private final Clock clock;

    EntryPages(
            DSLContext db,
            DraftStore drafts,
            BaseList bases,
            EntryState states,
            Catalogue catalogue,
            Directory directory,
            LegalCalendar calendar,
            TextBundles bundles,
            Clock clock) {
        this.db = db;
        this.drafts = drafts;
        this.bases = bases;
        this.states = states;
        this.catalogue = catalogue;
        this.directory = directory;
        this.calendar = calendar;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/entries")
    @Open(door = Door.STAFF, audit = "entries.listed")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        entered(staff);
        var open =
                drafts.open(staff).stream()
                        .map(
                                draft ->
                                        new EntriesPage.Line(
                                                new Link(
                                                        name(draft.baseCode()),
                                                        EditSections.address(draft)),
                                                agency(draft.agency()),
                                                draft.changedOn().toString(),
                                                DraftSheet.state(draft, texts)))
                        .toList();
        return Rendered.of(
                "catalogue/editor/entries",
                new EntriesPage(
                        open,
                        published(staff, texts),
                        staff.has(DraftTransitions.DRAFT) ? EntryNavigation.ENTRIES + "/new" : "",
                        EntryNavigation.more(staff, texts)));
    }

    @GetMapping("/staff/entries/new")
    @Open(door = Door.STAFF, audit = "entry.begun", right = DraftTransitions.DRAFT)
    Rendered begin(StaffPrincipal staff, HttpServletRequest request) {
        return beginning(Map.of(), ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping("/staff/entries/new")
    @Open(door = Door.STAFF, audit = "entry.begun", right = DraftTransitions.DRAFT)
    Object start(
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String changedOn,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var chosen = bases.current(base).map(BaseList.Version::item).filter(BaseItem::isAppliedFor);
        var office =
                agency.isEmpty() && staff.agencies().size() == 1
                        ? staff.agencies().iterator().next()
                        : agency;
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) errors.put("base", texts.localize("editor.new.base.missing"));
        if (!staff.agencies().contains(office)) {
            errors.put("agency", texts.localize("editor.new.agency.missing"));
        }
        var day = Typed.date(changedOn);
        if (day.isEmpty()) errors.put("changedOn", texts.localize("editor.changed-on.missing"));
        if (reason.isBlank()) errors.put("reason", texts.localize("editor.reason.missing"));
        if (errors.isEmpty()) {
            var content = new LinkedHashMap<String, Object>();
            content.put("level", chosen.get().levels().getFirst());
            var begun =
                    drafts.start(
                            freeKey(base, office),
                            base,
                            office,
                            content,
                            staff,
                            day.get(),
                            reason.strip());
            if (begun.isPresent()) {
                return SeeOther.to(EntryNavigation.ENTRIES + "/drafts/" + begun.get());
            }
        }
        return beginning(
                        Map.of(
                                "base",
                                base,
                                "agency",
                                office,
                                "changedOn",
                                changedOn,
                                "reason",
                                reason),
                        ErrorSummary.of(errors),
                        staff,
                        texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/staff/entries/of/{itemKey}")
    @Open(door = Door.STAFF, audit = "entry.opened")
    Rendered entry(@PathVariable String itemKey, StaffPrincipal staff, HttpServletRequest request) {
        entered(staff);
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
        var versions = versions(itemKey);
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

    @GetMapping("/staff/entries/of/{itemKey}/difference")
    @Open(door = Door.STAFF, audit = "entry.compared")
    Rendered difference(
            @PathVariable String itemKey,
            @RequestParam int from,
            @RequestParam int to,
            StaffPrincipal staff,
            HttpServletRequest request) {
        entered(staff);
        var texts = texts(request);
        var known = versions(itemKey).stream().map(EntryPage.Version::number).toList();
        if (!known.contains(from) || !known.contains(to)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var before = catalogue.version(itemKey, from).definition();
        var after = catalogue.version(itemKey, to).definition();
        return Rendered.of("catalogue/editor/difference")
                .with("name", after.name())
                .with("from", from)
                .with("to", to)
                .with("back", EntryNavigation.ENTRIES + "/of/" + itemKey)
                .with(
                        "changes",
                        Difference.between(EntryTree.of(before), EntryTree.of(after), texts));
    }

    private Rendered entry(
            String itemKey,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var versions = versions(itemKey);
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
                        own && open.isEmpty() ? beginFields(typed, errors, texts) : List.of(),
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

    /** All versions, the latest first, with the lag between a change and its publication. */
    private List<EntryPage.Version> versions(String itemKey) {
        var rows =
                db.select(
                                ITEM_VERSION.VERSION,
                                ITEM_VERSION.PUBLISHED_AT,
                                ITEM_VERSION.EFFECTIVE_ON,
                                ITEM_VERSION.CAUSE,
                                ITEM_VERSION.REASON,
                                ITEM_VERSION.CHANGED_ON)
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                        .orderBy(ITEM_VERSION.VERSION.desc())
                        .limit(MOST_LISTED)
                        .fetch();
        var region = directory.current().identity().map(place -> place.region()).orElse("");
        var today = LegalToday.of(clock);
        var versions = new ArrayList<EntryPage.Version>();
        var inForce = false;
        for (var row : rows) {
            var published = LegalToday.of(row.value2().toInstant());
            var lag =
                    row.value6() == null
                            ? -1
                            : Math.max(
                                    0,
                                    calendar.of(region)
                                            .workingDaysBetween(row.value6(), published));
            var now = !inForce && !row.value3().isAfter(today);
            inForce |= now;
            versions.add(
                    new EntryPage.Version(
                            row.value1(),
                            published.toString(),
                            row.value3().toString(),
                            row.value4(),
                            row.value5(),
                            lag,
                            now,
                            row.value3().isAfter(today)));
        }
        return versions;
    }

    private Rendered beginning(
            Map<String, String> typed, ErrorSummary errors, StaffPrincipal staff, Texts texts) {
        var fields = new ArrayList<FieldView>();
        fields.add(
                FieldView.of(FieldKind.CHOICE, "base", texts.localize("editor.new.base"))
                        .hint(texts.localize("editor.new.base.hint"))
                        .options(
                                bases.after("", MOST_BASES).stream()
                                        .filter(BaseItem::isAppliedFor)
                                        .map(
                                                base ->
                                                        new Option(
                                                                base.code(),
                                                                base.name() + " · " + base.code()))
                                        .toList())
                        .value(typed.getOrDefault("base", ""))
                        .error(errors));
        if (staff.agencies().size() > 1) {
            fields.add(
                    FieldView.of(FieldKind.CHOICE, "agency", texts.localize("editor.agency"))
                            .options(
                                    staff.agencies().stream()
                                            .sorted()
                                            .map(key -> new Option(key, agency(key)))
                                            .toList())
                            .value(typed.getOrDefault("agency", ""))
                            .error(errors));
        }
        fields.addAll(beginFields(typed, errors, texts));
        return Rendered.of("catalogue/editor/begin").with("fields", fields).with("errors", errors);
    }

    private List<FieldView> beginFields(
            Map<String, String> typed, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.DATE, "changedOn", texts.localize("editor.changed-on"))
                        .hint(texts.localize("editor.changed-on.hint"))
                        .value(typed.getOrDefault("changedOn", LegalToday.of(clock).toString()))
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "reason", texts.localize("editor.reason"))
                        .hint(texts.localize("editor.reason.hint"))
                        .maxLength(300)
                        .value(typed.getOrDefault("reason", ""))
                        .error(errors));
    }

    private List<EntriesPage.Line> published(StaffPrincipal staff, Texts texts) {
        return db.select(
                        ITEM.ITEM_KEY, ITEM.NAME, ITEM.AGENCY_KEY, ITEM.STATE, ITEM.CURRENT_VERSION)
                .from(ITEM)
                .where(
                        staff.wholeRegion()
                                ? DSL.noCondition()
                                : ITEM.AGENCY_KEY.in(staff.agencies()))
                .orderBy(ITEM.AGENCY_KEY, ITEM.PLACE_IN_LIST, ITEM.ITEM_KEY)
                .limit(MOST_LISTED)
                .fetch(
                        row ->
                                new EntriesPage.Line(
                                        new Link(
                                                row.value2(),
                                                EntryNavigation.ENTRIES + "/of/" + row.value1()),
                                        agency(row.value3()),
                                        row.value5() == null
                                                ? texts.localize("editor.not-yet")
                                                : texts.localize("editor.version", row.value5()),
                                        row.value4().equals("in_use")
                                                ? Tag.got(texts.localize("item-state.in_use"))
                                                : Tag.plain(
                                                        texts.localize(
                                                                "item-state." + row.value4()))));
    }

    /** A key that no entry and no draft has: from the base code and the agency. */
    private String freeKey(String base, String agency) {
        var stem = "i" + base.toLowerCase(Locale.ROOT) + "-" + agency;
        var key = stem;
        for (var serial = 2; isTaken(key); serial++) key = stem + "-" + serial;
        return key;
    }

    private boolean isTaken(String key) {
        return db.fetchExists(ITEM, ITEM.ITEM_KEY.eq(key)) || drafts.openOf(key).isPresent();
    }

    private String name(String baseCode) {
        return bases.current(baseCode).map(base -> base.item().name()).orElse(baseCode);
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }

    private static void entered(StaffPrincipal staff) {
        if (!EntryNavigation.mayEnter(staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
