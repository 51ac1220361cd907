package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;
import static org.tongban.schema.Tables.PAPER_STOCK;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;

/** How far the offices are with their old paper, by type. */
@Component
class PaperProgress {

    /** Offices times types that have any. */
    private static final int MOST = 1_000;

    private final DSLContext db;
    private final Clock clock;

    PaperProgress(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One office and type.
     *
     * @param stock how many the office says there are; empty: it has not said
     * @param written of them in the library
     * @param confirmed of those that serve
     */
    record Line(String agency, String type, Optional<Integer> stock, int written, int confirmed) {}

    /** Of every office and type that has begun or said how many there are. */
    List<Line> of(Collection<String> agencies) {
        var done =
                DSL.select(
                                PAPER_BATCH.AGENCY_KEY,
                                PAPER_BATCH.TYPE_KEY,
                                DSL.sum(PAPER_BATCH.WRITTEN).as("written"),
                                DSL.sum(PAPER_BATCH.WRITTEN)
                                        .filterWhere(PAPER_BATCH.CONFIRMED_AT.isNotNull())
                                        .as("confirmed"))
                        .from(PAPER_BATCH)
                        .where(PAPER_BATCH.AGENCY_KEY.in(agencies))
                        .and(PAPER_BATCH.WRITTEN_AT.isNotNull())
                        .groupBy(PAPER_BATCH.AGENCY_KEY, PAPER_BATCH.TYPE_KEY)
                        .asTable("done");
        var agency = DSL.coalesce(done.field(PAPER_BATCH.AGENCY_KEY), PAPER_STOCK.AGENCY_KEY);
        var type = DSL.coalesce(done.field(PAPER_BATCH.TYPE_KEY), PAPER_STOCK.TYPE_KEY);
        return db.select(
                        agency,
                        type,
                        PAPER_STOCK.STOCK,
                        DSL.coalesce(done.field("written", Integer.class), 0),
                        DSL.coalesce(done.field("confirmed", Integer.class), 0))
                .from(done)
                .fullJoin(PAPER_STOCK)
                .on(PAPER_STOCK.AGENCY_KEY.eq(done.field(PAPER_BATCH.AGENCY_KEY)))
                .and(PAPER_STOCK.TYPE_KEY.eq(done.field(PAPER_BATCH.TYPE_KEY)))
                .where(agency.in(agencies))
                .orderBy(agency, type)
                .limit(MOST)
                .fetch(
                        row ->
                                new Line(
                                        row.value1(),
                                        row.value2(),
                                        Optional.ofNullable(row.value3()),
                                        row.value4(),
                                        row.value5()));
    }

    /** An office says how many old certificates of a type it has. */
    void say(String agency, String type, int stock, StaffPrincipal by) {
        db.insertInto(PAPER_STOCK)
                .set(PAPER_STOCK.AGENCY_KEY, agency)
                .set(PAPER_STOCK.TYPE_KEY, type)
                .set(PAPER_STOCK.STOCK, stock)
                .set(PAPER_STOCK.SAID_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PAPER_STOCK.SAID_BY, by.name())
                .onConflict(PAPER_STOCK.AGENCY_KEY, PAPER_STOCK.TYPE_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
