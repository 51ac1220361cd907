package org.tongban.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.PublicList;

/**
 * Counts the items in use of each agency by what they can be filtered by. Reads columns of the
 * index alone: half a million entries are counted in a moment.
 */
@Component
public class Tallies {

    private static final List<What> ALL = List.of(What.values());

    private final CatalogueIndex index;

    public Tallies(CatalogueIndex index) {
        this.index = index;
    }

    /** What is counted beside all items. */
    public enum What {
        HALL(Recipe.facet(Side.LIST, PublicList.HALL.key())),
        ONLINE(Recipe.facet(Side.LIST, PublicList.ONLINE.key())),
        NO_TRIP(Recipe.facet(Side.TRIPS, "none")),
        ONCE(Recipe.facet(Side.LIST, PublicList.ONCE.key())),
        AT_ONCE(Recipe.facet(Side.LIST, PublicList.AT_ONCE.key())),
        WHOLE_GUIDE(Recipe.facet(Side.GUIDE, "whole"));

        private final String facet;

        What(String facet) {
            this.facet = facet;
        }
    }

    /**
     * The counts of one agency.
     *
     * @param having how many items have it
     * @param statutory hundredths of working days of all items for which the law sets a term
     * @param promised those promised for the same items
     */
    public record Tally(
            String agency, int items, Map<What, Integer> having, long statutory, long promised) {
        public Tally {
            having = Map.copyOf(having);
        }

        public int of(What what) {
            return having.getOrDefault(what, 0);
        }
    }

    /** The agencies of a region and of all below it, by their keys. */
    public List<Tally> of(String region) {
        return index.now()
                .search(
                        searcher -> {
                            var sums = new TreeMap<String, Sum>();
                            for (var leaf : searcher.getIndexReader().leaves()) {
                                count(searcher, leaf, region, sums);
                            }
                            var tallies = new ArrayList<Tally>();
                            sums.forEach((agency, sum) -> tallies.add(sum.tally(agency)));
                            return tallies;
                        });
    }

    private static final class Sum {
        private int items;
        private final int[] having = new int[ALL.size()];
        private long statutory;
        private long promised;

        Tally tally(String agency) {
            var counted = new EnumMap<What, Integer>(What.class);
            for (var i = 0; i < having.length; i++) counted.put(ALL.get(i), having[i]);
            return new Tally(agency, items, counted, statutory, promised);
        }
    }

    private static void count(
            IndexSearcher searcher, LeafReaderContext leaf, String region, Map<String, Sum> sums)
            throws IOException {
        Query query =
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Fields.KIND, Fields.ENTRY)), Occur.FILTER)
                        .add(new TermQuery(new Term(Fields.WITHIN, region)), Occur.FILTER)
                        .build();
        var scorer =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                        .scorer(leaf);
        if (scorer == null) return;
        var agencies = DocValues.getSorted(leaf.reader(), Fields.AGENCY);
        var facets = DocValues.getSortedSet(leaf.reader(), Fields.FACET);
        var statutory = DocValues.getNumeric(leaf.reader(), Fields.STATUTORY);
        var promised = DocValues.getNumeric(leaf.reader(), Fields.PROMISED);
        var wanted = new long[ALL.size()];
        for (var i = 0; i < wanted.length; i++) {
            wanted[i] = facets.lookupTerm(new BytesRef(ALL.get(i).facet));
        }
        var byAgency = new Sum[Math.max(1, agencies.getValueCount())];
        var documents = scorer.iterator();
        for (var document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (!agencies.advanceExact(document)) continue;
            var agency = agencies.ordValue();
            var sum = byAgency[agency];
            if (sum == null) {
                sum =
                        sums.computeIfAbsent(
                                agencies.lookupOrd(agency).utf8ToString(), _ -> new Sum());
                byAgency[agency] = sum;
            }
            sum.items++;
            if (facets.advanceExact(document)) {
                for (var n = 0; n < facets.docValueCount(); n++) {
                    var facet = facets.nextOrd();
                    for (var i = 0; i < wanted.length; i++) {
                        if (wanted[i] == facet) sum.having[i]++;
                    }
                }
            }
            if (statutory.advanceExact(document)
                    && statutory.longValue() > 0
                    && promised.advanceExact(document)) {
                sum.statutory += statutory.longValue();
                sum.promised += promised.longValue();
            }
        }
    }
}
