package org.tongban.catalogue.lists;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;
import static org.tongban.schema.Tables.TRIP_BATCH;
import static org.tongban.schema.Tables.TRIP_BATCH_ITEM;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.ItemSummary;
import org.tongban.catalogue.PublicList;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Texts;

/** The published lists as they stand now. */
@Component
public class PublishedLists {

    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Catalogue catalogue;
    private final Directory directory;

    public PublishedLists(DSLContext db, Catalogue catalogue, Directory directory) {
        this.db = db;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /**
     * One row of a list. An item with several proofs or papers has several.
     *
     * @param cells in the order of the list's columns
     */
    public record Row(String item, String name, String agency, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One page of a list.
     *
     * @param items what the page was made from: how many in all, and the cursors
     */
    public record Page(List<Row> rows, ItemPage items) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** How many items are on each list, as seen from a region. */
    public Map<PublicList, Integer> counts(ItemFilter filter) {
        var counts = new java.util.EnumMap<PublicList, Integer>(PublicList.class);
        catalogue
                .browse(filter, "")
                .sides()
                .getOrDefault(Side.LIST, List.of())
                .forEach(
                        count ->
                                PublicList.of(count.value())
                                        .ifPresent(list -> counts.put(list, count.items())));
        return counts;
    }

    /**
     * One page of a list, in the place's order, or best first where words are given.
     *
     * @param cursor as in {@link Catalogue#browse}
     */
    public Page page(PublicList list, String words, ItemFilter filter, String cursor, Texts texts) {
        var narrowed = filter.with(Side.LIST, list.key());
        var items =
                words.isBlank()
                        ? catalogue.browse(narrowed, cursor)
                        : catalogue.search(words, narrowed, cursor);
        return new Page(
                rows(list, items.items().stream().map(ItemSummary::key).toList(), texts), items);
    }

    /** All rows of a list, for a file. */
    public List<Row> all(PublicList list, ItemFilter filter, Texts texts) {
        return rows(list, catalogue.keys(filter.with(Side.LIST, list.key())), texts);
    }

    private List<Row> rows(PublicList list, List<String> keys, Texts texts) {
        var rows = new ArrayList<Row>();
        for (var from = 0; from < keys.size(); from += AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            var read = read(some);
            for (var key : some) {
                Optional.ofNullable(read.get(key))
                        .ifPresent(one -> rows.addAll(rows(list, one, texts)));
            }
        }
        return rows;
    }

    /** An item as it is in force, with its promise. */
    private record Known(ItemDefinition item, Optional<ListCells.Promise> promise) {}

    private List<Row> rows(PublicList list, Known known, Texts texts) {
        var agency = directory.current().agency(known.item().agency());
        return new ListCells(agency, known.promise(), texts)
                .of(list, known.item()).stream()
                        .map(
                                cells ->
                                        new Row(
                                                known.item().key(),
                                                known.item().name(),
                                                agency.map(Agency::shortName).orElse(""),
                                                cells))
                        .toList();
    }

    private Map<String, Known> read(List<String> keys) {
        var read = new HashMap<String, Known>();
        db.select(ITEM.ITEM_KEY, ITEM_VERSION.DEFINITION, TRIP_BATCH.BATCH, TRIP_BATCH.PUBLISHED_ON)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .leftJoin(TRIP_BATCH_ITEM)
                .on(TRIP_BATCH_ITEM.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .leftJoin(TRIP_BATCH)
                .on(TRIP_BATCH.BATCH.eq(TRIP_BATCH_ITEM.BATCH))
                .where(ITEM.ITEM_KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .forEach(
                        row ->
                                read.put(
                                        row.value1(),
                                        new Known(
                                                ItemJson.read(row.value2().data()),
                                                row.value3() == null
                                                        ? Optional.empty()
                                                        : Optional.of(
                                                                new ListCells.Promise(
                                                                        row.value3(),
                                                                        row.value4()
                                                                                .toString())))));
        return read;
    }
}
