package org.tongban.catalogue.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * One index, made by one recipe; another recipe needs another one. On the disk it is read through
 * the system's page cache, so that its size is no burden on the program's memory. What is written
 * is seen at the next {@link #show()}, and kept over a restart from the next {@link #keep} on.
 */
final class Generation implements Closeable {

    private static final double BUFFER_MEGABYTES = 32;
    private static final String MARK = "mark";

    private final Recipe recipe;
    private final Optional<Path> folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<String> texts = new HashSet<>();
    private final Map<String, Prepared> prepared = Collections.synchronizedMap(new Latest());
    private volatile Mark mark;
    private volatile boolean complete;

    /**
     * Reads or makes the index.
     *
     * @param folder where it lies; empty: in memory
     */
    Generation(Optional<Path> folder, Recipe recipe) throws IOException {
        this.recipe = recipe;
        this.folder = folder;
        this.directory =
                folder.isPresent() ? FSDirectory.open(folder.get()) : new ByteBuffersDirectory();
        var configuration = new IndexWriterConfig();
        configuration.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        configuration.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, configuration);
        this.searchers = new SearcherManager(writer, null);
        this.mark = kept(writer);
        this.complete = mark.isSettled() && mark.xact() > 0;
        readTexts();
    }

    /** Something to do with a searcher that stays open meanwhile. */
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Work<T> work) {
        try {
            var searcher = searchers.acquire();
            try {
                return work.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recipe recipe() {
        return recipe;
    }

    Meanings meanings() {
        return recipe.meanings();
    }

    /** Names of the life events by key. */
    Map<String, String> lifeEvents() {
        return recipe.lifeEvents();
    }

    Optional<Path> folder() {
        return folder;
    }

    /** How far the database has been followed. */
    Mark mark() {
        return mark;
    }

    /** Whether everything that was in the database at some moment is in it. */
    boolean isComplete() {
        return complete;
    }

    int entries() {
        return search(
                searcher -> searcher.getIndexReader().docFreq(new Term(Fields.KIND, Fields.ENTRY)));
    }

    void put(Entry entry) throws IOException {
        if (texts.add(entry.text().mark())) {
            writer.updateDocument(
                    new Term(Fields.ID, Fields.textId(entry.text().mark())),
                    Fields.text(entry.text().mark(), entry.text().text(), meanings(), true));
        }
        writer.updateDocument(
                new Term(Fields.ID, Fields.entryId(entry.key())), Fields.entry(entry));
    }

    void remove(String itemKey) throws IOException {
        writer.deleteDocuments(new Term(Fields.ID, Fields.entryId(itemKey)));
    }

    /** Lets searches see what was written. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Keeps what was written over a restart, together with how far the database was followed. */
    void keep(Mark reached) throws IOException {
        mark = reached;
        if (reached.isSettled()) complete = true;
        commit();
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(Map.of(MARK, mark.written()).entrySet());
        writer.commit();
        show();
    }

    /** Texts asked for lately, ready for comparing; a text never changes under its mark. */
    Map<String, Prepared> prepared() {
        return prepared;
    }

    /** Forgets the text that was not asked for longest; some 12 kB each. */
    private static final class Latest extends LinkedHashMap<String, Prepared> {

        /** Some 3 kB each: all texts of a province, and none is made ready twice. */
        private static final int MOST = 8_192;

        Latest() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
            return size() > MOST;
        }
    }

    /** Some texts whose meaning has not been worked out yet, by their marks. */
    Map<String, ItemText> waiting(int most) {
        return search(
                searcher -> {
                    var hits =
                            searcher.search(new TermQuery(new Term(Fields.WAITING, "yes")), most);
                    var marks = Columns.keywords(searcher, hits.scoreDocs, Fields.OF);
                    var stored = searcher.storedFields();
                    var found = new HashMap<String, ItemText>();
                    for (var i = 0; i < hits.scoreDocs.length; i++) {
                        found.put(
                                marks.get(i),
                                ItemText.read(
                                        stored.document(
                                                        hits.scoreDocs[i].doc,
                                                        Set.of(Fields.STORED))
                                                .get(Fields.STORED)));
                    }
                    return found;
                });
    }

    /** Stores the meaning of a text: each of its sentences with its vector. */
    void understand(String textMark, ItemText text, Map<String, float[]> meaning)
            throws IOException {
        for (var sentence : meaning.entrySet()) {
            writer.updateDocument(
                    new Term(Fields.ID, Fields.sentenceId(textMark, sentence.getKey())),
                    Fields.sentence(textMark, sentence.getKey(), sentence.getValue()));
        }
        writer.updateDocument(
                new Term(Fields.ID, Fields.textId(textMark)),
                Fields.text(textMark, text, meanings(), false));
    }

    /** Keeps the meanings stored since. */
    void keepMeanings() throws IOException {
        commit();
    }

    /** The vector of a sentence that is in this index already; empty when it is not. */
    Optional<float[]> meaningOf(String sentence) {
        return search(
                searcher -> {
                    var hits =
                            searcher.search(
                                    new TermQuery(
                                            new Term(
                                                    Fields.SENTENCE_MARK,
                                                    ItemText.markOf(sentence))),
                                    1);
                    if (hits.scoreDocs.length == 0) return Optional.empty();
                    var leaves = searcher.getIndexReader().leaves();
                    var leaf = leaves.get(ReaderUtil.subIndex(hits.scoreDocs[0].doc, leaves));
                    return vector(
                            leaf.reader().getFloatVectorValues(Fields.MEANING),
                            hits.scoreDocs[0].doc - leaf.docBase);
                });
    }

    private static Optional<float[]> vector(
            @org.jspecify.annotations.Nullable FloatVectorValues values, int document)
            throws IOException {
        if (values == null) return Optional.empty();
        var at = values.iterator();
        return at.advance(document) == document
                ? Optional.of(values.vectorValue(at.index()).clone())
                : Optional.empty();
    }

    private void readTexts() throws IOException {
        search(
                searcher -> {
                    var hits =
                            searcher.search(
                                    new TermQuery(new Term(Fields.KIND, Fields.TEXT)),
                                    Math.max(1, searcher.getIndexReader().maxDoc()));
                    texts.addAll(Columns.keywords(searcher, hits.scoreDocs, Fields.OF));
                    return texts;
                });
    }

    private static Mark kept(IndexWriter writer) {
        var data = writer.getLiveCommitData();
        if (data == null) return Mark.NOWHERE;
        var kept = new ArrayList<String>();
        data.forEach(
                entry -> {
                    if (entry.getKey().equals(MARK)) kept.add(entry.getValue());
                });
        return kept.isEmpty() ? Mark.NOWHERE : Mark.read(kept.getFirst());
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException | AlreadyClosedException gone) {
            // Nothing is lost: what was not kept is read from the database again.
        }
    }
}
