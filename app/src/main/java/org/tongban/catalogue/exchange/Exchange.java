package org.tongban.catalogue.exchange;

import static org.tongban.schema.Tables.EXCHANGE_ROW;
import static org.tongban.schema.Tables.EXCHANGE_RUN;
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
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.publish.PublishItems;
import org.tongban.catalogue.publish.PublishItems.Placed;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.database.RowIds;
import tools.jackson.databind.json.JsonMapper;

/** Gives the list out and takes it in. */
@Component
public class Exchange {

    /** More rows in one file are refused: a file is reported on one screen after another. */
    static final int MOST_ROWS = 20_000;

    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final RowCheck check;
    private final PublishItems publish;
    private final RowIds ids;
    private final Clock clock;

    Exchange(DSLContext db, RowCheck check, PublishItems publish, RowIds ids, Clock clock) {
        this.db = db;
        this.check = check;
        this.publish = publish;
        this.ids = ids;
        this.clock = clock;
    }

    /** What writing came to. */
    public record Written(int rows, int overtaken) {}

    /** All entries that are not cancelled, in the place's order. */
    public List<ItemDefinition> all() {
        return db.select(ITEM_VERSION.DEFINITION)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(ITEM.STATE.ne("cancelled"))
                .orderBy(ITEM.AGENCY_KEY, ITEM.PLACE_IN_LIST, ITEM.ITEM_KEY)
                .limit(MOST_ROWS)
                .fetch(row -> ItemJson.read(row.value1().data()));
    }

