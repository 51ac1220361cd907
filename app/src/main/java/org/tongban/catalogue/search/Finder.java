package org.tongban.catalogue.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.ItemPage.Found;
import org.tongban.catalogue.ItemPage.Indexing;
import org.tongban.catalogue.ItemSummary;
import org.tongban.catalogue.LifeEvents;
import org.tongban.catalogue.Theme;
import org.tongban.catalogue.Why;
import org.tongban.catalogue.search.Stock.Row;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.directory.Region;

/** Answers lists and searches from the index of this node. */
@Component
public class Finder {

    private static final int MOST_SUGGESTIONS = 8;
    private static final int ITEMS_NAMED_OF_A_THEME = 3;

    private final CatalogueIndex index;
    private final Directory directory;
    private volatile Themes themes = new Themes(List.of(), List.of());

    /** The themes as they were when the index looked like this. */
    private record Themes(List<Object> seen, List<Theme> themes) {}

    public Finder(CatalogueIndex index, Directory directory) {
        this.index = index;
        this.directory = directory;
    }

    /** One page of the items in the order of lists; a cursor nobody gave is the first page's. */
    public ItemPage list(ItemFilter filter, String cursor) {
        return index.now()
                .search(
                        searcher -> {
                            var stock = new Stock(searcher, chain(filter));
                            var narrowed = Stock.narrowed(stock.all(), filter);
                            var rows = narrowed.rows();
                            var from = placeOf(cursor, rows);
                            var to = Math.min(rows.size(), from + ItemPage.SIZE);
                            return new ItemPage(
                                    listed(stock, rows.subList(from, to)),
                                    rows.size(),
                                    from > 0 ? 'b' + coded(rows.get(from).order()) : "",
                                    to < rows.size() ? 'a' + coded(rows.get(to - 1).order()) : "",
                                    narrowed.sides(),
                                    true,
                                    List.of(),
                                    indexing(searcher));
                        });
    }

    /** The keys of all items of a list, in its order. */
    public List<String> keys(ItemFilter filter) {
        return index.now()
                .search(
                        searcher ->
                                Stock.narrowed(new Stock(searcher, chain(filter)).all(), filter)
                                        .rows()
                                        .stream()
                                        .map(row -> Recipe.keyIn(row.order()))
                                        .toList());
    }

    /** One page of what answers the question, best first. */
    public ItemPage find(String typed, ItemFilter filter, Means means, String cursor) {
        var generation = index.now();
        if (means != Means.WORDS) index.understand();
        return generation.search(
                searcher -> {
                    var question = question(searcher, generation, typed);
                    var ranked =
                            new Ranking(searcher, generation.meanings(), generation.prepared())
                                    .of(question, means);
                    var stock = new Stock(searcher, chain(filter));
                    var rows = stock.of(ranked.stream().map(Ranked::mark).toList());
                    var narrowed = Stock.narrowed(rows, filter);
                    var all = narrowed.rows();
                    var from = Math.clamp(number(cursor), 0, Math.max(0, all.size() - 1));
                    var to = Math.min(all.size(), from + ItemPage.SIZE);
                    return new ItemPage(
                            reasoned(
                                    stock,
                                    all.subList(from, to),
                                    ranked,
                                    question,
                                    generation.meanings()),
                            all.size(),
                            from > 0 ? Integer.toString(Math.max(0, from - ItemPage.SIZE)) : "",
                            to < all.size() ? Integer.toString(to) : "",
                            narrowed.sides(),
                            isSure(ranked, means),
                            notHere(ranked, question),
                            indexing(searcher));
                });
    }

