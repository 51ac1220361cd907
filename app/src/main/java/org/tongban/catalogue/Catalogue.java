package org.tongban.catalogue;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Finder;
import org.tongban.catalogue.search.Means;

/**
 * What can be applied for. Versions never change and are kept in memory; lists and search read the
 * index of this node, which takes up a publication here at once and one on another node within half
 * a minute.
 */
@Component
public class Catalogue {

    /** About 20 kB each: some 80 MB at most. */
    private static final int MOST_VERSIONS_KEPT = 4096;

    private final DSLContext db;
    private final Clock clock;
    private final Finder finder;
    private final CatalogueIndex index;
    private final Map<VersionOfItem, PublishedItem> versions =
            Collections.synchronizedMap(new Latest());

    public Catalogue(DSLContext db, Clock clock, Finder finder, CatalogueIndex index) {
        this.db = db;
        this.clock = clock;
        this.finder = finder;
        this.index = index;
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
     * The same of several items, by key, in one statement; what is not in use is left out.
     *
     * @param itemKeys a package's, not a catalogue's: all of them are read into memory
     */
    public Map<String, PublishedItem> current(Collection<String> itemKeys) {
        var today = LegalToday.of(clock);
        var inForce = new HashMap<String, PublishedItem>();
        db.select(ITEM.ITEM_KEY, ITEM_VERSION.VERSION)
                .distinctOn(ITEM.ITEM_KEY)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .where(ITEM.ITEM_KEY.eq(DSL.any(itemKeys.toArray(String[]::new))))
                .and(ITEM.STATE.eq("in_use"))
                .and(ITEM.ENDS_ON.isNull().or(ITEM.ENDS_ON.gt(today)))
                .and(ITEM_VERSION.EFFECTIVE_ON.le(today))
                .orderBy(
                        ITEM.ITEM_KEY,
                        ITEM_VERSION.EFFECTIVE_ON.desc(),
                        ITEM_VERSION.VERSION.desc())
                .fetch()
                .forEach(row -> inForce.put(row.value1(), version(row.value1(), row.value2())));
        return inForce;
    }

    /**
     * What a new application is held to on its day, whenever somebody began to write it: the
     * version in force; where none is taken any more, the one under which it was begun.
     *
     * @throws ItemUnknown when that was never published
     */
    public PublishedItem forApplication(String itemKey, int begunUnder) {
        return current(itemKey).orElseGet(() -> version(itemKey, begunUnder));
    }

    /** Whether new applications are taken today: not of what is paused, cancelled or delegated. */
    public boolean isOpen(String itemKey) {
        return current(itemKey).isPresent();
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
        return finder.ofAgency(agencyKey);
    }

    /** All themes that an item in use belongs to, the largest first. */
    public List<Theme> themes() {
        return finder.themes();
    }

    /** The events by which items can be filtered. */
    public LifeEvents lifeEvents() {
        return finder.lifeEvents();
    }

    /**
     * One page of the items in use, in the place's order.
     *
     * @param cursor of a page that was given before; empty, or one that nobody gave: the first page
     */
    public ItemPage browse(ItemFilter filter, String cursor) {
        return finder.list(filter, cursor);
    }

    /** The keys of all items of a list, in its order. */
    public List<String> keys(ItemFilter filter) {
        return finder.keys(filter);
    }

    /**
     * Finds items by people's own words, best first. Any text is safe; a text that says nothing
     * finds nothing.
     *
     * @param cursor as in {@link #browse}
     */
    public ItemPage search(String words, ItemFilter filter, String cursor) {
        return finder.find(words, filter, Means.BOTH, cursor);
    }

    /** The first hits for what is being typed. */
    public List<ItemSummary> suggest(String typed, ItemFilter filter) {
        return finder.suggest(typed, filter);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void refreshAfter(ItemPublished published) {
        index.refresh();
    }

    /** The first reader of a node that serves need not wait for the index. */
    @EventListener
    void warm(WebServerInitializedEvent serves) {
        index.warm();
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
