package org.tongban.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code bench web} is asked for.
 *
 * @param closed cases of the past to fill in
 * @param open cases that are still on their way
 * @param rate requests a second, whether or not those before have been answered
 * @param seconds that are measured; as many before them are not
 * @param out folder of the report; the database lives in it while the run lasts
 */
record WebOptions(int closed, int open, int rate, int seconds, Path out) {

    static final String USAGE =
            """
            Asks the pages of a county for a working day's mixture at a steady rate: how long each page takes.

              --closed N   closed cases (1000000)
              --open N     open cases (100000)
              --rate N     requests a second (50)
              --seconds N  measured; as many before them are not (60)
              --out DIR    folder of web.md; keep it on a real disk (target/bench)
            """;

    static WebOptions parse(List<String> arguments) {
        var closed = 1_000_000;
        var open = 100_000;
        var rate = 50;
        var seconds = 60;
        var out = Path.of("target", "bench");
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            if (!rest.hasNext()) {
                throw new BenchFailed("unknown option or no value: " + option + "; try --help");
            }
            var value = rest.next();
            switch (option) {
                case "--closed" -> closed = ListOptions.number(option, value);
                case "--open" -> open = ListOptions.number(option, value);
                case "--rate" -> rate = ListOptions.number(option, value);
                case "--seconds" -> seconds = ListOptions.number(option, value);
                case "--out" -> out = Path.of(value);
                default -> throw new BenchFailed("unknown option " + option + "; try --help");
            }
        }
        return new WebOptions(closed, open, rate, seconds, out);
    }
}
