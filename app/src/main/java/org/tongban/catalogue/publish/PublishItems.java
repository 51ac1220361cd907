package org.tongban.catalogue.publish;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPublished;
import org.tongban.catalogue.LegalToday;
import org.tongban.crypto.Sm3;

/**
 * Puts many definitions in force, with three statements for each five hundred of them: a province
 * takes over hundreds of thousands at once. They stand without a base list and are in force at
 * once; whatever has a base entry or a day to come goes through {@link PublishItem}.
 */
@Component
public class PublishItems {

    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public PublishItems(DSLContext db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** A definition and where it stands among the items of its agency. */
    public record Placed(ItemDefinition definition, int placeInList) {}

    /**
     * Publishes all or none, in the caller's transaction or one of its own.
     *
     * @param items checked before; their agencies exist; no key twice
     */
    @Transactional
    public List<Publication> publish(List<Placed> items) {
        var keys = new HashSet<String>();
        for (var item : items) {
            if (!keys.add(item.definition().key())) {
                throw new IllegalArgumentException(item.definition().key() + " is there twice");
            }
        }
        var published = new ArrayList<Publication>();
        for (var from = 0; from < items.size(); from += AT_ONCE) {
            published.addAll(some(items.subList(from, Math.min(items.size(), from + AT_ONCE))));
        }
        return published;
    }

    /** What is in force of an item. */
    private record Before(int version, Optional<String> fingerprint) {}

    /** A version that is new. */
    private record Next(Placed item, int version, String json, String fingerprint) {}

    private List<Publication> some(List<Placed> items) {
        var before = before(items);
        var next = new ArrayList<Next>();
        var published = new ArrayList<Publication>();
        for (var item : items) {
            var json = ItemJson.write(item.definition());
            var fingerprint = Sm3.hex(json);
            var known = Optional.ofNullable(before.get(item.definition().key()));
            if (known.flatMap(Before::fingerprint).filter(fingerprint::equals).isPresent()) {
                unchanged(item);
                published.add(new Publication.Unchanged(known.get().version()));
                continue;
            }
            var version = known.map(Before::version).orElse(0) + 1;
            next.add(new Next(item, version, json, fingerprint));
            published.add(
                    known.isEmpty()
                            ? new Publication.Created(version)
                            : new Publication.Changed(version));
        }
        if (!next.isEmpty()) store(next);
        return published;
    }

    /** Locks the rows, so that two publications at once become two versions in a row. */
    private Map<String, Before> before(List<Placed> items) {
        var before = new HashMap<String, Before>();
        db.select(ITEM.ITEM_KEY, ITEM.CURRENT_VERSION, ITEM_VERSION.FINGERPRINT)
                .from(ITEM)
                .leftJoin(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(
                        ITEM.ITEM_KEY.eq(
                                DSL.any(
                                        items.stream()
                                                .map(item -> item.definition().key())
                                                .toArray(String[]::new))))
                .orderBy(ITEM.ITEM_KEY)
                .forUpdate()
                .of(ITEM)
                .forEach(
                        row ->
                                before.put(
                                        row.value1(),
                                        new Before(
                                                Optional.ofNullable(row.value2()).orElse(0),
                                                Optional.ofNullable(row.value3()))));
        return before;
    }

    /**
     * Two statements whatever the number of rows. Columns travel as arrays: a statement with a
     * place for each cell costs more to write and to read than the rows themselves.
     */
    private void store(List<Next> next) {
        var keys = texts(next, one -> one.item().definition().key());
        var versions = next.stream().map(Next::version).toArray(Integer[]::new);
        db.execute(
                """
                INSERT INTO item (item_key, agency_key, name, state, current_version, place_in_list)
                SELECT k, a, n, 'in_use', v, p
                  FROM unnest({0}, {1}, {2}, {3}, {4}) AS t (k, a, n, v, p)
                ON CONFLICT (item_key) DO UPDATE
                   SET agency_key = excluded.agency_key, name = excluded.name,
                       state = excluded.state, current_version = excluded.current_version,
                       place_in_list = excluded.place_in_list
                """,
                DSL.val(keys),
                DSL.val(texts(next, one -> one.item().definition().agency())),
                DSL.val(texts(next, one -> one.item().definition().name())),
                DSL.val(versions),
                DSL.val(
                        next.stream()
                                .map(one -> one.item().placeInList())
                                .toArray(Integer[]::new)));
        db.execute(
                """
                INSERT INTO item_version
                       (item_key, version, published_at, definition, fingerprint, effective_on)
                SELECT k, v, {0}, d::jsonb, f, {1}
                  FROM unnest({2}, {3}, {4}, {5}) AS t (k, v, d, f)
                """,
                DSL.val(clock.instant().atOffset(ZoneOffset.UTC)),
                DSL.val(LegalToday.of(clock)),
                DSL.val(keys),
                DSL.val(versions),
                DSL.val(texts(next, Next::json)),
                DSL.val(texts(next, Next::fingerprint)));
        next.forEach(
                one ->
                        events.publishEvent(
                                new ItemPublished(one.item().definition().key(), one.version())));
    }

    private static String[] texts(List<Next> next, Function<Next, String> column) {
        return next.stream().map(column).toArray(String[]::new);
    }

    private void unchanged(Placed item) {
        db.update(ITEM)
                .set(ITEM.PLACE_IN_LIST, item.placeInList())
                .where(ITEM.ITEM_KEY.eq(item.definition().key()))
                .and(ITEM.PLACE_IN_LIST.ne(item.placeInList()))
                .execute();
    }
}
