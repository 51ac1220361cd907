package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;
import static org.tongban.schema.Tables.PAPER_LINE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.CertificateActs;
import org.tongban.law.LegalBasis;

/**
 * Compares drawn lines with their scans, by another person than the one who handed them in, and
 * confirms a table when all of them agree. A line that differs is taken back, and as many lines are
 * drawn again.
 */
@Component
class LookAtSample {

    private final PaperBatches batches;
    private final DrawSample sample;
    private final CertificateActs acts;
    private final DSLContext db;
    private final Clock clock;

    LookAtSample(
            PaperBatches batches,
            DrawSample sample,
            CertificateActs acts,
            DSLContext db,
            Clock clock) {
        this.batches = batches;
        this.sample = sample;
        this.acts = acts;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Notes what comparing one line came to.
     *
     * @param why what differs; empty when it agrees
     * @return false when somebody else was faster
     */
    @Transactional
    public boolean look(PaperLine line, boolean agrees, String why, StaffPrincipal by) {
        var looked =
                db.update(PAPER_LINE)
                                .set(PAPER_LINE.LOOKED, agrees ? "agrees" : "differs")
                                .set(PAPER_LINE.LOOKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                                .set(PAPER_LINE.LOOKED_BY, by.name())
                                .set(PAPER_LINE.LOOKED_WHY, why)
                                .where(PAPER_LINE.BATCH_ID.eq(line.batch()))
                                .and(PAPER_LINE.LINE.eq(line.line()))
                                .and(PAPER_LINE.SAMPLED)
                                .and(PAPER_LINE.LOOKED.isNull())
                                .execute()
                        == 1;
        if (looked && !agrees) {
            line.certificate().ifPresent(id -> acts.revoke(id, why, by(by)));
            sample.draw(line.batch());
        }
        return looked;
    }

    /**
     * The office answers for a table: its certificates serve from now on, and get their seal.
     *
     * @param why in words for their holders
     * @return false when a line is still to be compared or decided, or it was confirmed before
     */
    @Transactional
    @LegalBasis("practice/old-paper/confirmed")
    public boolean confirm(PaperBatch batch, String why, StaffPrincipal by) {
        var open =
                db.selectOne()
                        .from(PAPER_BATCH)
                        .where(PAPER_BATCH.BATCH_ID.eq(batch.id()))
                        .and(PAPER_BATCH.WRITTEN_AT.isNotNull())
                        .and(PAPER_BATCH.CONFIRMED_AT.isNull())
                        .forUpdate()
                        .fetchOptional();
        if (open.isEmpty() || !batches.isSettled(batch.id())) return false;
        db.update(PAPER_BATCH)
                .set(PAPER_BATCH.CONFIRMED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PAPER_BATCH.CONFIRMED_BY, by.name())
                .where(PAPER_BATCH.BATCH_ID.eq(batch.id()))
                .execute();
        acts.confirm(certificates(batch.id()), why, by(by));
        return true;
    }

    private List<UUID> certificates(UUID batch) {
        return db.select(PAPER_LINE.CERTIFICATE_ID)
                .from(PAPER_LINE)
                .where(PAPER_LINE.BATCH_ID.eq(batch))
                .and(PAPER_LINE.CERTIFICATE_ID.isNotNull())
                .fetch(PAPER_LINE.CERTIFICATE_ID);
    }

    private static CertificateActs.By by(StaffPrincipal staff) {
        return new CertificateActs.By(staff.getName(), staff.name());
    }
}
