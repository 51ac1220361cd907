package org.tongban.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code bench lists} is asked for.
 *
 * @param closed cases of the past to fill in
 * @param open cases that are still on their way
 * @param calls measured reads of each page
 * @param out folder of the report; the database lives in it while the run lasts
 */
record ListOptions(int closed, int open, int calls, Path out) {

    static final String USAGE =
            """
            Fills a house with cases and reads every list of its pages: how long, and by which plan.

              --closed N   closed cases (1000000)
              --open N     open cases (100000)
              --calls N    measured reads of each page (100)
              --out DIR    folder of lists.md; keep it on a real disk (target/bench)
            """;

    private static final int MOST = 20_000_000;

    static ListOptions parse(List<String> arguments) {
        var closed = 1_000_000;
        var open = 100_000;
        var calls = 100;
        var out = Path.of("target", "bench");
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            if (!rest.hasNext()) {
                throw new BenchFailed("unknown option or no value: " + option + "; try --help");
            }
            var value = rest.next();
            switch (option) {
                case "--closed" -> closed = number(option, value);
                case "--open" -> open = number(option, value);
                case "--calls" -> calls = number(option, value);
                case "--out" -> out = Path.of(value);
                default -> throw new BenchFailed("unknown option " + option + "; try --help");
            }
        }
        return new ListOptions(closed, open, calls, out);
    }

    /** A number of an option, from 1. */
    static int number(String option, String text) {
        if (!text.matches("\\d{1,8}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > MOST) {
            throw new BenchFailed(
                    "%s takes a number from 1 to %d, not '%s'".formatted(option, MOST, text));
        }
        return Integer.parseInt(text);
    }
}
