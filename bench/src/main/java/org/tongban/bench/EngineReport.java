package org.tongban.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The report of a run as Markdown, which can also be read on a terminal. */
final class EngineReport {

    private static final double MEDIAN = 50.0;
    private static final double SLOWEST_HUNDREDTH = 99.0;
    private static final double BYTES_A_KIB = 1024.0;

    private final Options options;
    private final Map<String, String> facts;
    private final StringBuilder text = new StringBuilder();
    private final Formatter out = new Formatter(text, Locale.ROOT);

    /**
     * Of a run that is over.
     *
     * @param facts of machine and server, in the order of the report
     */
    EngineReport(Options options, Map<String, String> facts) {
        this.options = options;
        this.facts = facts;
    }

    /** Writes it; the last of the entrants is what the others are compared with. */
    String write(List<Entrant> entrants, Instant at) {
        line("# One administrative case, beside other engines");
        line("");
        out.format(
                "%s. %d callers over %d connections, %d measured rounds of %d s each after %d s of"
                        + " warm-up, in turn; apply, accept, review%s, approve, issue, deliver, %s.%s\n",
                at.truncatedTo(ChronoUnit.SECONDS),
                options.callers(),
                options.connections(),
                options.rounds(),
                options.length().toSeconds(),
                options.warmUp().toSeconds(),
                options.shape() == Shape.PARALLEL ? " by four agencies at the same instant" : "",
                entrants.stream()
                                .anyMatch(each -> each.contender().sharesCommits(options.callers()))
                        ? "each answered after its durable commit, which acts of several callers may"
                                + " share where the column of commits says so"
                        : "each a durable transaction of its own",
                options.closed() == 0
                        ? ""
                        : " Tongban's tables held %,d closed cases before."
                                .formatted(options.closed()));
        line("");
        costs(entrants);
        ratios(entrants);
        latencies(entrants);
        settings(entrants);
        return text.toString();
    }

    private void costs(List<Entrant> entrants) {
        line(
                "| contender | cases/s | lowest–highest round | act p50 ms | act p99 ms |"
                        + " statements/case | durable commits/case | WAL kB/case | full pages/case |"
                        + " cases |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (var entrant : entrants) {
            var acts = entrant.acts();
            out.format(
                    "| %s | %.1f | %.1f–%.1f | %.2f | %.2f | %.1f | %.2f | %.1f | %.2f | %d |\n",
                    entrant.contender().name(),
                    entrant.median(Round::casesPerSecond),
                    entrant.least(Round::casesPerSecond),
                    entrant.most(Round::casesPerSecond),
                    acts.millis(MEDIAN),
                    acts.millis(SLOWEST_HUNDREDTH),
                    entrant.median(Round::statementsPerCase),
                    entrant.median(Round::durableCommitsPerCase),
                    entrant.median(Round::walBytesPerCase) / BYTES_A_KIB,
                    entrant.median(Round::fullPagesPerCase),
                    entrant.rounds().stream().mapToLong(Round::cases).sum());
        }
        line("");
        line(
                "Figures are those of the median round, latencies those of all measured rounds."
                        + " Statements leave out BEGIN, COMMIT and ROLLBACK; each member of a batch"
                        + " counts, so they are not round trips. The server counts (pg_stat_statements,"
                        + " transaction ids), after no autovacuum was at work any more and after a CHECKPOINT before each round,"
                        + " so the page images that follow one are in everybody's WAL. 1 kB = 1024"
                        + " bytes.");
        line("");
    }

    private void ratios(List<Entrant> entrants) {
        var base = entrants.getLast();
        if (entrants.size() < 2) {
            return;
        }
        var baseActs = base.acts();
        out.format(
                "%s beside the others; more than 1 is in its favour:\n", base.contender().name());
        line("");
        out.format(
                "| beside | cases/s, %1$s ÷ theirs | act p50, theirs ÷ %1$s | act p99 ÷ |"
                        + " statements ÷ | durable commits ÷ | WAL ÷ |\n",
                base.contender().name());
        line("|---|--:|--:|--:|--:|--:|--:|");
        for (var other : entrants.subList(0, entrants.size() - 1)) {
            var acts = other.acts();
            out.format(
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n",
                    other.contender().name(),
                    ratio(base, other, Round::casesPerSecond),
                    acts.millis(MEDIAN) / baseActs.millis(MEDIAN),
                    acts.millis(SLOWEST_HUNDREDTH) / baseActs.millis(SLOWEST_HUNDREDTH),
                    ratio(other, base, Round::statementsPerCase),
                    ratio(other, base, Round::durableCommitsPerCase),
                    ratio(other, base, Round::walBytesPerCase));
        }
        line("");
    }

    private static double ratio(Entrant above, Entrant below, ToDoubleFunction<Round> figure) {
        return above.median(figure) / below.median(figure);
    }

    private void latencies(List<Entrant> entrants) {
        out.format("| act, p50 / p99 in ms | %s |\n", joined(entrants, e -> e.contender().name()));
        out.format("|---|%s\n", "--:|".repeat(entrants.size()));
        for (var act : Act.values()) {
            out.format(
                    "| %s | %s |\n",
                    act.label(),
                    joined(
                            entrants,
                            entrant -> {
                                var acts = entrant.acts();
                                return "%.2f / %.2f"
                                        .formatted(
                                                acts.millis(act, MEDIAN),
                                                acts.millis(act, SLOWEST_HUNDREDTH));
                            }));
        }
        line("");
    }

    private void settings(List<Entrant> entrants) {
        line("| machine and server | |");
        line("|---|---|");
        facts.forEach((name, value) -> out.format("| %s | %s |\n", name, value));
        entrants.forEach(
                entrant ->
                        out.format(
                                "| %s | %s |\n",
                                entrant.contender().name(), entrant.contender().settings()));
        line("");
        line("What these figures do not say: see the README of the bench.");
    }

    private static String joined(List<Entrant> entrants, Function<Entrant, String> cell) {
        return String.join(" | ", entrants.stream().map(cell).toList());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
