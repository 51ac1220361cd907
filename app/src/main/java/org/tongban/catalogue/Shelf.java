package org.tongban.catalogue;

import static org.tongban.schema.Tables.AGENCY;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.search.ItemIndex;

/** All items in use in memory, with their index; read again when the database has changed. */
final class Shelf {

    /** A publication on another node is seen here no later than this. */
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(30);

    private static final Content EMPTY =
            new Content(List.of(), List.of(), Map.of(), ItemIndex.of(List.of()));

    private final DSLContext db;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    private volatile Content content = EMPTY;
    private volatile Map<String, Integer> seen = Map.of();
    private volatile Instant checkedAt = Instant.MIN;

    /** What stands on the shelf at one moment. */
    record Content(
            List<ItemSummary> items,
            List<Theme> themes,
            Map<String, ItemSummary> byKey,
            ItemIndex index) {

        List<ItemSummary> search(String words, Optional<Audience> audience) {
            return index.search(words).stream()
                    .map(byKey::get)
                    .filter(item -> audience.map(item.audience()::contains).orElse(true))
                    .toList();
        }
    }

    Shelf(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The content, checked lately. One reader checks; the others meanwhile see what was there. */
    Content now() {
        if (clock.instant().isBefore(checkedAt.plus(CHECKED_EVERY))) return content;
        if (checkedAt.equals(Instant.MIN)) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return content;
        }
        try {
            readIfChanged();
        } finally {
            reading.unlock();
        }
        return content;
    }

    /** Looks again at the next question. */
    void refresh() {
        reading.lock();
        try {
            checkedAt = Instant.MIN;
        } finally {
            reading.unlock();
        }
    }

    private void readIfChanged() {
        if (clock.instant().isBefore(checkedAt.plus(CHECKED_EVERY))) return;
        var checked = clock.instant();
        var inForce = inForce();
        if (!inForce.equals(seen)) {
            content = read();
            seen = inForce;
        }
        checkedAt = checked;
    }

    /** Changes with every publication, pause and cancellation. */
    private Map<String, Integer> inForce() {
        return db.select(ITEM.ITEM_KEY, ITEM.CURRENT_VERSION)
                .from(ITEM)
                .where(ITEM.STATE.eq("in_use"))
                .and(ITEM.CURRENT_VERSION.isNotNull())
                .fetchMap(ITEM.ITEM_KEY, ITEM.CURRENT_VERSION);
    }

    private Content read() {
        var agencies = new LinkedHashMap<String, String>();
        var definitions = new ArrayList<ItemDefinition>();
        db.select(AGENCY.NAME, ITEM_VERSION.DEFINITION)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .join(AGENCY)
                .on(AGENCY.AGENCY_KEY.eq(ITEM.AGENCY_KEY))
                .where(ITEM.STATE.eq("in_use"))
                .orderBy(AGENCY.PLACE_IN_LIST, ITEM.PLACE_IN_LIST, ITEM.ITEM_KEY)
                .forEach(
                        row -> {
                            var definition = ItemJson.read(row.value2().data());
                            agencies.put(definition.agency(), row.value1());
                            definitions.add(definition);
                        });
        var items =
                definitions.stream()
                        .map(item -> ItemSummary.of(item, agencies.getOrDefault(item.agency(), "")))
                        .toList();
        var entries =
                definitions.stream()
                        .map(
                                item ->
                                        ItemIndex.Entry.of(
                                                item, agencies.getOrDefault(item.agency(), "")))
                        .toList();
        return new Content(
                items,
                themes(items),
                items.stream().collect(Collectors.toMap(ItemSummary::key, Function.identity())),
                ItemIndex.of(entries));
    }

    private static List<Theme> themes(List<ItemSummary> items) {
        return items.stream()
                .flatMap(item -> item.themes().stream())
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(theme -> new Theme(theme.getKey(), theme.getValue().intValue()))
                .sorted(Comparator.comparingInt(Theme::items).reversed())
                .toList();
    }
}
