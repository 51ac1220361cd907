package org.tongban.database;

import static org.jooq.impl.DSL.val;
import static org.tongban.schema.Tables.RUNNING_NUMBER;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives running numbers of a series, each once in the whole installation. A node takes them from
 * the database in blocks, so that most cases cost no statement for theirs. What a node has taken
 * and not used when it ends is never used: the numbers are unique and rise, they are not without
 * gaps.
 */
@Component
public class RunningNumbers {

    /** Few enough to lose at a restart, enough to spare nineteen statements of twenty. */
    private static final int BLOCK = 20;

    /** Series are per day or per year and office: more than these at once means a mistake. */
    private static final int MOST_SERIES = 50_000;

    private final DSLContext db;
    private final TransactionTemplate ownTransaction;
    private final ConcurrentMap<String, Block> blocks = new ConcurrentHashMap<>();

    RunningNumbers(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
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

        synchronized long next(String series) {
            if (next == end) {
                end = ownBlock(series);
                next = end - BLOCK;
            }
            return next++;
        }
    }

    private long ownBlock(String series) {
        return Objects.requireNonNull(ownTransaction.execute(_ -> take(series)));
    }

    /** The first number after the block that is now ours. */
    private long take(String series) {
        return db.insertInto(RUNNING_NUMBER)
                .set(RUNNING_NUMBER.SERIES, series)
                .set(RUNNING_NUMBER.NEXT, 1L + BLOCK)
                .onConflict(RUNNING_NUMBER.SERIES)
                .doUpdate()
                .set(RUNNING_NUMBER.NEXT, RUNNING_NUMBER.NEXT.plus(val(BLOCK)))
                .returningResult(RUNNING_NUMBER.NEXT)
                .fetchSingle()
                .value1();
    }
}
