package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * A contender that has its database and takes part in this run, with the rounds it has behind it.
 */
final class Entrant implements AutoCloseable {

    private final Contender contender;
    private final HikariDataSource pool;
    private final AtomicLong numbers = new AtomicLong();
    private final List<Round> rounds = new ArrayList<>();

    private Entrant(Contender contender, HikariDataSource pool) {
        this.contender = contender;
        this.pool = pool;
    }

    /** Gives the contender its database and lets it set itself up. */
    static Entrant prepare(Contender contender, DurableServer server, Options options) {
        var pool = server.createDatabase(Contenders.key(contender), options.connections());
        contender.prepare(pool);
        return new Entrant(contender, pool);
    }

    Contender contender() {
        return contender;
    }

    String key() {
        return Contenders.key(contender);
    }

    /** The number of the last case; each case takes the next. */
    AtomicLong numbers() {
        return numbers;
    }

    void keep(Round round) {
        rounds.add(round);
    }

    /** The measured rounds, without the warm-up. */
    List<Round> rounds() {
        return Collections.unmodifiableList(rounds);
    }

    /** The middle one of the measured rounds by this figure; of an even number the lower middle. */
    double median(ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    double least(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).min().orElseThrow();
    }

    double most(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** The acts of all measured rounds together. */
    Acts acts() {
        var all = new Acts();
        rounds.forEach(round -> all.add(round.acts()));
        return all;
    }

    @Override
    public void close() {
        contender.close();
        pool.close();
    }
}
