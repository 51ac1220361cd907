package org.tongban.catalogue.publish;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * Puts many definitions in force at once, with four statements for each five hundred of them: packs
 * and lists of other places come by the thousand. What one item alone means is told by {@link
 * PublishItem}; this does the same for all of them.
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
     * Publishes all or none, in the caller's transaction or one of its own. An item that was paused
     * or cancelled is in use again with its new version; the same text once more changes nothing.
     *
     * @param items checked before and composed with the base list; their agencies exist; no key
     *     twice
     * @param terms in force from today; what has a day to come goes through {@link PublishItem}
     * @return what became of each, in the order of the items
     * @throws IllegalArgumentException when a key is there twice, or the terms are of another day
     */
    @Transactional
    public List<Publication> publish(List<Placed> items, Terms terms) {
        if (!terms.effectiveOn().equals(LegalToday.of(clock))) {
            throw new IllegalArgumentException("only for today, not " + terms.effectiveOn());
        }
        var keys = new HashSet<String>();
        for (var item : items) {
            if (!keys.add(item.definition().key())) {
                throw new IllegalArgumentException(item.definition().key() + " is there twice");
            }
        }
        var published = new ArrayList<Publication>();
        var next = written(items, 0);
        for (var from = 0; from < items.size(); from += AT_ONCE) {
            var now = next.join();
            // The texts of the next ones are made while the database takes these.
            next = written(items, from + AT_ONCE);
            published.addAll(some(now, terms));
        }
        return published;
    }

    /** A definition with its canonical text. */
    private record Written(Placed placed, String json, String fingerprint) {

        String key() {
            return placed.definition().key();
        }
    }

    private static CompletableFuture<List<Written>> written(List<Placed> items, int from) {
        var some =
                items.subList(Math.min(items.size(), from), Math.min(items.size(), from + AT_ONCE));
        return CompletableFuture.supplyAsync(
                () -> some.stream().map(PublishItems::written).toList());
    }

    private static Written written(Placed item) {
        var json = ItemJson.write(item.definition());
        return new Written(item, json, Sm3.hex(json));
    }

    /**
     * What there is of an item.
     *
     * @param version in force today, with its fingerprint; all versions may lie ahead
     * @param latest the highest number; zero when there is no version
     */
    private record Before(Optional<Integer> version, Optional<String> fingerprint, int latest) {}

    /** A version that is new. */
    private record Next(Written item, int version) {}

    private List<Publication> some(List<Written> items, Terms terms) {
        var before = before(items, terms.effectiveOn());
        var next = new ArrayList<Next>();
        var same = new ArrayList<Next>();
        var published = new ArrayList<Publication>();
        for (var item : items) {
            var known = Optional.ofNullable(before.get(item.key()));
            if (known.flatMap(Before::fingerprint).filter(item.fingerprint()::equals).isPresent()) {
                var version = known.flatMap(Before::version).orElseThrow();
                same.add(new Next(item, version));
                published.add(new Publication.Unchanged(version));
                continue;
            }
            var version = known.map(Before::latest).orElse(0) + 1;
            next.add(new Next(item, version));
            published.add(
                    known.isEmpty()
                            ? new Publication.Created(version)
                            : new Publication.Changed(version));
        }
        if (!next.isEmpty()) store(next, terms);
        if (!same.isEmpty()) place(same);
        return published;
    }

    /** Locks the rows, so that two publications at once become two versions in a row. */
    private Map<String, Before> before(List<Written> items, LocalDate day) {
        var inForce =
                DSL.select(ITEM_VERSION.VERSION, ITEM_VERSION.FINGERPRINT)
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                        .and(ITEM_VERSION.EFFECTIVE_ON.le(day))
                        .orderBy(ITEM_VERSION.EFFECTIVE_ON.desc(), ITEM_VERSION.VERSION.desc())
                        .limit(1)
                        .asTable("in_force");
        var latest =
                DSL.field(
                        DSL.select(DSL.coalesce(DSL.max(ITEM_VERSION.VERSION), 0))
                                .from(ITEM_VERSION)
                                .where(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY)));
        var before = new HashMap<String, Before>();
        db.select(
                        ITEM.ITEM_KEY,
                        inForce.field(ITEM_VERSION.VERSION),
                        inForce.field(ITEM_VERSION.FINGERPRINT),
                        latest)
                .from(ITEM)
                .leftJoin(DSL.lateral(inForce))
                .on(DSL.trueCondition())
                .where(
                        ITEM.ITEM_KEY.eq(
                                DSL.any(items.stream().map(Written::key).toArray(String[]::new))))
                .orderBy(ITEM.ITEM_KEY)
                .forUpdate()
                .of(ITEM)
                .forEach(
                        row ->
                                before.put(
                                        row.value1(),
                                        new Before(
                                                Optional.ofNullable(row.value2()),
                                                Optional.ofNullable(row.value3()),
                                                row.value4())));
        return before;
    }

    /**
     * Two statements whatever the number of rows. Columns travel as arrays, and the definitions as
     * one array of JSON, which is read once: a statement with a place for each cell costs more to
     * write and to read than the rows themselves.
     */
    private void store(List<Next> next, Terms terms) {
        var keys = texts(next, Written::key);
        var codes = texts(next, one -> one.placed().definition().catalogCode());
        var versions = next.stream().map(Next::version).toArray(Integer[]::new);
        db.execute(
                """
                INSERT INTO item (item_key, agency_key, name, state, current_version,
                                  place_in_list, base_code)
                SELECT k, a, n, 'in_use', v, p, b.base_code
                  FROM unnest({0}, {1}, {2}, {3}, {4}, {5}) AS t (k, a, n, v, p, c)
                  LEFT JOIN base_item AS b ON b.base_code = c
                ON CONFLICT (item_key) DO UPDATE
                   SET agency_key = excluded.agency_key, name = excluded.name,
                       state = excluded.state, ends_on = NULL,
                       current_version = excluded.current_version,
                       place_in_list = excluded.place_in_list, base_code = excluded.base_code
                """,
                DSL.val(keys),
                DSL.val(texts(next, one -> one.placed().definition().agency())),
                DSL.val(texts(next, one -> one.placed().definition().name())),
                DSL.val(versions),
                DSL.val(places(next)),
                DSL.val(codes));
        db.execute(
                """
                INSERT INTO item_version
                       (item_key, version, published_at, definition, fingerprint, effective_on,
                        cause, reason, changed_on, base_version)
                SELECT k, v, {0}, d, f, {1}, {2}, {3}, {4},
                       (SELECT b.version FROM base_version AS b
                         WHERE b.base_code = c AND b.effective_on <= {1}
                         ORDER BY b.effective_on DESC, b.version DESC LIMIT 1)
                  FROM ROWS FROM (unnest({5}, {6}, {7}, {8}), jsonb_array_elements({9}::jsonb))
                       AS t (k, v, f, c, d)
                """,
                DSL.val(clock.instant().atOffset(ZoneOffset.UTC)),
                DSL.val(terms.effectiveOn()),
                DSL.val(terms.cause().stored()),
                DSL.val(terms.reason()),
                DSL.val(terms.changedOn().orElse(null), LocalDate.class),
                DSL.val(keys),
                DSL.val(versions),
                DSL.val(texts(next, Written::fingerprint)),
                DSL.val(codes),
                DSL.val(
                        next.stream()
                                .map(one -> one.item().json())
                                .collect(Collectors.joining(",", "[", "]"))));
        next.forEach(
                one -> events.publishEvent(new ItemPublished(one.item().key(), one.version())));
    }

    /** What says the same may still stand elsewhere, or belong to the base list by now. */
    private void place(List<Next> same) {
        db.execute(
                """
                UPDATE item SET place_in_list = p, base_code = b.base_code
                  FROM unnest({0}, {1}, {2}) AS t (k, p, c)
                  LEFT JOIN base_item AS b ON b.base_code = c
                 WHERE item_key = k
                   AND (place_in_list, item.base_code) IS DISTINCT FROM (p, b.base_code)
                """,
                DSL.val(texts(same, Written::key)),
                DSL.val(places(same)),
                DSL.val(texts(same, one -> one.placed().definition().catalogCode())));
    }

    private static String[] texts(List<Next> next, Function<Written, String> column) {
        return next.stream().map(Next::item).map(column).toArray(String[]::new);
    }

    private static Integer[] places(List<Next> next) {
        return next.stream().map(one -> one.item().placed().placeInList()).toArray(Integer[]::new);
    }
}
