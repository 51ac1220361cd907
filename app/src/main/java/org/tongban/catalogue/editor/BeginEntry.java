package org.tongban.catalogue.editor;

import static org.tongban.schema.Tables.ITEM;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** The beginning of an entry that was not there: what of the base list, for which agency, why. */
@Controller
class BeginEntry {

    private static final int MOST_BASES = 5000;

    private final DSLContext db;
    private final DraftStore drafts;
    private final BaseList bases;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    BeginEntry(
            DSLContext db,
            DraftStore drafts,
            BaseList bases,
            Directory directory,
            TextBundles bundles,
            Clock clock) {
        this.db = db;
        this.drafts = drafts;
        this.bases = bases;
        this.directory = directory;
        this.bundles = bundles;
        this.clock = clock;
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
        fields.addAll(BeginFields.of(typed, errors, clock, texts));
        return Rendered.of("catalogue/editor/begin").with("fields", fields).with("errors", errors);
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

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
