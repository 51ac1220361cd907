package org.tongban.catalogue.lists;

import static org.tongban.schema.Tables.ENTRY_ACT;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;
import static org.tongban.schema.Tables.TRIP_BATCH;
import static org.tongban.schema.Tables.TRIP_BATCH_ITEM;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.Listed;
import org.tongban.catalogue.PublicList;
import org.tongban.directory.Directory;
import org.tongban.web.Texts;

/**
 * What changed in a list since a day. Nothing is written down for it: both states of an item are
 * read from its versions, from what was done to it, and from the batches.
 */
@Component
public class ListHistory {

    /** No more items are compared; who asks for more asks from a later day. */
    public static final int MOST = 500;

    private static final ZoneId LEGAL = ZoneId.of("Asia/Shanghai");

    /** What puts an item in use again. */
    private static final Set<String> IN = Set.of("resume", "take-back");

    /** What puts an item out of use, and in again. */
    private static final Set<String> STATES =
            Set.of("pause", "resume", "cancel", "delegate", "take-back", "handed-back");

    private final DSLContext db;
    private final Directory directory;
    private final Clock clock;

    public ListHistory(DSLContext db, Directory directory, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
    }

    /** How an item's place on the list differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One item that was added, removed or says something else.
     *
     * @param on the last day on which something of it changed
     * @param before its rows then; empty when it was not on the list
     * @param after its rows now; empty when it no longer is
     */
    public record Change(
            String item,
            String name,
            Kind kind,
            LocalDate on,
            List<List<String>> before,
            List<List<String>> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Everything that differs between the end of a day and now, the latest first.
     *
     * @param whole whether all items that changed were compared
     */
    public record Changes(List<Change> changes, boolean whole) {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** What changed in a list after the end of a day. */
    public Changes since(PublicList list, LocalDate day, Texts texts) {
        var touched = touched(day);
        var some = touched.stream().limit(MOST).toList();
        var keys = some.stream().map(Touched::key).toArray(String[]::new);
        var then = definitions(keys, day);
        var now = definitions(keys, LegalToday.of(clock));
        var out = outOfUse(keys, day);
        var outNow = notInUse(keys);
        var batches = batches(keys);
        var changes = new ArrayList<Change>();
        for (var one : some) {
            var promise = Optional.ofNullable(batches.get(one.key()));
            var promisedThen = promise.filter(known -> !LocalDate.parse(known.on()).isAfter(day));
            var before =
                    Optional.ofNullable(then.get(one.key()))
                            .filter(_ -> !out.contains(one.key()))
                            .map(item -> rows(list, item, promisedThen, texts))
                            .orElse(List.of());
            var after =
                    Optional.ofNullable(now.get(one.key()))
                            .filter(_ -> !outNow.contains(one.key()))
                            .map(item -> rows(list, item, promise, texts))
                            .orElse(List.of());
            if (before.equals(after)) continue;
            var named = Optional.ofNullable(now.get(one.key())).or(() -> of(then, one.key()));
            changes.add(
                    new Change(
                            one.key(),
                            named.map(ItemDefinition::name).orElse(one.key()),
                            before.isEmpty()
                                    ? Kind.ADDED
                                    : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED,
                            one.on(),
                            before,
                            after));
        }
        return new Changes(changes, touched.size() <= MOST);
    }

    private static Optional<ItemDefinition> of(Map<String, ItemDefinition> items, String key) {
        return Optional.ofNullable(items.get(key));
    }

    private List<List<String>> rows(
            PublicList list,
            ItemDefinition item,
            Optional<ListCells.Promise> promise,
            Texts texts) {
        return list.holds(Listed.of(item, promise.isPresent()))
                ? new ListCells(directory.current().agency(item.agency()), promise, texts)
                        .of(list, item)
                : List.of();
    }

    private record Touched(String key, LocalDate on) {}

    /**
     * Items of which a version took effect, a state changed or a promise was made after the day.
     */
    private List<Touched> touched(LocalDate day) {
        var on = DSL.field(DSL.name("on_day"), LocalDate.class);
        var key = DSL.field(DSL.name("item_key"), String.class);
        var all =
                DSL.select(ITEM_VERSION.ITEM_KEY.as(key), ITEM_VERSION.EFFECTIVE_ON.as(on))
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.EFFECTIVE_ON.gt(day))
                        .and(ITEM_VERSION.EFFECTIVE_ON.le(LegalToday.of(clock)))
                        .unionAll(
                                DSL.select(ENTRY_ACT.ITEM_KEY, legalDay(ENTRY_ACT.AT))
                                        .from(ENTRY_ACT)
                                        .where(ENTRY_ACT.AT.ge(end(day)))
                                        .and(ENTRY_ACT.ACT.in(STATES)))
                        .unionAll(
                                DSL.select(TRIP_BATCH_ITEM.ITEM_KEY, TRIP_BATCH.PUBLISHED_ON)
                                        .from(TRIP_BATCH_ITEM)
                                        .join(TRIP_BATCH)
                                        .on(TRIP_BATCH.BATCH.eq(TRIP_BATCH_ITEM.BATCH))
                                        .where(TRIP_BATCH.PUBLISHED_ON.gt(day)))
                        .asTable("touched");
        return db.select(key, DSL.max(on))
                .from(all)
                .groupBy(key)
                .orderBy(DSL.max(on).desc(), key)
                .limit(MOST + 1)
                .fetch(row -> new Touched(row.value1(), row.value2()));
    }

    private Map<String, ItemDefinition> definitions(String[] keys, LocalDate day) {
        return db.select(ITEM_VERSION.ITEM_KEY, ITEM_VERSION.DEFINITION)
                .distinctOn(ITEM_VERSION.ITEM_KEY)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(DSL.any(keys)))
                .and(ITEM_VERSION.EFFECTIVE_ON.le(day))
                .orderBy(
                        ITEM_VERSION.ITEM_KEY,
                        ITEM_VERSION.EFFECTIVE_ON.desc(),
                        ITEM_VERSION.VERSION.desc())
                .fetchMap(
                        ITEM_VERSION.ITEM_KEY,
                        row -> ItemJson.read(row.get(ITEM_VERSION.DEFINITION).data()));
    }

