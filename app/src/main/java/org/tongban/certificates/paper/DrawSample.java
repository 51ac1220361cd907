package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_LINE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.law.LegalBasis;

/**
 * Draws the lines that somebody compares with their scans. The table's own id is the seed: anybody
 * can draw the same lines again, nobody could know them before.
 */
@Component
class DrawSample {

    /** One line in so many. */
    static final int ONE_IN = 50;

    static final int FEWEST = 5;
    static final int MOST = 200;

    private final DSLContext db;

    DrawSample(DSLContext db) {
        this.db = db;
    }

    /** Draws the share of a table; again when a line of the first draw differed. */
    @LegalBasis("practice/old-paper/sample")
    void draw(UUID batch) {
        var lines =
                db.select(PAPER_LINE.LINE)
                        .from(PAPER_LINE)
                        .where(PAPER_LINE.BATCH_ID.eq(batch))
                        .and(PAPER_LINE.CERTIFICATE_ID.isNotNull())
                        .and(PAPER_LINE.SAMPLED.isFalse())
                        .orderBy(PAPER_LINE.LINE)
                        .fetch(PAPER_LINE.LINE);
        var drawn = drawn(lines, batch);
        db.update(PAPER_LINE)
                .set(PAPER_LINE.SAMPLED, true)
                .where(PAPER_LINE.BATCH_ID.eq(batch))
                .and(PAPER_LINE.LINE.in(drawn))
                .execute();
    }

    /** What a clerk decided by hand is always looked at by another. */
    void take(UUID batch, int line) {
        db.update(PAPER_LINE)
                .set(PAPER_LINE.SAMPLED, true)
                .where(PAPER_LINE.BATCH_ID.eq(batch))
                .and(PAPER_LINE.LINE.eq(line))
                .execute();
    }

    static List<Integer> drawn(List<Integer> lines, UUID seed) {
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed.getLeastSignificantBits() ^ lines.size()));
        var share = Math.clamp((lines.size() + ONE_IN - 1) / ONE_IN, FEWEST, MOST);
        return shuffled.stream().limit(share).sorted().toList();
    }
}
