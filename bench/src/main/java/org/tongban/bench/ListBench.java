package org.tongban.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;

/**
 * {@code bench lists}: every list of the application over a million closed cases: how long a page
 * takes over HTTP, and by which plan each of its statements is carried out.
 */
public final class ListBench {

    /** Tables that grow with every case; a scan of all of one is a fault. */
    private static final Pattern GROWS =
            Pattern.compile(
                    "\\b(case_(file|event|task|clock|material|notice)|certificate|rating|look|draft)\\b");

    private static final Pattern NODE =
            Pattern.compile(
                    "->  .*?((?:Index Only Scan|Index Scan|Bitmap Index Scan|Seq Scan|Parallel Seq Scan)"
                            + "(?: Backward)?(?: using| on)? .*?)  \\(cost.*?(?:actual.*?rows=([\\d.]+) loops=(\\d+))?\\)?$");

    private static final Pattern BUFFERS =
            Pattern.compile("Buffers: shared( hit=\\d+)?( read=\\d+)?");
    private static final Pattern TIME = Pattern.compile("Execution Time: ([\\d.]+) ms");

    private final ListOptions options;
    private final Clock clock;
    private final StringBuilder report = new StringBuilder();
    private boolean scanned;

    /** One page and who reads it. */
    private record Listing(String name, String login, String path) {}

    ListBench(ListOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** See {@link ListOptions#USAGE}. Ends with 1 if a growing table is scanned whole. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(ListOptions.USAGE);
            return;
        }
        try {
            var bench =
                    new ListBench(
                            ListOptions.parse(List.of(arguments)),
                            Clock.system(ZoneId.of("Asia/Shanghai")));
            bench.run();
            System.exit(bench.scanned ? 1 : 0);
        } catch (BenchFailed failure) {
            System.err.println("bench: " + failure.getMessage());
            if (failure.getCause() != null) failure.getCause().printStackTrace();
            System.exit(1);
        }
    }

