package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code bench packages}: what it costs that seven items are one thing. The same seven cases with
 * the same answers, as one package and one by one, from the sending to the last result; by one
 * caller, in alternating rounds.
 */
public final class PackageBench {

    private static final String USAGE =
            """
            ./tongban bench packages [--rounds N] [--packages N] [--out FOLDER]
              --rounds    measured rounds of each way; two before them are not (5)
              --packages  packages, and sevens of single cases, a round (30)
              --out       where packages.md goes; keep it on a real disk (target/bench)
            """;

    private static final int WARM_UP = 2;

    private final int rounds;
    private final int packages;
    private final Path out;

    private PackageBench(int rounds, int packages, Path out) {
        this.rounds = rounds;
        this.packages = packages;
        this.out = out;
    }

    /** What one way cost, a seven. */
    private record Took(double millis, double statements, double walKilobytes) {}

    /** Ends with 1, and a sentence, if no figures can be given. */
    public static void main(String[] arguments) throws IOException {
        var rounds = 5;
        var packages = 30;
        var out = Path.of("target", "bench");
        var given = List.of(arguments);
        if (given.contains("--help") || given.size() % 2 != 0) {
            System.out.print(USAGE);
            return;
        }
        try {
            for (var at = 0; at < given.size(); at += 2) {
                var value = given.get(at + 1);
                switch (given.get(at)) {
                    case "--rounds" -> rounds = ListOptions.number("--rounds", value);
                    case "--packages" -> packages = ListOptions.number("--packages", value);
                    case "--out" -> out = Path.of(value);
                    default -> throw new BenchFailed("unknown option " + given.get(at));
                }
            }
            new PackageBench(rounds, packages, out).run();
            System.exit(0);
        } catch (BenchFailed failure) {
            System.err.println("bench: " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        Files.createDirectories(out);
        var data = out.resolve("package-data").toAbsolutePath();
        try (var server = DurableServer.start(data);
                var database = server.createDatabase("packages", 2);
                var house =
                        House.start(
                                database.getJdbcUrl(),
                                Files.createTempDirectory(out, "package-house"))) {
            house.importDemonstration();
            var cases = new SevenCases(house);
            var together = new ArrayList<Took>();
            var apart = new ArrayList<Took>();
            for (var round = -WARM_UP; round < rounds; round++) {
                // Each goes first as often as the other: a checkpoint or a slow second of the
                // machine
                // falls on both.
                var isFirst = round % 2 == 0;
                var early = measure(server, cases, isFirst);
                var late = measure(server, cases, !isFirst);
                var one = isFirst ? early : late;
                var other = isFirst ? late : early;
                if (round >= 0) {
                    together.add(one);
                    apart.add(other);
                }
                System.out.printf(
                        Locale.ROOT,
                        "bench: round %d: package %.1f ms, seven single cases %.1f ms%n",
                        round,
                        one.millis(),
                        other.millis());
            }
            report(data, together, apart);
        }
    }

    private Took measure(DurableServer server, SevenCases cases, boolean together) {
        var prepared = new ArrayList<SevenCases.Prepared>();
        for (var n = 0; n < packages; n++) prepared.add(cases.prepare());
        var mark = server.mark();
        var began = System.nanoTime();
        prepared.forEach(together ? cases::together : cases::apart);
        var nanos = System.nanoTime() - began;
        var cost = server.costSince(mark, "packages");
        if (together) prepared.forEach(cases::refuseUnlessGranted);
        return new Took(
                nanos / 1e6 / packages,
                1.0 * cost.statements() / packages,
                cost.walBytes() / 1e3 / packages);
    }

    private void report(Path data, List<Took> together, List<Took> apart) throws IOException {
        var report =
                new StringBuilder("# One package of seven items beside seven single cases\n\n");
        Machine.facts(data)
                .forEach((what, how) -> report.append("- %s: %s%n".formatted(what, how)));
        report.append(
                "- %d rounds of %d each, alternating, one caller; the median round%n%n"
                        .formatted(rounds, packages));
        report.append("| | ms | statements | WAL kB |\n|---|---|---|---|\n");
        var one = median(together);
        var other = median(apart);
        report.append(line("one package", one));
        report.append(line("seven single cases", other));
        report.append(
                String.format(
                        Locale.ROOT,
                        "%nThe package costs %.1f %% more time (the median of the rounds' own ratios).%n",
                        100 * (ratio(together, apart) - 1)));
        var file = out.resolve("packages.md");
        Files.writeString(file, report);
        System.out.print(report);
        System.out.println("bench: written to " + file);
    }

    /** Of a round to itself: the machine is not the same from one to the next. */
    private static double ratio(List<Took> together, List<Took> apart) {
        var ratios =
                IntStream.range(0, together.size())
                        .mapToDouble(n -> together.get(n).millis() / apart.get(n).millis())
                        .sorted()
                        .toArray();
        return ratios[ratios.length / 2];
    }

    private static String line(String name, Took took) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %.0f |%n",
                name,
                took.millis(),
                took.statements(),
                took.walKilobytes());
    }

    private static Took median(List<Took> rounds) {
        var sorted = new ArrayList<>(rounds);
        Collections.sort(sorted, (a, b) -> Double.compare(a.millis(), b.millis()));
        return sorted.get(sorted.size() / 2);
    }
}
