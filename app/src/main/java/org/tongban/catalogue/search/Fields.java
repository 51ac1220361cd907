package org.tongban.catalogue.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * The documents of the index and the names of their fields. There are three kinds: an entry is one
 * item of one region, a text is what many entries say alike, a sentence is a part of a text with
 * its meaning as a vector.
 */
final class Fields {

    static final String KIND = "kind";
    static final String ENTRY = "entry";
    static final String TEXT = "text";
    static final String SENTENCE = "sentence";

    /** Identity of a document; an update replaces the one with the same. */
    static final String ID = "id";

    /** Mark of the text, in entries and sentences. */
    static final String OF = "of";

    static final String STORED = "stored";
    static final String REGION = "region";
    static final String WITHIN = "within";
    static final String AGENCY = "agency-key";
    static final String ORDER = "order";
    static final String ITEM = "item";
    static final String FACET = "facet";

    /** Terms in hundredths of working days. */
    static final String STATUTORY = "statutory";

    static final String PROMISED = "promised";

    /** Present while the meaning of a text has not been worked out. */
    static final String WAITING = "waiting";

    static final String MEANING = "meaning";
    static final String SENTENCE_MARK = "sentence-mark";

    static final String EXACT = "exact";
    static final String NAME = "name";
    static final String CALLED = "called";
    static final String THEME = "theme";
    static final String ORGAN = "organ";
    static final String SUMMARY = "summary";
    static final String ASK = "ask";
    static final String SOUND = "sound";
    static final String SKIP = "skip";
    static final String TERM = "term";
    static final String LEAD = "lead";
    static final String INITIALS = "initials";
    static final String INITIALS_WHOLE = "initials-whole";

    private Fields() {}

    static Document entry(Entry entry) {
        var document = new Document();
        document.add(new StringField(KIND, ENTRY, Store.NO));
        document.add(new StringField(ID, entryId(entry.key()), Store.NO));
        keyword(document, OF, entry.text().mark());
        keyword(document, REGION, entry.region());
        entry.within().forEach(region -> document.add(new StringField(WITHIN, region, Store.NO)));
        keyword(document, ITEM, entry.text().text().item());
        keyword(document, AGENCY, entry.line().agency());
        document.add(new NumericDocValuesField(STATUTORY, entry.statutory()));
        document.add(new NumericDocValuesField(PROMISED, entry.promised()));
        document.add(new SortedDocValuesField(ORDER, new BytesRef(entry.order())));
        document.add(new StringField(ORDER, entry.order(), Store.NO));
        for (var facet : entry.facets()) {
            document.add(new SortedSetDocValuesField(FACET, new BytesRef(facet)));
        }
        document.add(new StoredField(STORED, entry.json()));
        return document;
    }

    static String entryId(String key) {
        return "e:" + key;
    }

    static String textId(String mark) {
        return "t:" + mark;
    }

    /**
     * @param waits whether its meaning is still to be worked out
     */
    static Document text(String mark, ItemText text, Meanings meanings, boolean waits) {
        var document = new Document();
        document.add(new StringField(KIND, TEXT, Store.NO));
        document.add(new StringField(ID, textId(mark), Store.NO));
        keyword(document, OF, mark);
        document.add(new StoredField(STORED, text.json()));
        if (waits) document.add(new StringField(WAITING, "yes", Store.NO));
        document.add(new StringField(EXACT, text.code(), Store.NO));
        text.plainPhrases().stream()
                .filter(
                        phrase ->
                                text.isPlain()
                                        || !phrase.equals(PlainWords.plain(text.shortName())))
                .forEach(phrase -> document.add(new StringField(EXACT, phrase, Store.NO)));
        grams(document, NAME, List.of(text.name()));
        grams(document, CALLED, text.called());
        grams(document, THEME, text.themes());
        grams(document, ORGAN, List.of(text.agency()));
        grams(document, SUMMARY, List.of(text.summary()));
        grams(document, ASK, text.asks());
        for (var phrase : text.plainPhrases()) {
            tokens(document, SOUND, Sounds.pairs(phrase));
            tokens(document, SKIP, Grams.skipping(phrase));
            var initials = Sounds.initials(phrase);
            if (!initials.isEmpty()) tokens(document, INITIALS_WHOLE, List.of(initials));
            tokens(document, INITIALS, Sounds.partsOfInitials(initials));
            meanings.in(phrase)
                    .forEach(spoken -> tokens(document, TERM, List.of(spoken.meaning().term())));
        }
        tokens(document, LEAD, meanings.leadingTo(text.name()));
        return document;
    }

    static Document sentence(String textMark, String sentence, float[] meaning) {
        var document = new Document();
        document.add(new StringField(KIND, SENTENCE, Store.NO));
        document.add(new StringField(ID, sentenceId(textMark, sentence), Store.NO));
        keyword(document, OF, textMark);
        document.add(new StringField(SENTENCE_MARK, ItemText.markOf(sentence), Store.NO));
        document.add(new StoredField(STORED, sentence));
        document.add(
                new KnnFloatVectorField(MEANING, meaning, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static String sentenceId(String textMark, String sentence) {
        return "s:" + textMark + ItemText.markOf(sentence);
    }

    private static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static void grams(Document document, String field, List<String> texts) {
        texts.forEach(text -> tokens(document, field, Grams.of(PlainWords.plain(text))));
    }

    private static void tokens(Document document, String field, Collection<String> tokens) {
        tokens.forEach(token -> document.add(new StringField(field, token, Store.NO)));
    }
}
