package org.tongban.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemPage.Count;
import org.tongban.catalogue.ItemSummary;

/**
 * The entries that count for somebody in a region: those of the region itself and of the levels
 * above it, of each item the nearest.
 */
final class Stock {

    /** More than the five levels of a region have together. */
    private static final int MOST_ROWS = 50_000;

    /** Items for which a level below is looked up when none at or above the region has them. */
    private static final int MOST_BELOW = 20;

    private final IndexSearcher searcher;

    /** Codes from the topmost region to the one that was chosen; empty: regions play no part. */
    private final List<String> chain;

    Stock(IndexSearcher searcher, List<String> chain) {
        this.searcher = searcher;
        this.chain = List.copyOf(chain);
    }

    /**
     * An entry without its text.
     *
     * @param document its place in the index
     * @param depth how near its region is: the larger the nearer, -1 for one below the chosen
     */
    record Row(
            int document, int depth, String item, String mark, String order, List<String> facets) {}

    /** All entries, in the order of lists. */
    List<Row> all() throws IOException {
        var query = new BooleanQuery.Builder().add(kind(), Occur.FILTER);
        if (!chain.isEmpty()) query.add(Columns.anyOf(Fields.REGION, chain), Occur.FILTER);
        return nearest(rows(query.build()));
    }

    /** The entries of an agency, in its order. */
    List<Row> ofAgency(String agency) throws IOException {
        var rows = new ArrayList<>(rows(new TermQuery(new Term(Fields.AGENCY, agency))));
        rows.sort(Comparator.comparing(Row::order));
        return rows;
    }

    /** The entries of these texts, each text in its place. */
    List<Row> of(List<String> marks) throws IOException {
        if (marks.isEmpty()) return List.of();
        var query =
                new BooleanQuery.Builder()
                        .add(kind(), Occur.FILTER)
                        .add(Columns.anyOf(Fields.OF, marks), Occur.FILTER);
        if (!chain.isEmpty()) query.add(Columns.anyOf(Fields.REGION, chain), Occur.FILTER);
        var rows = new ArrayList<>(nearest(rows(query.build())));
        if (!chain.isEmpty()) rows.addAll(below(marks, rows));
        var places = new HashMap<String, Integer>();
        marks.forEach(mark -> places.putIfAbsent(mark, places.size()));
        rows.sort(
                Comparator.<Row>comparingInt(row -> places.getOrDefault(row.mark(), 0))
                        .thenComparing(Row::order));
        return rows;
    }

    /** What neither the region nor a level above handles is perhaps handled below. */
    private List<Row> below(List<String> marks, List<Row> found) throws IOException {
        var have = found.stream().map(Row::mark).collect(Collectors.toSet());
        var rows = new ArrayList<Row>();
        for (var mark :
                marks.stream().filter(mark -> !have.contains(mark)).limit(MOST_BELOW).toList()) {
            var query =
                    new BooleanQuery.Builder()
                            .add(kind(), Occur.FILTER)
                            .add(new TermQuery(new Term(Fields.OF, mark)), Occur.FILTER)
                            .add(
                                    new TermQuery(new Term(Fields.WITHIN, chain.getLast())),
                                    Occur.FILTER)
                            .build();
            var hits =
                    searcher.search(
                            query, 1, new Sort(new SortField(Fields.ORDER, SortField.Type.STRING)));
            for (var hit : rows(hits.scoreDocs)) {
                if (found.stream().noneMatch(row -> row.item().equals(hit.item()))) rows.add(hit);
            }
        }
        return rows;
    }

    private static Query kind() {
        return new TermQuery(new Term(Fields.KIND, Fields.ENTRY));
    }

    private List<Row> rows(Query query) throws IOException {
        return rows(searcher.search(new ConstantScoreQuery(query), MOST_ROWS).scoreDocs);
    }

    private List<Row> rows(org.apache.lucene.search.ScoreDoc[] hits) throws IOException {
        var regions = Columns.keywords(searcher, hits, Fields.REGION);
        var items = Columns.keywords(searcher, hits, Fields.ITEM);
        var marks = Columns.keywords(searcher, hits, Fields.OF);
        var orders = Columns.keywords(searcher, hits, Fields.ORDER);
        var facets = Columns.sets(searcher, hits, Fields.FACET);
        var rows = new ArrayList<Row>(hits.length);
        for (var i = 0; i < hits.length; i++) {
            rows.add(
                    new Row(
                            hits[i].doc,
                            chain.indexOf(regions.get(i)),
                            items.get(i),
                            marks.get(i),
                            orders.get(i),
                            facets.get(i)));
        }
        return rows;
    }

    /** Of the same item on several levels only the nearest is left. */
    private List<Row> nearest(List<Row> rows) {
        var deepest = new HashMap<String, Integer>();
        rows.forEach(row -> deepest.merge(row.item(), row.depth(), Math::max));
        return rows.stream()
                .filter(row -> row.depth() == deepest.getOrDefault(row.item(), -1))
                .sorted(Comparator.comparing(Row::order))
                .toList();
    }

    /** The rows that are let through, and what each further narrowing would leave. */
    record Narrowed(List<Row> rows, Map<Side, List<Count>> sides) {}

    /**
     * Narrows. The counts of a side are those without what was chosen on that side itself, so that
     * one can change one's mind.
     */
    static Narrowed narrowed(List<Row> rows, ItemFilter filter) {
        var wanted = new EnumMap<Side, String>(Side.class);
        filter.chosen().forEach((side, value) -> wanted.put(side, Recipe.facet(side, value)));
        var let = new ArrayList<Row>();
        var counts = new EnumMap<Side, Map<String, Integer>>(Side.class);
        for (var row : rows) {
            var missed =
                    wanted.entrySet().stream()
                            .filter(side -> !row.facets().contains(side.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
            if (missed.isEmpty()) let.add(row);
            if (missed.size() > 1) continue;
            for (var side : Side.values()) {
                if (missed.isEmpty() || missed.contains(side)) count(row, side, counts);
            }
        }
        var sides = new EnumMap<Side, List<Count>>(Side.class);
        counts.forEach(
                (side, values) ->
                        sides.put(
                                side,
                                values.entrySet().stream()
                                        .map(value -> new Count(value.getKey(), value.getValue()))
                                        .sorted(
                                                Comparator.comparingInt(Count::items)
                                                        .reversed()
                                                        .thenComparing(Count::value))
                                        .toList()));
        return new Narrowed(let, sides);
    }

    private static void count(Row row, Side side, Map<Side, Map<String, Integer>> counts) {
        var start = side.key() + ':';
        for (var facet : row.facets()) {
            if (facet.startsWith(start)) {
                counts.computeIfAbsent(side, _ -> new LinkedHashMap<>())
                        .merge(facet.substring(start.length()), 1, Integer::sum);
            }
        }
    }

    /** The lines of these rows, in their order. */
    List<ItemSummary> lines(List<Row> rows) throws IOException {
        var stored = searcher.storedFields();
        var lines = new ArrayList<ItemSummary>(rows.size());
        for (var row : rows) {
            lines.add(
                    Entry.line(
                            stored.document(row.document(), Set.of(Fields.STORED))
                                    .get(Fields.STORED)));
        }
        return lines;
    }
}
