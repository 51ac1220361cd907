package org.tongban.catalogue.editor;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import jakarta.servlet.http.HttpServletRequest;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.entry.Places;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The guide check over all entries in use, page by page. */
@Controller
class CheckPages {

    private static final int ON_A_PAGE = 40;

    private final DSLContext db;
    private final GuideCheck guides;
    private final Directory directory;
    private final TextBundles bundles;

    CheckPages(DSLContext db, GuideCheck guides, Directory directory, TextBundles bundles) {
        this.db = db;
        this.guides = guides;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/staff/entries/check")
    @Open(door = Door.STAFF, audit = "entries.checked")
    Rendered report(
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        if (!EntryNavigation.mayEnter(staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = bundles.in(Preferences.of(request).locale());
        var rows =
                db.select(ITEM.ITEM_KEY, ITEM_VERSION.DEFINITION)
                        .from(ITEM)
                        .join(ITEM_VERSION)
                        .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                        .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                        .where(ITEM.STATE.eq("in_use"))
                        .and(
                                staff.wholeRegion()
                                        ? DSL.noCondition()
                                        : ITEM.AGENCY_KEY.in(staff.agencies()))
                        .and(after.isEmpty() ? DSL.noCondition() : ITEM.ITEM_KEY.gt(after))
                        .orderBy(ITEM.ITEM_KEY)
                        .limit(ON_A_PAGE + 1)
                        .fetch();
        var checked =
                rows.stream()
                        .limit(ON_A_PAGE)
                        .map(row -> checked(row.value1(), row.value2().data(), texts))
                        .toList();
        return Rendered.of("catalogue/editor/check")
                .with("checked", checked)
                .with(
                        "pager",
                        new Pager(
                                after.isEmpty() ? "" : "/staff/entries/check",
                                rows.size() > ON_A_PAGE
                                        ? "/staff/entries/check?after=" + checked.getLast().key()
                                        : "",
                                ""));
    }

    private CheckedEntry checked(String key, String definition, Texts texts) {
        var item = ItemJson.read(definition);
        return new CheckedEntry(
                key,
                item.name(),
                directory
                        .current()
                        .agency(item.agency())
                        .map(Agency::shortName)
                        .orElse(item.agency()),
                guides.of(item).stream().map(found -> line(found, texts)).toList());
    }

    private static DraftPage.Line line(Found found, Texts texts) {
        return new DraftPage.Line(
                found.stops()
                        ? Tag.late(texts.localize("editor.stop"))
                        : Tag.soon(texts.localize("editor.warn")),
                Places.words(found.path(), texts),
                found.message(),
                "");
    }
}
