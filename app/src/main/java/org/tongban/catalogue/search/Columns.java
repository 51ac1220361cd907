package org.tongban.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Reads columns of the documents found, without touching the documents themselves. */
final class Columns {

    private Columns() {}

    /** The value of a column with one value, for each hit in its place; empty where it has none. */
    static List<String> keywords(IndexSearcher searcher, ScoreDoc[] hits, String field)
            throws IOException {
        var values = new ArrayList<>(Collections.nCopies(hits.length, ""));
        each(
                searcher,
                hits,
                (leaf, from, to, places) -> {
                    var column = DocValues.getSorted(leaf.reader(), field);
                    for (var i = from; i < to; i++) {
                        if (column.advanceExact(hits[places[i]].doc - leaf.docBase)) {
                            values.set(
                                    places[i], column.lookupOrd(column.ordValue()).utf8ToString());
                        }
                    }
                });
        return values;
    }

    /** The values of a column with several, for each hit in its place. */
    static List<List<String>> sets(IndexSearcher searcher, ScoreDoc[] hits, String field)
            throws IOException {
        var values = new ArrayList<>(Collections.nCopies(hits.length, List.<String>of()));
        each(
                searcher,
                hits,
                (leaf, from, to, places) -> {
                    var column = DocValues.getSortedSet(leaf.reader(), field);
                    for (var i = from; i < to; i++) {
                        if (!column.advanceExact(hits[places[i]].doc - leaf.docBase)) continue;
                        var set = new ArrayList<String>();
                        for (var n = 0; n < column.docValueCount(); n++) {
                            set.add(column.lookupOrd(column.nextOrd()).utf8ToString());
                        }
                        values.set(places[i], set);
                    }
                });
        return values;
    }

    static Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** Reads some hits of one segment; a column only goes forward, so they come in its order. */
    private interface Reading {
        void of(LeafReaderContext leaf, int from, int to, Integer[] places) throws IOException;
    }

    private static void each(IndexSearcher searcher, ScoreDoc[] hits, Reading reading)
            throws IOException {
        var places = new Integer[hits.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, Comparator.comparingInt(i -> hits[i].doc));
        var leaves = searcher.getIndexReader().leaves();
        for (var from = 0; from < places.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(hits[places[from]].doc, leaves));
            var end = leaf.docBase + leaf.reader().maxDoc();
            var to = from;
            while (to < places.length && hits[places[to]].doc < end) {
                to++;
            }
            reading.of(leaf, from, to, places);
            from = to;
        }
    }
}
