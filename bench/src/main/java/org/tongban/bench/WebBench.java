package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private record Kind(String name, int share, Visitors.Visit visit, ConcurrentHistogram took) {
        Kind(String name, int share, Visitors.Visit visit) {
            this(name, share, visit, new ConcurrentHistogram(3));
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
        Machine.facts(options.out())
                .forEach((what, how) -> report.append("- %s: %s%n".formatted(what, how)));
        try (var server = DurableServer.start(data);
                var database = server.createDatabase("web", 2);
                var house = ReadHouse.open(database.getJdbcUrl(), "postgres")) {
            new ManyCases(database, LocalDate.now(clock)).fill(options.closed(), options.open());
            var kinds = kinds(new Visitors(house, database));
            giveCasesTo(database);
            System.out.println("bench: warming up");
            warm(kinds);
            ask(kinds);
            kinds.forEach(kind -> kind.took().reset());
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

    private static List<Kind> kinds(Visitors visitors) {
        return List.of(
                new Kind("worklist of a reviewer", 20, visitors::worklist),
                new Kind("case to review", 20, visitors::caseToReview),
                new Kind("desk: waiting", 10, visitors::desk),
                new Kind("late, whole county", 4, visitors::late),
                new Kind("my things (3,000 cases)", 8, visitors::myThings),
                new Kind("my case", 10, visitors::myCase),
                new Kind("guide", 12, visitors::guide),
                new Kind("search", 8, visitors::search),
                new Kind("form, checked and kept", 6, visitors::form),
                new Kind("sign-in (page, password, first page)", 2, visitors::signIn));
    }

    /** One after the other: a program that has just started cannot keep up with a whole county. */
    private void warm(List<Kind> kinds) {
        var failed = new AtomicReference<Exception>();
        var until = System.nanoTime() + options.seconds() * 1_000_000_000L;
        while (System.nanoTime() < until && failed.get() == null) {
            for (var kind : kinds) visit(kind, System.nanoTime(), failed);
        }
        refuse(failed);
    }

    private static void refuse(AtomicReference<Exception> failed) {
        var why = failed.get();
        if (why != null) throw new BenchFailed("a page did not answer", why);
    }

    private void ask(List<Kind> kinds) throws InterruptedException {
        var order = new ArrayList<Kind>();
        kinds.forEach(kind -> order.addAll(Collections.nCopies(kind.share(), kind)));
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
        refuse(failed);
    }

    private static void visit(Kind kind, long due, AtomicReference<Exception> failed) {
        try {
            var status = kind.visit().go();
            if (status != 200) throw new BenchFailed(kind.name() + " answers " + status);
            kind.took().recordValue((System.nanoTime() - due) / 1_000);
        } catch (IOException | RuntimeException wrong) {
            failed.compareAndSet(null, wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(StringBuilder report, List<Kind> kinds) {
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
                kind ->
                        report.append(
                                "| %s | %,d | %.1f | %.1f | %.1f |%n"
                                        .formatted(
                                                kind.name(),
                                                kind.took().getTotalCount(),
                                                kind.took().getValueAtPercentile(50) / MICROS,
                                                kind.took().getValueAtPercentile(99) / MICROS,
                                                kind.took().getMaxValue() / MICROS)));
    }
}
