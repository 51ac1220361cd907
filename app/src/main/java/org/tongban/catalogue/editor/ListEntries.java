package org.tongban.catalogue.editor;

import static org.tongban.schema.Tables.ITEM;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.life.DraftTransitions;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Drafts under way and entries published, of one's own agency or of all. */
@Controller
class ListEntries {

    private static final int MOST_LISTED = 500;

    private final DSLContext db;
    private final DraftStore drafts;
    private final BaseList bases;
    private final OfferPages offers;
    private final Directory directory;
    private final TextBundles bundles;

    ListEntries(
            DSLContext db,
            DraftStore drafts,
            BaseList bases,
            OfferPages offers,
            Directory directory,
            TextBundles bundles) {
        this.db = db;
        this.drafts = drafts;
        this.bases = bases;
        this.offers = offers;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/staff/entries")
    @Open(door = Door.STAFF, audit = "entries.listed")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        EntryNavigation.mustEnter(staff);
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
                        offers.waiting(staff, texts),
                        open,
                        published(staff, texts),
                        staff.has(DraftTransitions.DRAFT) ? EntryNavigation.ENTRIES + "/new" : "",
                        EntryNavigation.more(staff, texts)));
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

    private String name(String baseCode) {
        return bases.current(baseCode).map(base -> base.item().name()).orElse(baseCode);
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
