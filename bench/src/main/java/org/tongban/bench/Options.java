package org.tongban.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param callers threads that carry cases at the same time
 * @param shape how the agencies of a case work
 * @param warmUp how long each contender runs before anything counts: a server runs for months, and
 *     its first minute is the compiler's
 * @param length of one round of one contender
 * @param rounds measured
 * @param only keys of the contenders that take part; all if empty
 * @param closed cases of the past in Tongban's tables
 * @param out folder of the report; the database lives in it while the run lasts
 */
record Options(
        int callers,
        Shape shape,
        Duration warmUp,
        Duration length,
        int rounds,
        List<String> only,
        int closed,
        Path out) {

    static final String USAGE =
            """
            Measures one administrative case, from application to delivery, beside other engines.

              --callers N   callers at the same time, 1 to 256 (16)
              --shape NAME  sequential, or parallel: four agencies review at the same instant (sequential)
              --warm-up N   seconds that each contender runs before anything counts, 1 to 3600 (30)
              --seconds N   length of a round, 1 to 3600 (15)
              --rounds N    measured rounds after the warm-up, 1 to 100 (3)
              --only NAME   only this contender; can be repeated
              --closed N    closed cases that Tongban's tables hold before (0)
              --out DIR     folder of engine.md; keep it on a real disk (target/bench)
            """;

    private static final int MOST_CALLERS = 256;
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_CLOSED = 20_000_000;

    Options {
        only = List.copyOf(only);
    }

    /**
     * Reads the arguments; what is not given has its default.
     *
     * @throws BenchFailed with a sentence for the caller if an argument is unknown or out of range
     */
    static Options parse(List<String> arguments) {
        var callers = 16;
        var shape = Shape.SEQUENTIAL;
        var warmUp = 30;
        var seconds = 15;
        var rounds = 3;
        var only = new ArrayList<String>();
        var closed = 0;
        var out = Path.of("target", "bench");
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            switch (option) {
                case "--callers" -> callers = number(option, rest, MOST_CALLERS);
                case "--shape" -> shape = Shape.named(value(option, rest));
                case "--warm-up" -> warmUp = number(option, rest, MOST_SECONDS);
                case "--seconds" -> seconds = number(option, rest, MOST_SECONDS);
                case "--rounds" -> rounds = number(option, rest, MOST_ROUNDS);
                case "--only" -> only.add(value(option, rest));
                case "--closed" -> closed = number(option, rest, MOST_CLOSED);
                case "--out" -> out = Path.of(value(option, rest));
                default -> throw new BenchFailed("unknown option " + option + "; try --help");
            }
        }
        return new Options(
                callers,
                shape,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                rounds,
                only,
                closed,
                out);
    }

    /**
     * Connections of each pool. More than {@value #MOST_CONNECTIONS} make a server of few
     * processors slower, not faster, so that more callers than that share them.
     */
    int connections() {
        return Math.min(callers * shape.reviewers(), MOST_CONNECTIONS);
    }

    private static int number(String option, Iterator<String> rest, int most) {
        var text = value(option, rest);
        if (!text.matches("\\d{1,8}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > most) {
            throw new BenchFailed(
                    "%s takes a number from 1 to %d, not '%s'".formatted(option, most, text));
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new BenchFailed(option + " needs a value; try --help");
        }
        return rest.next();
    }
}