    /** What somebody may be about to type: names of items by their first hits, by words alone. */
    public List<ItemSummary> suggest(String typed, ItemFilter filter) {
        return find(typed, filter, Means.WORDS, "").items().stream()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** The items in use of an agency, in its own order. */
    public List<ItemSummary> ofAgency(String agencyKey) {
        return index.now()
                .search(
                        searcher -> {
                            var stock = new Stock(searcher, List.of());
                            return named(stock.lines(stock.ofAgency(agencyKey)));
                        });
    }

    /** All themes of the place, the largest first. */
    public List<Theme> themes() {
        var filter = ItemFilter.ALL;
        return index.now()
                .search(
                        searcher -> {
                            var seen = List.<Object>of(searcher.getIndexReader());
                            var kept = themes;
                            if (kept.seen().equals(seen)) return kept.themes();
                            var read = themes(new Stock(searcher, chain(filter)));
                            themes = new Themes(seen, read);
                            return read;
                        });
    }

    /** The events of the place. */
    public LifeEvents lifeEvents() {
        return new LifeEvents(index.now().lifeEvents());
    }

    private static List<Theme> themes(Stock stock) throws IOException {
        var narrowed = Stock.narrowed(stock.all(), ItemFilter.ALL);
        var first = new LinkedHashMap<String, List<Row>>();
        for (var count : narrowed.sides().getOrDefault(Side.THEME, List.of())) {
            first.put(count.value(), new ArrayList<>());
        }
        for (var row : narrowed.rows()) {
            first.forEach(
                    (theme, rows) -> {
                        if (rows.size() < ITEMS_NAMED_OF_A_THEME
                                && row.facets().contains(Recipe.facet(Side.THEME, theme))) {
                            rows.add(row);
                        }
                    });
        }
        var themes = new ArrayList<Theme>();
        for (var count : narrowed.sides().getOrDefault(Side.THEME, List.of())) {
            themes.add(
                    new Theme(
                            count.value(),
                            count.items(),
                            stock.lines(first.getOrDefault(count.value(), List.of())).stream()
                                    .map(ItemSummary::name)
                                    .toList()));
        }
        return themes;
    }

    private static Question question(IndexSearcher searcher, Generation generation, String typed) {
        return Question.of(
                typed,
                generation.meanings(),
                pair -> {
                    try {
                        return searcher.getIndexReader().docFreq(new Term(Fields.NAME, pair)) > 0
                                || searcher.getIndexReader().docFreq(new Term(Fields.CALLED, pair))
                                        > 0;
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    private static boolean isSure(List<Ranked> ranked, Means means) {
        if (ranked.isEmpty()) return false;
        var best = ranked.getFirst();
        return means != Means.BOTH || (best.score() >= Ranking.SURE && !best.isSomethingElse());
    }

    /** What was understood, while nothing here is that. */
    private static List<Why.Word> notHere(List<Ranked> ranked, Question question) {
        if (!ranked.isEmpty() && !ranked.getFirst().isSomethingElse()) return List.of();
        return question.spoken().stream()
                .map(spoken -> new Why.Word(spoken.word(), spoken.meaning().term()))
                .toList();
    }

    private List<Found> reasoned(
            Stock stock, List<Row> rows, List<Ranked> ranked, Question question, Meanings meanings)
            throws IOException {
        var byMark = new HashMap<String, Ranked>();
        ranked.forEach(one -> byMark.put(one.mark(), one));
        var lines = named(stock.lines(rows));
        var found = new ArrayList<Found>();
        for (var i = 0; i < rows.size(); i++) {
            var one = byMark.get(rows.get(i).mark());
            found.add(
                    new Found(
                            lines.get(i),
                            one == null ? new Why.Mention() : Reason.of(question, one, meanings)));
        }
        return found;
    }

    private List<Found> listed(Stock stock, List<Row> rows) throws IOException {
        return named(stock.lines(rows)).stream()
                .map(line -> new Found(line, new Why.Listed()))
                .toList();
    }

    private List<ItemSummary> named(List<ItemSummary> lines) {
        var place = directory.current();
        return lines.stream()
                .map(
                        line ->
                                line.named(
                                        place.agency(line.agency()).map(a -> a.name()).orElse(""),
                                        place.region(line.region()).map(Region::name).orElse("")))
                .toList();
    }

    /** Codes from the topmost region to the one asked for; an unknown one is the place's own. */
    private List<String> chain(ItemFilter filter) {
        var place = directory.current();
        return filter.region()
                .filter(code -> place.region(code).isPresent())
                .or(() -> place.identity().map(Place.Identity::region))
                .map(code -> place.pathTo(code).stream().map(Region::code).toList())
                .orElse(List.of());
    }

    private Indexing indexing(IndexSearcher searcher) throws IOException {
        return new Indexing(
                !index.isBuilding(),
                searcher.getIndexReader().docFreq(new Term(Fields.KIND, Fields.ENTRY)));
    }

    /** Where the page begins that the cursor asks for. */
    private static int placeOf(String cursor, List<Row> rows) {
        if (cursor.length() < 2) return 0;
        var order = decoded(cursor.substring(1));
        var last = Math.max(0, rows.size() - ItemPage.SIZE);
        var place = 0;
        while (place < rows.size() && rows.get(place).order().compareTo(order) < 0) {
            place++;
        }
        // What stood there may be gone: the list goes on with what came after it.
        var isThere = place < rows.size() && rows.get(place).order().equals(order);
        return switch (cursor.charAt(0)) {
            case 'a' ->
                    isThere ? place + 1 < rows.size() ? place + 1 : last : Math.min(place, last);
            case 'b' -> Math.max(0, place - ItemPage.SIZE);
            default -> 0;
        };
    }

    private static String coded(String order) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(order.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String coded) {
        try {
            return new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static int number(String cursor) {
        return cursor.matches("[0-9]{1,6}") ? Integer.parseInt(cursor) : 0;
    }
}
