package org.tongban.catalogue.exchange;

import static org.tongban.schema.Tables.EXCHANGE_ROW;
import static org.tongban.schema.Tables.EXCHANGE_RUN;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.EntryCheck;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.FilledTree;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.database.RowIds;
import org.tongban.directory.Directory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gives the list out and takes it in. */
@Component
public class Exchange {

    /** More rows in one file are refused: a file is reported on one screen after another. */
    static final int MOST_ROWS = 20_000;

    private static final int AT_ONCE = 500;
    private static final int MOST_RUNS = 50;
    private static final int MOST_FAULTS = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final BaseList bases;
    private final EntryCheck check;
    private final GuideCheck guides;
    private final PublishItem publish;
    private final Directory directory;
    private final RowIds ids;
    private final Clock clock;

    public Exchange(
            DSLContext db,
            BaseList bases,
            EntryCheck check,
            GuideCheck guides,
            PublishItem publish,
            Directory directory,
            RowIds ids,
            Clock clock) {
        this.db = db;
        this.bases = bases;
        this.check = check;
        this.guides = guides;
        this.publish = publish;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** What writing a row would do. */
    public enum Verdict {
        ADDED,
        CHANGED,
        SAME,
        REFUSED;

        /** As stored, and in keys of words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Verdict of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** One file that was handed in. */
    public record Run(UUID id, Instant at, String who, String file, Optional<Instant> writtenAt) {}

    /**
     * One row of it.
     *
     * @param faults why it is refused; otherwise empty
     */
    public record Row(int line, String itemKey, String name, Verdict verdict, List<String> faults) {
        public Row {
            faults = List.copyOf(faults);
        }
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
        var judged = new ArrayList<Judged>();
        for (var row : rows) {
            judged.add(judge(row, known, seen));
            if (judged.size() == AT_ONCE) store(run, judged);
        }
        store(run, judged);
        return run;
    }

    private record Judged(
            int line,
            String key,
            String name,
            Verdict verdict,
            List<String> faults,
            Optional<ItemDefinition> item,
            Optional<String> before) {}

    private Judged judge(EntryFile.Line row, Map<String, String> known, Set<String> seen) {
        var faults = new ArrayList<>(row.faults());
        var tree = new LinkedHashMap<>(row.tree());
        var agency = text(tree, "agency");
        if (!seen.add(row.key())) faults.add("key：这个文件里有两行是“" + row.key() + "”");
        if (directory.current().agency(agency).isEmpty()) {
            faults.add("agency：没有“" + agency + "”这个部门");
        }
        var item =
                faults.isEmpty()
                        ? composed(agency, tree, faults)
                        : Optional.<ItemDefinition>empty();
        var before = Optional.ofNullable(known.get(row.key()));
        var verdict =
                item.isEmpty() || !faults.isEmpty()
                        ? Verdict.REFUSED
                        : before.isEmpty()
                                ? Verdict.ADDED
                                : before.get().equals(ItemJson.fingerprint(item.get()))
                                        ? Verdict.SAME
                                        : Verdict.CHANGED;
        return new Judged(
                row.line(),
                row.key(),
                text(tree, "name"),
                verdict,
                faults.stream().limit(MOST_FAULTS).toList(),
                verdict == Verdict.REFUSED ? Optional.empty() : item,
                before);
    }

    /** The definition, held to everything that a draft is held to. */
    private Optional<ItemDefinition> composed(
            String agency, Map<String, Object> tree, List<String> faults) {
        tree.remove("agency");
        var whole = inherited(tree, faults);
        check.check(agency, whole).stream()
                .filter(EntryCheck.Found::stops)
                .forEach(found -> faults.add(found.path() + "：" + found.message()));
        if (!faults.isEmpty()) return Optional.empty();
        // What a row leaves out is empty; what it may not leave out was found missing above.
        var filled = new LinkedHashMap<>(FilledTree.of(whole, ""));
        filled.put("agency", agency);
        try {
            var item = ItemJson.of(filled);
            guides.of(item).stream()
                    .filter(EntryCheck.Found::stops)
                    .forEach(found -> faults.add(found.path() + "：" + found.message()));
            return Optional.of(item);
        } catch (JacksonException | IllegalArgumentException notWhole) {
            faults.add("这一行缺少要素，或者有的要素写法不对，请照导出的样子填写");
            return Optional.empty();
        }
    }

    /** What is inherited cannot drift: a row that says it otherwise without a reason is refused. */
    private Map<String, Object> inherited(Map<String, Object> tree, List<String> faults) {
        var base = bases.current(text(tree, "catalogCode")).map(BaseList.Version::item);
        if (base.isEmpty()) return tree;
        var whole = new LinkedHashMap<>(EntryTree.stated(Inheritance.compose(tree, base.get())));
        for (var element : Inheritance.ELEMENTS) {
            var said = tree.get(element);
            if (said != null && !said.equals(whole.get(element))) {
                faults.add(element + "：和基本目录不一致；确实不同的，在 overrides 里写明原因");
            }
        }
        if (tree.get("level") instanceof Integer level && !base.get().levels().contains(level)) {
            faults.add("level：基本目录没有这一行使层级");
        }
        return whole;
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

    private void store(UUID run, List<Judged> judged) {
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

    /** The files handed in last. */
    public List<Run> runs() {
        return db.select(
                        EXCHANGE_RUN.RUN_ID,
                        EXCHANGE_RUN.AT,
                        EXCHANGE_RUN.WHO,
                        EXCHANGE_RUN.FILE_NAME,
                        EXCHANGE_RUN.WRITTEN_AT)
                .from(EXCHANGE_RUN)
                .orderBy(EXCHANGE_RUN.AT.desc(), EXCHANGE_RUN.RUN_ID)
                .limit(MOST_RUNS)
                .fetch(
                        row ->
                                new Run(
                                        row.value1(),
                                        row.value2().toInstant(),
                                        row.value3(),
                                        row.value4(),
                                        Optional.ofNullable(row.value5())
                                                .map(java.time.OffsetDateTime::toInstant)));
    }

    /** One of them. */
    public Optional<Run> find(UUID id) {
        return runs().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** How many rows have each verdict. */
    public Map<Verdict, Integer> counts(UUID run) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        db.select(EXCHANGE_ROW.VERDICT, DSL.count())
                .from(EXCHANGE_ROW)
                .where(EXCHANGE_ROW.RUN_ID.eq(run))
                .groupBy(EXCHANGE_ROW.VERDICT)
                .forEach(row -> counts.put(Verdict.of(row.value1()), row.value2()));
        return counts;
    }

    /**
     * Rows in the order of the file.
     *
     * @param only of one verdict; empty: all
     * @param after the line after which the page begins; 0: from the first
     */
    public List<Row> rows(UUID run, Optional<Verdict> only, int after, int limit) {
        return db.select(
                        EXCHANGE_ROW.LINE,
                        EXCHANGE_ROW.ITEM_KEY,
                        EXCHANGE_ROW.NAME,
                        EXCHANGE_ROW.VERDICT,
                        EXCHANGE_ROW.FAULTS)
                .from(EXCHANGE_ROW)
                .where(EXCHANGE_ROW.RUN_ID.eq(run))
                .and(EXCHANGE_ROW.LINE.gt(after))
                .and(only.map(one -> EXCHANGE_ROW.VERDICT.eq(one.word())).orElse(DSL.noCondition()))
                .orderBy(EXCHANGE_ROW.LINE)
                .limit(limit)
                .fetch(
                        row ->
                                new Row(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        Verdict.of(row.value4()),
                                        List.of(row.value5())));
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
        var now = fingerprints(rows.stream().map(row -> row.value1()).toList());
        var terms =
                new Terms(
                        LegalToday.of(clock),
                        Terms.Cause.EXCHANGE,
                        open.get(),
                        Optional.of(LegalToday.of(clock)));
        var written = 0;
        for (var row : rows) {
            if (!Optional.ofNullable(now.get(row.value1()))
                    .equals(Optional.ofNullable(row.value3()))) {
                continue;
            }
            var item = ItemJson.read(row.value2().data());
            publish.publish(item, placeInList(item), terms);
            written++;
        }
        db.update(EXCHANGE_RUN)
                .set(EXCHANGE_RUN.WRITTEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(EXCHANGE_RUN.WRITTEN_BY, by.name())
                .where(EXCHANGE_RUN.RUN_ID.eq(run))
                .execute();
        return Optional.of(new Written(written, rows.size() - written));
    }

    /** Where the item stands, or behind all of its agency. */
    private int placeInList(ItemDefinition item) {
        return db.select(ITEM.PLACE_IN_LIST)
                .from(ITEM)
                .where(ITEM.ITEM_KEY.eq(item.key()))
                .fetchOptional(ITEM.PLACE_IN_LIST)
                .orElseGet(
                        () ->
                                db.select(DSL.coalesce(DSL.max(ITEM.PLACE_IN_LIST), 0).plus(1))
                                        .from(ITEM)
                                        .where(ITEM.AGENCY_KEY.eq(item.agency()))
                                        .fetchSingle()
                                        .value1());
    }

    /** All entries as JSON, as {@link #report} reads it. */
    byte[] json() {
        return JSON.writeValueAsBytes(
                all().stream().map(item -> EntryTree.stated(ItemJson.tree(item))).toList());
    }

    private static String text(Map<String, Object> tree, String key) {
        return tree.get(key) instanceof String text ? text : "";
    }
}
