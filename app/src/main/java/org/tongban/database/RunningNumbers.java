package org.tongban.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives running numbers of a series, each once in the whole installation. A node takes them from
 * the database in blocks, larger ones while it draws fast, so that most cases cost no statement for
 * theirs. What a node has taken and not used when it ends is never used: the numbers are unique and
 * rise, they are not without gaps.
 */
@Component
public class RunningNumbers {

    /** Few enough to lose at a restart, enough to spare nineteen statements of twenty. */
    private static final int FEWEST = 20;

    /** What a node takes at once of a series that it draws from all the time. */
    private static final int MOST = 320;

    /** A block that was used up sooner was too small. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String TAKE =
            """
            INSERT INTO running_number (series, next) VALUES (?, 1 + ?)
            ON CONFLICT (series) DO UPDATE SET next = running_number.next + ?
            RETURNING next
            """;

    /** Series are per day or per year and office: more than these at once means a mistake. */
    private static final int MOST_SERIES = 50_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final ConcurrentMap<String, Block> blocks = new ConcurrentHashMap<>();

    RunningNumbers(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        // A block that we remember must not be given back because somebody else's work failed.
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The next number of the series, from 1 up. */
    public long next(String series) {
        if (blocks.size() > MOST_SERIES) {
            blocks.clear();
        }
        return blocks.computeIfAbsent(series, _ -> new Block()).next(series);
    }

    private final class Block {
        private long next;
        private long end;
        private int size = FEWEST;
        private Instant taken = Instant.MIN;

        synchronized long next(String series) {
            if (next == end) {
                var now = clock.instant();
                size = taken.isAfter(now.minus(SOON)) ? Math.min(2 * size, MOST) : FEWEST;
                end = ownBlock(series, size);
                next = end - size;
                taken = now;
            }
            return next++;
        }
    }

    private long ownBlock(String series, int size) {
        return Objects.requireNonNull(ownTransaction.execute(_ -> take(series, size)));
    }

    /** The first number after the block that is now ours. */
    private long take(String series, int size) {
        return jdbc.query(
                        TAKE,
                        new Binds().text(series).number(size).number(size),
                        (row, _) -> row.getLong(1))
                .getFirst();
    }
}
