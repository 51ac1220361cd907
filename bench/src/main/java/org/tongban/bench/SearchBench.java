package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Finder;
import org.tongban.catalogue.search.Golden;
import org.tongban.catalogue.search.Means;
import org.tongban.catalogue.search.Quality;

/**
 * {@code bench search}: asks the questions of the golden set and prints how often the answer is
 * right, for words alone, meaning alone and both.
 */
public final class SearchBench {

    private static final Path USUAL = Path.of("app/src/test/resources/search/golden.tsv");

    private SearchBench() {}

    /** Takes another file of questions as its only argument. */
    public static void main(String[] arguments) throws IOException {
        var golden = Golden.read(arguments.length > 0 ? Path.of(arguments[0]) : USUAL);
        var folder = Files.createTempDirectory("tongban-bench-search");
        try (var server = DurableServer.start(folder.resolve("data"))) {
            try (var database = server.createDatabase("search", 1);
                    var house = House.start(database.getJdbcUrl(), folder.resolve("home"))) {
                house.importPack();
                house.get(CatalogueIndex.class).awaitMeaning();
                print(house.get(Finder.class), golden);
            }
        } catch (BenchFailed failure) {
            System.err.println("bench: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void print(Finder finder, Golden golden) {
        System.out.println();
        System.out.println(
                "| questions | by | first right | within three | reciprocal rank | said sure |"
                        + " without an answer | said unsure |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (var half : List.of(false, true)) {
            for (var means : Means.values()) {
                line(
                        half ? "held out" : "tuning",
                        means,
                        Quality.of(finder, golden.half(half), means));
            }
        }
    }

    private static final Map<Means, String> NAMES =
            Map.of(Means.WORDS, "words", Means.MEANING, "meaning", Means.BOTH, "both");

    private static void line(String half, Means means, Quality quality) {
        var both = means == Means.BOTH;
        System.out.printf(
                "| %d %s | %s | %.1f %% | %.1f %% | %.3f | %s | %d | %s |%n",
                quality.answerable(),
                half,
                NAMES.get(means),
                quality.first() * 100,
                quality.withinThree() * 100,
                quality.reciprocalRank(),
                both ? "%.1f %%".formatted(quality.sure() * 100) : "",
                quality.unanswerable(),
                both ? "%.1f %%".formatted(quality.unsure() * 100) : "");
    }
}
