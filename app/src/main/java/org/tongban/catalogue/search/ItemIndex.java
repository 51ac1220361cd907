package org.tongban.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.tongban.catalogue.ItemDefinition;

/**
 * The index of all items in use, in memory; never changed, made anew instead. Words are matched as
 * words of a dictionary and as pairs of characters, so that neither a word the dictionary does not
 * know nor another word order hides an item. Safe for use by many threads.
 */
public final class ItemIndex {

    /** What is typed beyond this is not looked at: nobody asks in more. */
    static final int MOST_CHARACTERS = 100;

    private static final int MOST_HITS = 200;
    private static final int MOST_TERMS = 120;

    private static final String KEY = "key";
    private static final String EXACT = "exact";

    /** How much each field counts. People's own words say most clearly what an item is for. */
    private static final Map<String, Float> WEIGHTS =
            Map.of(
                    "called", 4f,
                    "name", 3f,
                    "themes", 1f,
                    "agency", 1f,
                    "summary", 1f,
                    "questions", 0.4f);

    /** More than all single words together: who says the very name means that item. */
    private static final float WHOLE_PHRASE = 100f;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    /** What is indexed of an item. */
    public record Entry(
            String key,
            String name,
            List<String> alsoCalled,
            String agencyName,
            List<String> themes,
            String summary,
            List<String> questions) {

        public static Entry of(ItemDefinition item, String agencyName) {
            var questions = new ArrayList<String>();
            item.faq().forEach(faq -> questions.add(faq.question()));
            item.questions().stream()
                    .flatMap(question -> question.choices().stream())
                    .forEach(choice -> questions.add(choice.label()));
            return new Entry(
                    item.key(),
                    item.name(),
                    item.alsoCalled(),
                    agencyName,
                    item.themes(),
                    item.summary(),
                    questions);
        }
    }

    private ItemIndex(IndexSearcher searcher, Analyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /** Builds the index. A thousand items take about a second. */
    public static ItemIndex of(List<Entry> entries) {
        var analyzer = analyzer();
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var entry : entries) {
                writer.addDocument(document(entry));
            }
            writer.commit();
            return new ItemIndex(new IndexSearcher(DirectoryReader.open(directory)), analyzer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys of the items found, best first; at most {@value #MOST_HITS}. */
    public List<String> search(String typed) {
        var asked = PlainWords.of(typed);
        if (asked.isEmpty()) return List.of();
        try {
            var hits = searcher.search(query(asked), MOST_HITS);
            var keys = new ArrayList<String>(hits.scoreDocs.length);
            var best = hits.scoreDocs.length == 0 ? 0f : hits.scoreDocs[0].score;
            var documents = searcher.storedFields();
            for (var hit : hits.scoreDocs) {
                // One shared character pair with a summary is no answer beside a good one.
                if (hit.score < best * FAINT) break;
                keys.add(documents.document(hit.doc).get(KEY));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Share of the best score below which a hit is noise. */
    private static final float FAINT = 0.03f;

    private Query query(String asked) throws IOException {
        var whole = new BooleanQuery.Builder();
        whole.add(
                new BoostQuery(
                        new ConstantScoreQuery(new TermQuery(new Term(EXACT, asked))),
                        WHOLE_PHRASE),
                Occur.SHOULD);
        for (var kind : List.of(".word", ".pair")) {
            for (var term : terms("name" + kind, asked)) {
                var fields = new ArrayList<Query>();
                WEIGHTS.forEach(
                        (field, weight) ->
                                fields.add(
                                        new BoostQuery(
                                                new TermQuery(new Term(field + kind, term)),
                                                weight)));
                // The best field counts, the others a little: saying it twice is no better.
                whole.add(new DisjunctionMaxQuery(fields, 0.15f), Occur.SHOULD);
            }
        }
        return whole.build();
    }

    private Set<String> terms(String field, String text) throws IOException {
        var terms = new LinkedHashSet<String>();
        try (var stream = analyzer.tokenStream(field, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && terms.size() < MOST_TERMS) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }

    private static Document document(Entry entry) {
        var document = new Document();
        document.add(new StringField(KEY, entry.key(), Store.YES));
        exact(document, entry.name());
        // Who says 食品经营许可 alone wants a first one, not its renewal.
        exact(document, entry.name().replaceAll("[（(](新办|首次).*", ""));
        add(document, "name", entry.name());
        for (var called : entry.alsoCalled()) {
            exact(document, called);
            add(document, "called", called);
        }
        entry.themes().forEach(theme -> add(document, "themes", theme));
        add(document, "agency", entry.agencyName());
        add(document, "summary", entry.summary());
        entry.questions().forEach(question -> add(document, "questions", question));
        return document;
    }

    private static void exact(Document document, String phrase) {
        document.add(new StringField(EXACT, PlainWords.of(phrase), Store.NO));
    }

    private static void add(Document document, String field, String text) {
        var plain = PlainWords.unshortened(text);
        document.add(new TextField(field + ".word", plain, Store.NO));
        document.add(new TextField(field + ".pair", plain, Store.NO));
    }

    private static Analyzer analyzer() {
        var pairs = new PairAnalyzer();
        var byField = new java.util.HashMap<String, Analyzer>();
        WEIGHTS.keySet().forEach(field -> byField.put(field + ".pair", pairs));
        return new PerFieldAnalyzerWrapper(new SmartChineseAnalyzer(true), byField);
    }

    /** Pairs of neighbouring Chinese characters; words and numbers of other scripts whole. */
    private static final class PairAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            return new TokenStreamComponents(
                    source, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(source))));
        }
    }
}
