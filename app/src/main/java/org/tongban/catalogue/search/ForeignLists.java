package org.tongban.catalogue.search;

import static org.tongban.schema.Tables.FOREIGN_ITEM;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Finds what another place has on its list, by the same words as one's own items. Such a list has
 * some hundred rows; its index lives in memory and is made when somebody asks.
 */
@Component
public class ForeignLists {

    /** Rows on a page without words, and hits with them. */
    public static final int ON_A_PAGE = 50;

    /** Rows of one list that are searched. */
    private static final int MOST_ROWS = 50_000;

    private final DSLContext db;
    private final CatalogueIndex index;
    private volatile Optional<Indexed> latest = Optional.empty();

    public ForeignLists(DSLContext db, CatalogueIndex index) {
        this.db = db;
        this.index = index;
    }

    /**
     * A row as it came.
     *
     * @param faults what is wrong with it, by the keys under which it is stored
     */
    public record Row(
            int line,
            String department,
            String name,
            String localCode,
            String regionCode,
            List<String> faults) {
        public Row {
            faults = List.copyOf(faults);
        }
    }

    private record Indexed(UUID importId, Meanings meanings, IndexSearcher searcher) {}

    /** The list that was taken over last; empty when none was. */
    public Optional<UUID> last() {
        return db.select(FOREIGN_ITEM.IMPORT_ID)
                .from(FOREIGN_ITEM)
                .orderBy(FOREIGN_ITEM.IMPORT_ID.desc())
                .limit(1)
                .fetchOptional(FOREIGN_ITEM.IMPORT_ID);
    }

    /** How many rows a list has. */
    public int size(UUID list) {
        return db.fetchCount(FOREIGN_ITEM, FOREIGN_ITEM.IMPORT_ID.eq(list));
    }

    /**
     * Rows in the order of the list.
     *
     * @param after the line after which the page begins
     */
    public List<Row> rows(UUID list, int after, int most) {
        return db.selectFrom(FOREIGN_ITEM)
                .where(FOREIGN_ITEM.IMPORT_ID.eq(list))
                .and(FOREIGN_ITEM.LINE.gt(after))
                .orderBy(FOREIGN_ITEM.LINE)
                .limit(most)
                .fetch(
                        row ->
                                new Row(
                                        row.getLine(),
                                        row.getDepartment(),
                                        row.getName(),
                                        row.getLocalCode(),
                                        row.getRegionCode(),
                                        List.of(row.getFaults())));
    }

    /** What answers the words, best first. */
    public List<Row> find(UUID list, String words) {
        var generation = index.now();
        try {
            var indexed = indexed(list, generation.meanings());
            var question = Question.of(words, generation.meanings(), _ -> true);
            var lines =
                    new Ranking(indexed.searcher(), generation.meanings(), new HashMap<>())
                            .of(question, Means.WORDS).stream()
                                    .limit(ON_A_PAGE)
                                    .map(hit -> Integer.valueOf(hit.mark()))
                                    .toList();
            var rows = new HashMap<Integer, Row>();
            db.selectFrom(FOREIGN_ITEM)
                    .where(FOREIGN_ITEM.IMPORT_ID.eq(list))
                    .and(FOREIGN_ITEM.LINE.in(lines))
                    .forEach(
                            row ->
                                    rows.put(
                                            row.getLine(),
                                            new Row(
                                                    row.getLine(),
                                                    row.getDepartment(),
                                                    row.getName(),
                                                    row.getLocalCode(),
                                                    row.getRegionCode(),
                                                    List.of(row.getFaults()))));
            return lines.stream()
                    .map(line -> Optional.ofNullable(rows.get(line)))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Indexed indexed(UUID list, Meanings meanings) throws IOException {
        var known = latest.filter(one -> one.importId().equals(list) && one.meanings() == meanings);
        if (known.isPresent()) return known.get();
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (var row : rows(list, 0, MOST_ROWS)) {
                var mark = Integer.toString(row.line());
                var text =
                        new ItemText(
                                row.name(),
                                row.localCode(),
                                row.department(),
                                List.of(),
                                List.of(),
                                "",
                                List.of());
                writer.updateDocument(
                        new Term(Fields.ID, Fields.textId(mark)),
                        Fields.text(mark, text, meanings, false));
            }
        }
        var made = new Indexed(list, meanings, new IndexSearcher(DirectoryReader.open(directory)));
        latest = Optional.of(made);
        return made;
    }
}
