package org.tongban.bench;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Who takes part, in the order of a round. The last one is what the others are compared with. */
final class Contenders {

    private Contenders() {}

    /** The floor is written for one officer after the other only. */
    static List<Contender> all(Options options, Clock clock) {
        var shape = options.shape();
        var tongban = new TongbanContender(clock, shape, options.connections(), options.closed());
        return shape == Shape.PARALLEL
                ? List.of(
                        new FlowableContender(clock, shape),
                        new OperatonContender(clock, shape),
                        tongban)
                : List.of(
                        new FlowableContender(clock, shape),
                        new OperatonContender(clock, shape),
                        new FloorContender(clock),
                        tongban);
    }

    /**
     * Those who are asked for, or all if nobody is.
     *
     * @throws BenchFailed if a key names nobody
     */
    static List<Contender> named(Options options, Clock clock) {
        var all = all(options, clock);
        var keys = options.only();
        var known = all.stream().map(Contenders::key).toList();
        for (var key : keys) {
            if (!known.contains(key)) {
                throw new BenchFailed("no contender '" + key + "'; there are " + known);
            }
        }
        return all.stream()
                .filter(contender -> keys.isEmpty() || keys.contains(key(contender)))
                .toList();
    }

    /** The first word of the name in small letters; also the name of the contender's database. */
    static String key(Contender contender) {
        var name = contender.name().toLowerCase(Locale.ROOT);
        var end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }
}
