package org.tongban.catalogue.exchange;

import static org.tongban.schema.Tables.EXCHANGE_ROW;
import static org.tongban.schema.Tables.EXCHANGE_RUN;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The files that were handed in, and the report on each. */
@Component
public class ExchangeReports {

    private static final int MOST_RUNS = 50;

    private final DSLContext db;

    public ExchangeReports(DSLContext db) {
        this.db = db;
    }

    /** One file that was handed in. */
    public record Run(UUID id, Instant at, String who, String file, Optional<Instant> writtenAt) {}

    /**
     * One row of it.
     *
     * @param faults why it is refused; otherwise empty
     */
    public record Row(int line, String itemKey, String name, Verdict verdict, List<String> faults) {
        public Row {
            faults = List.copyOf(faults);
        }
    }

    /** The files handed in last. */
    public List<Run> runs() {
        return runs(DSL.noCondition());
    }

    /** One file, however long ago it was handed in. */
    public Optional<Run> find(UUID id) {
        return runs(EXCHANGE_RUN.RUN_ID.eq(id)).stream().findFirst();
    }

    private List<Run> runs(Condition which) {
        return db.select(
                        EXCHANGE_RUN.RUN_ID,
                        EXCHANGE_RUN.AT,
                        EXCHANGE_RUN.WHO,
                        EXCHANGE_RUN.FILE_NAME,
                        EXCHANGE_RUN.WRITTEN_AT)
                .from(EXCHANGE_RUN)
                .where(which)
                .orderBy(EXCHANGE_RUN.AT.desc(), EXCHANGE_RUN.RUN_ID)
                .limit(MOST_RUNS)
                .fetch(
                        row ->
                                new Run(
                                        row.value1(),
                                        row.value2().toInstant(),
                                        row.value3(),
                                        row.value4(),
                                        Optional.ofNullable(row.value5())
                                                .map(OffsetDateTime::toInstant)));
    }

    /** How many rows have each verdict. */
    public Map<Verdict, Integer> counts(UUID run) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        db.select(EXCHANGE_ROW.VERDICT, DSL.count())
                .from(EXCHANGE_ROW)
                .where(EXCHANGE_ROW.RUN_ID.eq(run))
                .groupBy(EXCHANGE_ROW.VERDICT)
                .forEach(row -> counts.put(Verdict.of(row.value1()), row.value2()));
        return counts;
    }

    /**
     * Rows in the order of the file.
     *
     * @param only of one verdict; empty: all
     * @param after the line after which the page begins; 0: from the first
     */
    public List<Row> rows(UUID run, Optional<Verdict> only, int after, int limit) {
        return db.select(
                        EXCHANGE_ROW.LINE,
                        EXCHANGE_ROW.ITEM_KEY,
                        EXCHANGE_ROW.NAME,
                        EXCHANGE_ROW.VERDICT,
                        EXCHANGE_ROW.FAULTS)
                .from(EXCHANGE_ROW)
                .where(EXCHANGE_ROW.RUN_ID.eq(run))
                .and(EXCHANGE_ROW.LINE.gt(after))
                .and(only.map(one -> EXCHANGE_ROW.VERDICT.eq(one.word())).orElse(DSL.noCondition()))
                .orderBy(EXCHANGE_ROW.LINE)
                .limit(limit)
                .fetch(
                        row ->
                                new Row(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        Verdict.of(row.value4()),
                                        List.of(row.value5())));
    }
}
