package org.tongban.bench;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Who takes part, in the order of a round. The last one is what the others are compared with. */
final class Contenders {

    private Contenders() {}

    static List<Contender> all(Clock clock) {
        return List.of(
                new FlowableContender(clock),
                new OperatonContender(clock),
                new FloorContender(clock),
                new TongbanContender(clock));
    }

    /**
     * Those whose key is in {@code keys}, or all if it is empty.
     *
     * @throws BenchFailed if a key names nobody
     */
    static List<Contender> named(List<String> keys, Clock clock) {
        var all = all(clock);
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