    /** Items that were paused or cancelled at the end of the day. */
    private Set<String> outOfUse(String[] keys, LocalDate day) {
        var last = new HashMap<String, OffsetDateTime>();
        db.select(ENTRY_ACT.ITEM_KEY, ENTRY_ACT.AT, ENTRY_ACT.ACT)
                .distinctOn(ENTRY_ACT.ITEM_KEY)
                .from(ENTRY_ACT)
                .where(ENTRY_ACT.ITEM_KEY.eq(DSL.any(keys)))
                .and(ENTRY_ACT.AT.lt(end(day)))
                .and(ENTRY_ACT.ACT.in(STATES))
                .orderBy(ENTRY_ACT.ITEM_KEY, ENTRY_ACT.AT.desc())
                .forEach(
                        row -> {
                            if (!IN.contains(row.value3())) last.put(row.value1(), row.value2());
                        });
        // A version that was published later put the item in use again; the base list's did not.
        db.select(ITEM_VERSION.ITEM_KEY, DSL.max(ITEM_VERSION.PUBLISHED_AT))
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(DSL.any(last.keySet().toArray(String[]::new))))
                .and(ITEM_VERSION.PUBLISHED_AT.lt(end(day)))
                .and(ITEM_VERSION.CAUSE.ne("base"))
                .groupBy(ITEM_VERSION.ITEM_KEY)
                .forEach(
                        row -> {
                            var out = last.getOrDefault(row.value1(), OffsetDateTime.MAX);
                            if (row.value2().isAfter(out)) last.remove(row.value1());
                        });
        return Set.copyOf(last.keySet());
    }

    private Set<String> notInUse(String[] keys) {
        return db.select(ITEM.ITEM_KEY)
                .from(ITEM)
                .where(ITEM.ITEM_KEY.eq(DSL.any(keys)))
                .and(ITEM.STATE.ne("in_use"))
                .fetchSet(ITEM.ITEM_KEY);
    }

    private Map<String, ListCells.Promise> batches(String[] keys) {
        return db
                .select(TRIP_BATCH_ITEM.ITEM_KEY, TRIP_BATCH.BATCH, TRIP_BATCH.PUBLISHED_ON)
                .from(TRIP_BATCH_ITEM)
                .join(TRIP_BATCH)
                .on(TRIP_BATCH.BATCH.eq(TRIP_BATCH_ITEM.BATCH))
                .where(TRIP_BATCH_ITEM.ITEM_KEY.eq(DSL.any(keys)))
                .fetch()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.value1(),
                                row ->
                                        new ListCells.Promise(
                                                row.value2(), row.value3().toString())));
    }

    private static OffsetDateTime end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(LEGAL).toOffsetDateTime();
    }

    private static Field<LocalDate> legalDay(Field<OffsetDateTime> at) {
        return DSL.field("({0} AT TIME ZONE 'Asia/Shanghai')::date", LocalDate.class, at);
    }
}