    /**
     * Reads a file and reports each row; writes nothing of it.
     *
     * @param name tells the kind: {@code .csv}, {@code .xlsx} or {@code .json}
     * @throws TableFile.Unreadable when it is none of these or has other columns
     */
    @Transactional(rollbackFor = Exception.class)
    public UUID report(String name, byte[] file, StaffPrincipal by) throws TableFile.Unreadable {
        var rows = EntryFile.read(name, file);
        var run = ids.next();
        db.insertInto(EXCHANGE_RUN)
                .set(EXCHANGE_RUN.RUN_ID, run)
                .set(EXCHANGE_RUN.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(EXCHANGE_RUN.STAFF_ID, by.staffId())
                .set(EXCHANGE_RUN.WHO, by.name())
                .set(EXCHANGE_RUN.FILE_NAME, name)
                .execute();
        var known = fingerprints(rows.stream().map(EntryFile.Line::key).toList());
        var seen = new HashSet<String>();
        var judged = new ArrayList<JudgedRow>();
        for (var row : rows) {
            judged.add(check.of(row, known, seen));
            if (judged.size() == AT_ONCE) store(run, judged);
        }
        store(run, judged);
        return run;
    }

    /** In one order for all, so that two files at once wait for each other and never in a ring. */
    private void lock(List<String> keys) {
        db.select(ITEM.ITEM_KEY)
                .from(ITEM)
                .where(ITEM.ITEM_KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .orderBy(ITEM.ITEM_KEY)
                .forUpdate()
                .execute();
    }

    private Map<String, String> fingerprints(List<String> keys) {
        var known = new HashMap<String, String>();
        for (var from = 0; from < keys.size(); from += AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            db.select(ITEM.ITEM_KEY, ITEM_VERSION.FINGERPRINT)
                    .from(ITEM)
                    .join(ITEM_VERSION)
                    .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                    .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                    .where(ITEM.ITEM_KEY.eq(DSL.any(some.toArray(String[]::new))))
                    .forEach(row -> known.put(row.value1(), row.value2()));
        }
        return known;
    }

    private void store(UUID run, List<JudgedRow> judged) {
        if (judged.isEmpty()) return;
        db.batched(
                together -> {
                    for (var one : judged) {
                        together.dsl()
                                .insertInto(EXCHANGE_ROW)
                                .set(EXCHANGE_ROW.RUN_ID, run)
                                .set(EXCHANGE_ROW.LINE, one.line())
                                .set(EXCHANGE_ROW.ITEM_KEY, one.key())
                                .set(EXCHANGE_ROW.NAME, one.name())
                                .set(EXCHANGE_ROW.VERDICT, one.verdict().word())
                                .set(EXCHANGE_ROW.FAULTS, one.faults().toArray(String[]::new))
                                .set(
                                        EXCHANGE_ROW.DEFINITION,
                                        one.item()
                                                .map(ItemJson::write)
                                                .map(JSONB::valueOf)
                                                .orElse(null))
                                .set(EXCHANGE_ROW.BEFORE, one.before().orElse(null))
                                .execute();
                    }
                });
        judged.clear();
    }

    /**
     * Writes what is new and what has changed, all or nothing, once. A row whose entry somebody
     * else changed since the report is left out and counted.
     *
     * @return empty when the file was written before
     */
    @Transactional
    public Optional<Written> write(UUID run, StaffPrincipal by) {
        var open =
                db.select(EXCHANGE_RUN.FILE_NAME)
                        .from(EXCHANGE_RUN)
                        .where(EXCHANGE_RUN.RUN_ID.eq(run))
                        .and(EXCHANGE_RUN.WRITTEN_AT.isNull())
                        .forUpdate()
                        .fetchOptional(EXCHANGE_RUN.FILE_NAME);
        if (open.isEmpty()) return Optional.empty();
        var rows =
                db.select(EXCHANGE_ROW.ITEM_KEY, EXCHANGE_ROW.DEFINITION, EXCHANGE_ROW.BEFORE)
                        .from(EXCHANGE_ROW)
                        .where(EXCHANGE_ROW.RUN_ID.eq(run))
                        .and(EXCHANGE_ROW.VERDICT.in("added", "changed"))
                        .orderBy(EXCHANGE_ROW.LINE)
                        .fetch();
        var keys = rows.stream().map(row -> row.value1()).sorted().toList();
        lock(keys);
        var now = fingerprints(keys);
        var terms =
                new Terms(
                        LegalToday.of(clock),
                        Terms.Cause.EXCHANGE,
                        open.get(),
                        Optional.of(LegalToday.of(clock)));
        var items =
                rows.stream()
                        .filter(
                                row ->
                                        Optional.ofNullable(now.get(row.value1()))
                                                .equals(Optional.ofNullable(row.value3())))
                        .map(row -> ItemJson.read(row.value2().data()))
                        .toList();
        publish.publish(placed(items), terms);
        db.update(EXCHANGE_RUN)
                .set(EXCHANGE_RUN.WRITTEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(EXCHANGE_RUN.WRITTEN_BY, by.name())
                .where(EXCHANGE_RUN.RUN_ID.eq(run))
                .execute();
        return Optional.of(new Written(items.size(), rows.size() - items.size()));
    }

    /** Each where it stands already, or behind all of its agency. */
    private List<Placed> placed(List<ItemDefinition> items) {
        var places = new HashMap<String, Integer>();
        var last = new HashMap<String, Integer>();
        for (var from = 0; from < items.size(); from += AT_ONCE) {
            var some = items.subList(from, Math.min(items.size(), from + AT_ONCE));
            db.select(ITEM.ITEM_KEY, ITEM.PLACE_IN_LIST)
                    .from(ITEM)
                    .where(ITEM.ITEM_KEY.eq(any(some, ItemDefinition::key)))
                    .forEach(row -> places.put(row.value1(), row.value2()));
            db.select(ITEM.AGENCY_KEY, DSL.max(ITEM.PLACE_IN_LIST))
                    .from(ITEM)
                    .where(ITEM.AGENCY_KEY.eq(any(some, ItemDefinition::agency)))
                    .groupBy(ITEM.AGENCY_KEY)
                    .forEach(row -> last.put(row.value1(), row.value2()));
        }
        return items.stream()
                .map(
                        item ->
                                new Placed(
                                        item,
                                        Optional.ofNullable(places.get(item.key()))
                                                .orElseGet(
                                                        () ->
                                                                last.merge(
                                                                        item.agency(),
                                                                        1,
                                                                        Integer::sum))))
                .toList();
    }

    private static QuantifiedSelect<Record1<String>> any(
            List<ItemDefinition> items, Function<ItemDefinition, String> what) {
        return DSL.any(items.stream().map(what).distinct().toArray(String[]::new));
    }

    /** All entries as JSON, as {@link #report} reads it. */
    byte[] json() {
        return JSON.writeValueAsBytes(
                all().stream().map(item -> EntryTree.stated(ItemJson.tree(item))).toList());
    }
}