    void run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(options.out());
        var data = options.out().resolve("list-data").toAbsolutePath();
        try (var server = DurableServer.start(data);
                var database = server.createDatabase("lists", 2);
                var house = ReadHouse.open(database.getJdbcUrl(), "postgres")) {
            new ManyCases(database, LocalDate.now(clock)).fill(options.closed(), options.open());
            head(data, database);
            var readers = new HashMap<String, HttpClient>();
            for (var listing : listings(database)) {
                if (!readers.containsKey(listing.login())) {
                    readers.put(
                            listing.login(),
                            house.reader(signIn(listing.login()), listing.login()));
                }
                measure(house, readers.get(listing.login()), listing, database);
            }
        }
        var file = options.out().resolve("lists.md");
        Files.writeString(file, report);
        System.out.print(report);
        System.out.println("bench: written to " + file);
    }

    private static String signIn(String login) {
        return login.equals("weilan") ? "/sign-in" : "/staff/sign-in";
    }

    private static List<Listing> listings(DataSource database) throws SQLException {
        var caseNo =
                one(
                        database,
                        "SELECT case_no FROM case_file WHERE state = 'closed' OFFSET 5000 LIMIT 1");
        var name =
                one(
                        database,
                        "SELECT applicant_name FROM case_file GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
        var agency =
                one(
                        database,
                        "SELECT agency_key FROM case_file GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
        // Whose cases they are does not matter to the plan, how many they are does.
        run(
                database,
                "UPDATE case_file SET account_id = (SELECT account_id FROM account WHERE login = 'weilan')"
                        + " WHERE case_id IN (SELECT case_id FROM case_file WHERE state = 'closed' LIMIT 3000)");
        return List.of(
                new Listing("to-do of a reviewer", "market1", "/staff/todo"),
                new Listing("to-do, late only", "market1", "/staff/todo?show=late"),
                new Listing("to-do, stopped only", "market1", "/staff/todo?show=stopped"),
                new Listing("done by a reviewer", "market1", "/staff/done"),
                new Listing("late, whole county", "supervisor1", "/staff/late"),
                new Listing("late, one agency", "supervisor1", "/staff/late?agency=" + agency),
                new Listing("desk: waiting", "counter1", "/staff/desk"),
                new Listing("desk: to hand over", "counter1", "/staff/desk/deliver"),
                new Listing("desk: find by number", "counter1", "/staff/desk?q=" + caseNo),
                new Listing(
                        "desk: find by the commonest name",
                        "counter1",
                        "/staff/desk?q=" + text(name)),
                new Listing(
                        "ratings of the largest agency",
                        "supervisor1",
                        "/staff/ratings?agency=" + agency),
                new Listing("certificates, find", "supervisor1", "/staff/certificates?q=" + caseNo),
                new Listing("my things (3,000 cases)", "weilan", "/my"),
                new Listing("my certificates", "weilan", "/my/certificates"),
                new Listing("who looked at mine", "weilan", "/my/looks"),
                new Listing("items", "", "/items"),
                new Listing("a guide with its measured duration", "", "/items/food-business-new"),
                new Listing("search", "", "/search?q=" + text("开饭馆")),
                new Listing("staff directory", "admin1", "/staff/directory/people"),
                new Listing("systems admitted", "admin1", "/staff/clients"),
                new Listing("locked sign-ins", "admin1", "/staff/accounts"));
    }

    private void head(Path data, DataSource database) throws IOException, SQLException {
        report.append("# Lists over many cases\n\n");
        Machine.facts(data)
                .forEach((what, how) -> report.append("- %s: %s%n".formatted(what, how)));
        for (var table :
                List.of(
                        "case_file",
                        "case_event",
                        "case_task",
                        "case_clock",
                        "certificate",
                        "rating")) {
            report.append(
                    "- %s: %s rows%n"
                            .formatted(
                                    table,
                                    one(
                                            database,
                                            "SELECT to_char(count(*), 'FM999,999,999') FROM "
                                                    + table)));
        }
        report.append(
                "- database: %s%n%n"
                        .formatted(
                                one(
                                        database,
                                        "SELECT pg_size_pretty(pg_database_size(current_database()))")));
        report.append(
                "| list | page p50 ms | p99 ms | kB | statements: plan, rows, buffers, ms |\n|---|---|---|---|---|\n");
    }

    private void measure(ReadHouse house, HttpClient reader, Listing listing, DataSource database)
            throws IOException, InterruptedException, SQLException {
        var size = 0;
        var histogram = new Histogram(3);
        for (var call = -10; call < options.calls(); call++) {
            var started = System.nanoTime();
            size = house.get(reader, listing.path()).length();
            if (call >= 0) histogram.recordValue((System.nanoTime() - started) / 1_000);
        }
        var plans = new ArrayList<String>();
        for (var statement : house.statementsOf(reader, listing.path())) {
            if (statement.startsWith("select") && GROWS.matcher(statement).find()) {
                plans.add(plan(database, statement));
            }
        }
        report.append(
                "| %s | %.1f | %.1f | %d | %s |%n"
                        .formatted(
                                listing.name(),
                                histogram.getValueAtPercentile(50) / 1_000.0,
                                histogram.getValueAtPercentile(99) / 1_000.0,
                                size / 1_000,
                                String.join("<br>", plans)));
        System.out.println("bench: " + listing.name());
    }

    private String plan(DataSource database, String statement) throws SQLException {
        var nodes = new ArrayList<String>();
        var buffers = "";
        var time = "";
        try (var connection = database.getConnection();
                var explain = connection.createStatement();
                var rows = explain.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + statement)) {
            while (rows.next()) {
                var line = rows.getString(1);
                var node = NODE.matcher("->  " + line.strip().replaceFirst("^->  ", ""));
                if (node.find()) nodes.add(node.group(1).strip());
                var buffer = BUFFERS.matcher(line);
                if (buffers.isEmpty() && buffer.find())
                    buffers = buffer.group().substring("Buffers: shared ".length());
                var ms = TIME.matcher(line);
                if (ms.find()) time = ms.group(1) + " ms";
            }
        }
        var whole = nodes.stream().anyMatch(n -> n.contains("Seq Scan") && GROWS.matcher(n).find());
        scanned |= whole;
        return (whole ? "**whole table** " : "") + summary(nodes) + "; " + buffers + "; " + time;
    }

    /** Equal nodes of a merged list are said once. */
    private static String summary(List<String> nodes) {
        var times = new LinkedHashMap<String, Integer>();
        nodes.forEach(
                node ->
                        times.merge(
                                node.replaceAll(" (case_\\w+_\\d+|alias_\\w+)$", ""),
                                1,
                                Integer::sum));
        return times.entrySet().stream()
                .map(
                        each ->
                                each.getValue() == 1
                                        ? each.getKey()
                                        : each.getKey() + " ×" + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String one(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(DataSource database, String command) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
