package org.tongban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.jooq.DSLContext;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.PublishItems;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Golden;
import org.tongban.directory.Directory;

/**
 * {@code bench catalogue}: a province of entries generated from the pack. Prints how fast they are
 * taken over, how long the index takes, and how long pages take over HTTP.
 */
public final class CatalogueBench {

    private static final int REGIONS = 1_500;
    private static final int USUAL_ENTRIES = 500_000;

    /** Entries of a list: about what a county has. */
    private static final int BATCH = 2_000;

    private static final int AT_ONCE = 2;
    private static final int WARM = 300;
    private static final int ASKED = 2_000;
    private static final long SEED = 20_261_122L;
    private static final Path GOLDEN = Path.of("app/src/test/resources/search/golden.tsv");

    private final int entries;
    private final Path folder;
    private final Map<String, String> figures = new LinkedHashMap<>();

    private CatalogueBench(int entries, Path folder) {
        this.entries = entries;
        this.folder = folder;
    }

    /** Takes the number of entries as its only argument. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_ENTRIES;
        var folder = Path.of("target", "bench-catalogue").toAbsolutePath();
        Files.createDirectories(folder);
        if (Machine.isInMemory(folder)) {
            System.err.println("bench: the database would lie in memory");
            System.exit(1);
        }
        try {
            new CatalogueBench(entries, Files.createTempDirectory(folder, "run")).run();
        } catch (BenchFailed failure) {
            System.err.println("bench: " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        figures.putAll(Machine.facts(folder));
        try (var server = DurableServer.start(folder.resolve("data"));
                var database = server.createDatabase("catalogue", 2)) {
            var url = database.getJdbcUrl();
            try (var house = House.start(url, folder.resolve("home"))) {
                house.importPack();
                var province = new Province(house.get(DSLContext.class), REGIONS);
                province.found();
                house.get(Directory.class).reload();
                importAll(house, province);
                build(house, province);
                ask(house, province);
            }
            try (var again = House.start(url, folder.resolve("home"))) {
                figure("start with the index there", seconds(again.started()));
                figure("first search after the start", first(again));
            }
        }
        System.out.println();
        figures.forEach((name, value) -> System.out.println("| " + name + " | " + value + " |"));
    }

    /** Two lists at a time, as a province takes in those of its counties, each all or nothing. */
    private void importAll(House house, Province province) {
        var publish = house.get(PublishItems.class);
        var terms = Terms.from(LegalToday.of(house.get(Clock.class)), Terms.Cause.EXCHANGE);
        var took = Duration.ZERO;
        var done = 0;
        while (done < entries) {
            // Making the entries up is the bench's work, not the import's.
            var lists = new ArrayList<List<PublishItems.Placed>>();
            for (var at = 0; at < AT_ONCE && done < entries; at++) {
                var until = Math.min(entries, done + BATCH);
                lists.add(province.entries(done, until));
                done = until;
            }
            var began = System.nanoTime();
            lists.stream()
                    .map(list -> CompletableFuture.runAsync(() -> publish.publish(list, terms)))
                    .toList()
                    .forEach(CompletableFuture::join);
            took = took.plusNanos(System.nanoTime() - began);
            if (done % (BATCH * 20) == 0) {
                say("%d entries, %.0f a second".formatted(done, perSecond(done, took)));
            }
        }
        figure("entries", Integer.toString(entries));
        figure("regions", Integer.toString(REGIONS));
        figure("different items", Integer.toString(province.kinds()));
        figure("import, entries a second", "%.0f".formatted(perSecond(entries, took)));
    }

    private static double perSecond(int rows, Duration took) {
        return rows / (took.toNanos() / 1e9);
    }

    /** Searches are answered meanwhile; the worst of them is among the figures. */
    private void build(House house, Province province) throws IOException, InterruptedException {
        var index = house.get(CatalogueIndex.class);
        var client = HttpClient.newHttpClient();
        var meanwhile = new Histogram(3);
        var random = new Random(SEED);
        index.refresh();
        var began = System.nanoTime();
        get(client, house.address() + "/search?q=x");
        while (index.isBuilding()) {
            meanwhile.recordValue(micros(client, house.address() + search("开饭馆", random)));
            Thread.sleep(200);
        }
        figure("index built beside serving", seconds(Duration.ofNanos(System.nanoTime() - began)));
        figure("search while it is built, p50 / p99", millis(meanwhile));
        index.awaitMeaning();
        figure(
                "… with the meaning of " + province.kinds() + " texts",
                seconds(Duration.ofNanos(System.nanoTime() - began)));
        figure("index on disk", megabytes(sizeOf(folder.resolve("home/search"))));
    }

    private void ask(House house, Province province) throws IOException, InterruptedException {
        var questions = Golden.read(GOLDEN).questions();
        var random = new Random(SEED);
        // A number behind each makes it a question that nobody asked before.
        time(
                house,
                "search page",
                n -> search(questions.get(n % questions.size()).question() + " " + n, random));
        time(house, "guide page", _ -> "/items/" + province.keyOf(random.nextInt(entries)));
        time(house, "list page", _ -> "/items?region=" + Province.code(random.nextInt(REGIONS)));
        time(house, "first page", _ -> "/");
        System.gc();
        figure(
                "heap in use",
                megabytes(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()));
        figure("memory of the process", resident());
    }

    private void time(House house, String what, IntFunction<String> path)
            throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var times = new Histogram(3);
        for (var n = 0; n < WARM + ASKED; n++) {
            var took = micros(client, house.address() + path.apply(n));
            if (n >= WARM) times.recordValue(took);
        }
        figure(what + ", p50 / p99", millis(times));
        say(what + " " + millis(times));
    }

    private static String search(String words, Random random) {
        return "/search?q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + "&region="
                + Province.code(random.nextInt(REGIONS));
    }

    private String first(House house) throws IOException, InterruptedException {
        return "%d ms"
                .formatted(
                        micros(
                                        HttpClient.newHttpClient(),
                                        house.address() + search("开饭馆", new Random(SEED)))
                                / 1000);
    }

    private static long micros(HttpClient client, String address)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        get(client, address);
        return (System.nanoTime() - began) / 1000;
    }

    private static void get(HttpClient client, String address)
            throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new BenchFailed(address + " answers " + answer.statusCode());
        }
    }

    private static long sizeOf(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) return "unknown";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceFirst("VmRSS:\\s+", ""))
                .findFirst()
                .orElse("unknown");
    }

    private static String millis(Histogram micros) {
        return "%.1f / %.1f ms"
                .formatted(
                        micros.getValueAtPercentile(50) / 1000.0,
                        micros.getValueAtPercentile(99) / 1000.0);
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    private static String megabytes(long bytes) {
        return "%d MB".formatted(bytes >> 20);
    }

    /** Said at once, so that a run that is broken off has not been in vain. */
    private void figure(String name, String value) {
        figures.put(name, value);
        say(name + ": " + value);
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
