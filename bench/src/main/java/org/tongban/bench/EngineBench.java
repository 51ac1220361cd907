package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code bench engine}: carries one administrative case through each contender, in turn, on the
 * same durable PostgreSQL, and writes what it cost to {@code engine.md}.
 */
public final class EngineBench {

    private final Options options;
    private final Clock clock;

    EngineBench(Options options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** See {@link Options#USAGE}. Ends with 1, and a sentence, if no figures can be given. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            new EngineBench(Options.parse(List.of(arguments)), Clock.systemUTC()).run();
        } catch (BenchFailed failure) {
            System.err.println("bench: " + failure.getMessage());
            if (failure.getCause() != null) {
                failure.getCause().printStackTrace();
            }
            System.exit(1);
        }
    }

    /** Runs all rounds and returns the report's file. */
    Path run() throws IOException {
        var contenders = Contenders.named(options, clock);
        Files.createDirectories(options.out());
        refuseUnlessOnDisk();
        say("starting PostgreSQL");
        try (var server = DurableServer.start(options.out().resolve("data").toAbsolutePath())) {
            var facts = facts(server);
            var entrants = new ArrayList<Entrant>();
            try {
                for (var contender : contenders) {
                    say("preparing " + contender.name());
                    entrants.add(Entrant.prepare(contender, server, options));
                }
                measure(entrants, server);
                return write(entrants, facts);
            } finally {
                entrants.forEach(Entrant::close);
            }
        }
    }

    private void refuseUnlessOnDisk() throws IOException {
        if (Machine.isInMemory(options.out())) {
            throw new BenchFailed(
                    "the database would lie in memory, where a commit costs nothing: give --out a"
                            + " folder on a disk");
        }
    }

    private Map<String, String> facts(DurableServer server) throws IOException {
        var facts = new LinkedHashMap<>(Machine.facts(options.out()));
        server.settings().forEach((name, value) -> facts.put("PostgreSQL " + name, value));
        facts.put("one durable commit alone", "%.2f ms".formatted(server.loneCommitMillis()));
        return facts;
    }

    private void measure(List<Entrant> entrants, DurableServer server) {
        for (var number = 0; number <= options.rounds(); number++) {
            for (var entrant : entrants) {
                var length = number == 0 ? options.warmUp() : options.length();
                var round = Round.run(entrant, server, options, length);
                say(
                        "%s %-16s %8.1f cases/s %8.1f statements/case"
                                .formatted(
                                        number == 0 ? "warm-up " : "round " + number + " ",
                                        entrant.contender().name(),
                                        round.casesPerSecond(),
                                        round.statementsPerCase()));
                if (number > 0) {
                    entrant.keep(round);
                }
            }
        }
    }

    private Path write(List<Entrant> entrants, Map<String, String> facts) throws IOException {
        var report = new EngineReport(options, facts).write(entrants, clock.instant());
        var file = options.out().resolve("engine.md");
        Files.writeString(file, report);
        System.out.println();
        System.out.print(report);
        say("written to " + file);
        return file;
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
