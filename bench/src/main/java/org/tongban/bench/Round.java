package org.tongban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One contender's turn.
 *
 * @param cases carried from application to delivery
 * @param seconds until the last caller had finished the case it was at
 * @param acts how long each act took
 * @param cost what the server did for it
 */
record Round(long cases, double seconds, Acts acts, Cost cost) {

    double casesPerSecond() {
        return cases / seconds;
    }

    double statementsPerCase() {
        return (double) cost.statements() / cases;
    }

    double durableCommitsPerCase() {
        return (double) cost.durableCommits() / cases;
    }

    double walBytesPerCase() {
        return (double) cost.walBytes() / cases;
    }

    double fullPagesPerCase() {
        return (double) cost.fullPages() / cases;
    }

    /**
     * Lets all callers carry cases until the time is up; a case begun is finished.
     *
     * @throws BenchFailed if a case fails, or if the work was not what every contender must do
     */
    static Round run(Entrant entrant, DurableServer server, Options options, Duration length) {
        var finishedBefore = entrant.contender().finishedCases();
        var mark = server.mark();
        var started = System.nanoTime();
        var acts = carryCases(entrant, options, started + length.toNanos());
        var seconds = (System.nanoTime() - started) / (double) Duration.ofSeconds(1).toNanos();
        var cost = server.costSince(mark, entrant.key());
        var round = new Round(acts.count(Act.DELIVER), seconds, acts, cost);
        round.refuseUnlessWhole(
                entrant, options, entrant.contender().finishedCases() - finishedBefore);
        return round;
    }

    private static Acts carryCases(Entrant entrant, Options options, long until) {
        var callers = new ArrayList<Callable<Acts>>();
        for (var caller = 0; caller < options.callers(); caller++) {
            callers.add(() -> carryCases(entrant.contender(), entrant.numbers(), until));
        }
        try (var threads = Executors.newFixedThreadPool(options.callers())) {
            return merged(threads.invokeAll(callers), entrant);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", interrupted);
        }
    }

    private static Acts carryCases(Contender contender, AtomicLong numbers, long until) {
        var acts = new Acts();
        while (System.nanoTime() - until < 0) {
            contender.runCase(numbers.incrementAndGet(), acts);
        }
        return acts;
    }

    private static Acts merged(List<Future<Acts>> callers, Entrant entrant)
            throws InterruptedException {
        var all = new Acts();
        for (var caller : callers) {
            try {
                all.add(caller.get());
            } catch (ExecutionException failure) {
                throw new BenchFailed(
                        "a case of " + entrant.contender().name() + " failed", failure.getCause());
            }
        }
        return all;
    }

    /** Figures of work left undone, or of acts that share a commit unsaid, compare nothing. */
    private void refuseUnlessWhole(Entrant entrant, Options options, long finished) {
        var shape = options.shape();
        var name = entrant.contender().name();
        for (var act : Act.values()) {
            if (acts.count(act) != cases * shape.times(act)) {
                throw new BenchFailed(
                        "%s did %s %d times in %d cases"
                                .formatted(name, act.label(), acts.count(act), cases));
            }
        }
        if (finished != cases) {
            throw new BenchFailed(
                    "%s says that %d of %d cases are finished".formatted(name, finished, cases));
        }
        if (cases == 0) {
            throw new BenchFailed(name + " finished no case in the time of a round");
        }
        if (!entrant.contender().sharesCommits(options.callers())
                && cost.durableCommits() < cases * shape.actsACase()) {
            throw new BenchFailed(
                    "%s made %d durable commits in %d cases: not one an act"
                            .formatted(name, cost.durableCommits(), cases));
        }
    }
}
