package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * {@code bench web}: a working day's mixture of pages at a steady rate, over a million closed
 * cases. A request begins at its moment, whether or not those before have been answered, and its
 * time counts from that moment: a queue is seen, not hidden.
 */
public final class WebBench {

    private static final double MICROS = 1_000.0;

    private final WebOptions options;
    private final Clock clock;

    /** One kind of page: its share of a hundred requests, and what it took. */
    private record Kind(int share, Visitors.Visit visit, ConcurrentHistogram took) {
        Kind(int share, Visitors.Visit visit) {
            this(share, visit, new ConcurrentHistogram(3));
        }
    }

    WebBench(WebOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** See {@link WebOptions#USAGE}. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(WebOptions.USAGE);
            return;
        }
        try {
            new WebBench(
                            WebOptions.parse(List.of(arguments)),
                            Clock.system(ZoneId.of("Asia/Shanghai")))
                    .run();
            System.exit(0);
        } catch (BenchFailed failure) {
            System.err.println("bench: " + failure.getMessage());
            if (failure.getCause() != null) failure.getCause().printStackTrace();
            System.exit(1);
        }
    }

    void run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(options.out());
        var data = options.out().resolve("web-data").toAbsolutePath();
        var report = new StringBuilder("# Pages at a steady rate\n\n");
        Machine.facts(data)
                .forEach((what, how) -> report.append("- %s: %s%n".formatted(what, how)));
        try (var server = DurableServer.start(data);
                var database = server.createDatabase("web", 2);
                var house = ReadHouse.open(database.getJdbcUrl(), "postgres")) {
            new ManyCases(database, LocalDate.now(clock)).fill(options.closed(), options.open());
            giveCasesTo(database);
            var kinds = kinds(new Visitors(house, database));
            System.out.println("bench: warming up");
            ask(kinds);
            kinds.values().forEach(kind -> kind.took().reset());
            System.out.println("bench: measuring");
            ask(kinds);
            write(report, kinds);
        }
        var file = options.out().resolve("web.md");
        Files.writeString(file, report);
        System.out.print(report);
        System.out.println("bench: written to " + file);
    }

    private static void giveCasesTo(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE case_file SET account_id = (SELECT account_id FROM account WHERE login = 'weilan')"
                            + " WHERE case_id IN (SELECT case_id FROM case_file WHERE state = 'closed' LIMIT 3000)");
        }
    }

    private static Map<String, Kind> kinds(Visitors visitors) {
        var kinds = new LinkedHashMap<String, Kind>();
        kinds.put("worklist of a reviewer", new Kind(20, visitors::worklist));
        kinds.put("case to review", new Kind(20, visitors::caseToReview));
        kinds.put("desk: waiting", new Kind(10, visitors::desk));
        kinds.put("late, whole county", new Kind(4, visitors::late));
        kinds.put("my things (3,000 cases)", new Kind(8, visitors::myThings));
        kinds.put("my case", new Kind(10, visitors::myCase));
        kinds.put("guide", new Kind(12, visitors::guide));
        kinds.put("search", new Kind(8, visitors::search));
        kinds.put("form, checked and kept", new Kind(6, visitors::form));
        kinds.put("sign-in (page, password, first page)", new Kind(2, visitors::signIn));
        return kinds;
    }

    private void ask(Map<String, Kind> kinds) throws InterruptedException {
        var order = new ArrayList<Kind>();
        kinds.values().forEach(kind -> order.addAll(Collections.nCopies(kind.share(), kind)));
        Collections.shuffle(order, new Random(2026));
        var failed = new AtomicReference<Exception>();
        var gap = 1_000_000_000L / options.rate();
        var begin = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < options.rate() * options.seconds(); n++) {
                var due = begin + n * gap;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                var kind = order.get(n % order.size());
                callers.execute(() -> visit(kind, due, failed));
            }
        }
        var why = failed.get();
        if (why != null) throw new BenchFailed("a page did not answer", why);
    }

    private static void visit(Kind kind, long due, AtomicReference<Exception> failed) {
        try {
            var status = kind.visit().go();
            if (status != 200) throw new BenchFailed("a page answers " + status);
            kind.took().recordValue((System.nanoTime() - due) / 1_000);
        } catch (IOException | RuntimeException wrong) {
            failed.compareAndSet(null, wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(StringBuilder report, Map<String, Kind> kinds) {
        report.append(
                "- %,d closed and %,d open cases, %d requests a second for %d s, as many before them not measured%n%n"
                        .formatted(
                                options.closed(),
                                options.open(),
                                options.rate(),
                                options.seconds()));
        report.append(
                "| page | requests | p50 ms | p99 ms | longest ms |\n|---|---|---|---|---|\n");
        kinds.forEach(
                (name, kind) ->
                        report.append(
                                "| %s | %,d | %.1f | %.1f | %.1f |%n"
                                        .formatted(
                                                name,
                                                kind.took().getTotalCount(),
                                                kind.took().getValueAtPercentile(50) / MICROS,
                                                kind.took().getValueAtPercentile(99) / MICROS,
                                                kind.took().getMaxValue() / MICROS)));
    }
}
