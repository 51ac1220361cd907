package org.tongban.catalogue;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongban.catalogue.ItemDefinition.Audience;

/**
 * What can be applied for. Versions never change and are kept in memory; lists and search read a
 * shelf of all items in use, which is refreshed after a publication here and within half a minute
 * after one on another node.
 */
@Component
public class Catalogue {

    /** About 20 kB each: some 80 MB at most. */
    private static final int MOST_VERSIONS_KEPT = 4096;

    private final DSLContext db;
    private final Clock clock;
    private final Shelf shelf;
    private final Map<VersionOfItem, PublishedItem> versions =
            Collections.synchronizedMap(new Latest());

    public Catalogue(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.shelf = new Shelf(db, clock);
    }

    /**
     * The version in force today; empty when there is no such item or it is not in use. One
     * statement, and no job: a scheduled version is in force from the first second of its day.
     */
    public Optional<PublishedItem> current(String itemKey) {
        var today = LegalToday.of(clock);
        return db.select(ITEM_VERSION.VERSION)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .where(ITEM.ITEM_KEY.eq(itemKey))
                .and(ITEM.STATE.eq("in_use"))
                .and(ITEM.ENDS_ON.isNull().or(ITEM.ENDS_ON.gt(today)))
                .and(ITEM_VERSION.EFFECTIVE_ON.le(today))
                .orderBy(ITEM_VERSION.EFFECTIVE_ON.desc(), ITEM_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(ITEM_VERSION.VERSION)
                .map(version -> version(itemKey, version));
    }

    /**
     * A version, in force or not: what a case was filed under. No statement when it was asked for
     * before.
     *
     * @throws ItemUnknown when it was never published
     */
    public PublishedItem version(String itemKey, int version) {
        var asked = new VersionOfItem(itemKey, version);
        var kept = versions.get(asked);
        if (kept != null) return kept;
        var read =
                db.select(ITEM_VERSION.PUBLISHED_AT, ITEM_VERSION.DEFINITION)
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                        .and(ITEM_VERSION.VERSION.eq(version))
                        .fetchOptional(
                                row ->
                                        new PublishedItem(
                                                version,
                                                row.value1().toInstant(),
                                                ItemJson.read(row.value2().data())))
                        .orElseThrow(() -> new ItemUnknown(itemKey, version));
        versions.put(asked, read);
        return read;
    }

    /** The items in use of an agency, in its own order. */
    public List<ItemSummary> ofAgency(String agencyKey) {
        return shelf.now().items().stream()
                .filter(item -> item.agency().equals(agencyKey))
                .toList();
    }

    /** All themes that an item in use belongs to, the largest first. */
    public List<Theme> themes() {
        return shelf.now().themes();
    }

    /** One page of the items in use. */
    public ItemPage browse(ItemFilter filter, int page) {
        return ItemPage.of(shelf.now().items().stream().filter(filter::lets).toList(), page);
    }

    /**
     * Finds items by people's own words, best first. Any text is safe; a text that says nothing
     * finds nothing.
     */
    public ItemPage search(String words, Optional<Audience> audience, int page) {
        return ItemPage.of(shelf.now().search(words, audience), page);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void refreshAfter(ItemPublished published) {
        shelf.refresh();
    }

    private record VersionOfItem(String itemKey, int version) {}

    /** Forgets the version that was not asked for longest. */
    private static final class Latest extends LinkedHashMap<VersionOfItem, PublishedItem> {

        Latest() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<VersionOfItem, PublishedItem> eldest) {
            return size() > MOST_VERSIONS_KEPT;
        }
    }
}
