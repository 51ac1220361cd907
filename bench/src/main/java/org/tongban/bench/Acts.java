package org.tongban.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** How long each act took for one caller in one round. Belongs to one thread until it is merged. */
public final class Acts {

    /** Longer acts are recorded as this long, so that one stall cannot end the run. */
    private static final long LONGEST_MICROS = 120_000_000;

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Map<Act, Histogram> microsByAct = new EnumMap<>(Act.class);

    Acts() {
        for (var act : Act.values()) {
            microsByAct.put(act, emptyHistogram());
        }
    }

    /**
     * Does one act and records how long it took. The act must be durable when {@code work} returns.
     * An act that fails is not recorded and ends the run.
     */
    public void time(Act act, Runnable work) {
        time(
                act,
                () -> {
                    work.run();
                    return act;
                });
    }

    /** Like {@link #time(Act, Runnable)}, for an act that tells its caller something. */
    public <T> T time(Act act, Supplier<T> work) {
        var started = System.nanoTime();
        var told = work.get();
        var micros = (System.nanoTime() - started) / 1_000;
        histogram(act).recordValue(Math.min(micros, LONGEST_MICROS));
        return told;
    }

    /**
     * Lets as many officers as there are do this act at the same instant, and records each. What an
     * engine makes them do over is part of their act.
     *
     * @param work is told which officer it is, from 1
     */
    public void together(Act act, int officers, IntConsumer work) {
        var start = new CountDownLatch(1);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Long>>();
            for (var officer = 1; officer <= officers; officer++) {
                var who = officer;
                running.add(
                        hands.submit(
                                () -> {
                                    start.await();
                                    var started = System.nanoTime();
                                    work.accept(who);
                                    return (System.nanoTime() - started) / 1_000;
                                }));
            }
            start.countDown();
            for (var each : running) {
                histogram(act).recordValue(Math.min(each.get(), LONGEST_MICROS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new BenchFailed("an act of several at once failed", failure.getCause());
        }
    }

    void add(Acts others) {
        for (var act : Act.values()) {
            histogram(act).add(others.histogram(act));
        }
    }

    /** How often this act was carried out. */
    long count(Act act) {
        return histogram(act).getTotalCount();
    }

    /** Milliseconds within which this percentage of the acts of this kind was done. */
    double millis(Act act, double percentile) {
        return histogram(act).getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Milliseconds within which this percentage of all acts, of whatever kind, was done. */
    double millis(double percentile) {
        var all = emptyHistogram();
        microsByAct.values().forEach(all::add);
        return all.getValueAtPercentile(percentile) / 1_000.0;
    }

    private Histogram histogram(Act act) {
        var histogram = microsByAct.get(act);
        if (histogram == null) {
            throw new IllegalStateException("no histogram for " + act);
        }
        return histogram;
    }

    private static Histogram emptyHistogram() {
        return new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    }
}
