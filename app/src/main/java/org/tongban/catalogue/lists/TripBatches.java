package org.tongban.catalogue.lists;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;
import static org.tongban.schema.Tables.TRIP_BATCH;
import static org.tongban.schema.Tables.TRIP_BATCH_ITEM;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPublished;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.Listed;
import org.tongban.catalogue.PublicList;

/** Promises in batches that items take one trip at most (最多跑一次, SZ17). */
@Component
public class TripBatches {

    /** Items offered or promised at once; the rest are the next batch. */
    static final int MOST = 500;

    private final DSLContext db;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public TripBatches(
            DSLContext db, Catalogue catalogue, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A batch that is published.
     *
     * @param items promised then, also those that no longer keep it
     */
    public record Batch(
            int number, LocalDate publishedOn, String document, String who, int items) {}

    /** An item that could be promised. */
    public record Candidate(String key, String name, String agency, int visits) {}

    /** The batches, the latest first. */
    public List<Batch> all() {
        return db.select(
                        TRIP_BATCH.BATCH,
                        TRIP_BATCH.PUBLISHED_ON,
                        TRIP_BATCH.DOCUMENT,
                        TRIP_BATCH.WHO,
                        DSL.field(
                                DSL.selectCount()
                                        .from(TRIP_BATCH_ITEM)
                                        .where(TRIP_BATCH_ITEM.BATCH.eq(TRIP_BATCH.BATCH))))
                .from(TRIP_BATCH)
                .orderBy(TRIP_BATCH.BATCH.desc())
                .limit(MOST)
                .fetch(org.jooq.Records.mapping(Batch::new));
    }

    /**
     * Items whose fields say one trip at most and that were never promised, in the place's order.
     */
    List<Candidate> candidates() {
        var once = catalogue.keys(ItemFilter.ALL.with(Side.LIST, PublicList.ONCE.key()));
        var promised =
                db.select(TRIP_BATCH_ITEM.ITEM_KEY)
                        .from(TRIP_BATCH_ITEM)
                        .where(TRIP_BATCH_ITEM.ITEM_KEY.eq(DSL.any(once.toArray(String[]::new))))
                        .fetchSet(TRIP_BATCH_ITEM.ITEM_KEY);
        return once.stream()
                .filter(key -> !promised.contains(key))
                .limit(MOST)
                .map(catalogue::current)
                .flatMap(java.util.Optional::stream)
                .map(
                        item ->
                                new Candidate(
                                        item.key(),
                                        item.name(),
                                        item.definition().agency(),
                                        item.definition().visits()))
                .toList();
    }

    /** What publishing came to. */
    public record Published(int number, int items) {}

    /**
     * Promises items from today. What is not in use, takes more trips or was promised already is
     * left out.
     *
     * @param document number of the document, not blank
     * @return no items and the number 0 when nothing was left
     */
    @Transactional
    public Published publish(Collection<String> keys, String document, StaffPrincipal by) {
        // Two batches at once become two numbers in a row.
        db.execute("LOCK TABLE trip_batch IN EXCLUSIVE MODE");
        var sound = sound(keys);
        if (sound.isEmpty()) return new Published(0, 0);
        var number =
                db.select(DSL.coalesce(DSL.max(TRIP_BATCH.BATCH), 0).plus(1))
                        .from(TRIP_BATCH)
                        .fetchSingle()
                        .value1();
        db.insertInto(TRIP_BATCH)
                .set(TRIP_BATCH.BATCH, number)
                .set(TRIP_BATCH.PUBLISHED_ON, LegalToday.of(clock))
                .set(TRIP_BATCH.DOCUMENT, document)
                .set(TRIP_BATCH.WHO, by.name())
                .set(TRIP_BATCH.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        db.insertInto(TRIP_BATCH_ITEM, TRIP_BATCH_ITEM.ITEM_KEY, TRIP_BATCH_ITEM.BATCH)
                .valuesOfRows(sound.stream().map(key -> DSL.row(key, number)).toList())
                .execute();
        // Marks the items as changed, so that every node's index takes the promise up.
        db.update(ITEM)
                .set(ITEM.STATE, ITEM.STATE)
                .where(ITEM.ITEM_KEY.eq(DSL.any(sound.toArray(String[]::new))))
                .execute();
        events.publishEvent(new ItemPublished(sound.iterator().next(), 0));
        return new Published(number, sound.size());
    }

    private Set<String> sound(Collection<String> keys) {
        return db
                .select(ITEM.ITEM_KEY, ITEM_VERSION.DEFINITION)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(ITEM.ITEM_KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .and(ITEM.STATE.eq("in_use"))
                .andNotExists(
                        DSL.selectOne()
                                .from(TRIP_BATCH_ITEM)
                                .where(TRIP_BATCH_ITEM.ITEM_KEY.eq(ITEM.ITEM_KEY)))
                .fetch()
                .stream()
                .filter(
                        row ->
                                PublicList.AT_MOST_ONE_TRIP.holds(
                                        Listed.of(ItemJson.read(row.value2().data()), true)))
                .map(row -> row.value1())
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }
}
