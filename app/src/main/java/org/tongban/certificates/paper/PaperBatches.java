package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;
import static org.tongban.schema.Tables.PAPER_LINE;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.crypto.Keys;
import org.tongban.schema.tables.records.PaperBatchRecord;
import org.tongban.schema.tables.records.PaperLineRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables that were handed in and their lines, read. */
@Component
class PaperBatches {

    /** Lines and batches on a page. */
    static final int PAGE = 50;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final DSLContext db;
    private final Keys keys;

    PaperBatches(DSLContext db, Keys keys) {
        this.db = db;
        this.keys = keys;
    }

    /**
     * Tables of some offices, the last first.
     *
     * @param before the last one of the page before
     * @return one more than {@value #PAGE} when there are more
     */
    List<PaperBatch> of(Collection<String> agencies, Optional<UUID> before) {
        return db.selectFrom(PAPER_BATCH)
                .where(PAPER_BATCH.AGENCY_KEY.in(agencies))
                .and(before.map(PAPER_BATCH.BATCH_ID::lt).orElse(DSL.noCondition()))
                .orderBy(PAPER_BATCH.BATCH_ID.desc())
                .limit(PAGE + 1)
                .fetch(PaperBatches::batch);
    }

    Optional<PaperBatch> find(UUID id) {
        return db.selectFrom(PAPER_BATCH)
                .where(PAPER_BATCH.BATCH_ID.eq(id))
                .fetchOptional(PaperBatches::batch);
    }

    /** How many lines have each verdict. */
    Map<Verdict, Integer> counts(UUID batch) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        db.select(PAPER_LINE.VERDICT, DSL.count())
                .from(PAPER_LINE)
                .where(PAPER_LINE.BATCH_ID.eq(batch))
                .groupBy(PAPER_LINE.VERDICT)
                .forEach(row -> counts.put(Verdict.of(row.value1()), row.value2()));
        return counts;
    }

    /**
     * Lines in the order of the table.
     *
     * @param after the last line of the page before; 0: from the first
     */
    List<PaperLine> lines(UUID batch, Optional<Verdict> only, int after, int most) {
        return lines(
                PAPER_LINE
                        .BATCH_ID
                        .eq(batch)
                        .and(PAPER_LINE.LINE.gt(after))
                        .and(
                                only.map(one -> PAPER_LINE.VERDICT.eq(one.word()))
                                        .orElse(DSL.noCondition())),
                most);
    }

    Optional<PaperLine> line(UUID batch, int line) {
        return lines(PAPER_LINE.BATCH_ID.eq(batch).and(PAPER_LINE.LINE.eq(line)), 1).stream()
                .findFirst();
    }

    /**
     * Contradictions that wait for a clerk of some offices, the oldest table first.
     *
     * @param after batch and line of the last one of the page before
     * @return one more than {@value #PAGE} when there are more
     */
    List<PaperLine> waiting(Collection<String> agencies, UUID after, int afterLine) {
        return lines(
                PAPER_LINE
                        .AGENCY_KEY
                        .in(agencies)
                        .and(PAPER_LINE.VERDICT.in(Verdict.CHANGED.word(), Verdict.DOUBTED.word()))
                        .and(PAPER_LINE.DECISION.isNull())
                        .and(
                                DSL.row(PAPER_LINE.BATCH_ID, PAPER_LINE.LINE)
                                        .gt(DSL.row(after, afterLine))),
                PAGE + 1);
    }

    /** Lines whose scan no machine has read yet, the oldest table first. */
    List<PaperLine> unread(int most) {
        return lines(PAPER_LINE.SCAN_SM3.isNotNull().and(PAPER_LINE.READING.isNull()), most);
    }

    /** What a machine has read on the scan of a line, by parts; empty while none has. */
    Optional<Map<String, String>> readParts(UUID batch, int line) {
        return db.select(PAPER_LINE.READ_PARTS)
                .from(PAPER_LINE)
                .where(PAPER_LINE.BATCH_ID.eq(batch))
                .and(PAPER_LINE.LINE.eq(line))
                .and(PAPER_LINE.READ_PARTS.isNotNull())
                .fetchOptional(PAPER_LINE.READ_PARTS)
                .map(
                        parts ->
                                JSON.readValue(
                                        keys.fieldCipher().decrypt(parts, context(batch, line)),
                                        CELLS));
    }

    /** How many scans of a table were read with which result, and how many were not yet. */
    Map<String, Integer> readings(UUID batch) {
        var reading = DSL.coalesce(PAPER_LINE.READING, DSL.inline("open"));
        var counts = new TreeMap<String, Integer>();
        db.select(reading, DSL.count())
                .from(PAPER_LINE)
                .where(PAPER_LINE.BATCH_ID.eq(batch))
                .and(PAPER_LINE.SCAN_SM3.isNotNull())
                .groupBy(reading)
                .forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    /** Lines of the sample that nobody has compared yet, in the order of the table. */
    List<PaperLine> toLookAt(UUID batch) {
        return lines(
                PAPER_LINE
                        .BATCH_ID
                        .eq(batch)
                        .and(PAPER_LINE.SAMPLED)
                        .and(PAPER_LINE.LOOKED.isNull()),
                PAGE);
    }

    /** Whether nobody has anything left to decide or to compare. */
    boolean isSettled(UUID batch) {
        return !db.fetchExists(
                db.selectOne()
                        .from(PAPER_LINE)
                        .where(PAPER_LINE.BATCH_ID.eq(batch))
                        .and(
                                PAPER_LINE
                                        .VERDICT
                                        .in(Verdict.CHANGED.word(), Verdict.DOUBTED.word())
                                        .and(PAPER_LINE.DECISION.isNull())
                                        .or(
                                                PAPER_LINE
                                                        .SAMPLED
                                                        .isTrue()
                                                        .and(PAPER_LINE.LOOKED.isNull()))));
    }

    private List<PaperLine> lines(Condition which, int most) {
        return db.selectFrom(PAPER_LINE)
                .where(which)
                .orderBy(PAPER_LINE.BATCH_ID, PAPER_LINE.LINE)
                .limit(most)
                .fetch(this::line);
    }

    private static PaperBatch batch(PaperBatchRecord row) {
        return new PaperBatch(
                row.getBatchId(),
                row.getTypeKey(),
                row.getAgencyKey(),
                row.getFileName(),
                row.getHandedInAt().toInstant(),
                row.getLogin(),
                row.getWho(),
                row.getLineCount(),
                row.getWritten(),
                Optional.ofNullable(row.getWrittenAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getConfirmedAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getConfirmedBy()).orElse(""));
    }

    private PaperLine line(PaperLineRecord row) {
        return new PaperLine(
                row.getBatchId(),
                row.getLine(),
                row.getAgencyKey(),
                row.getNumber(),
                Verdict.of(row.getVerdict()),
                Arrays.stream(row.getFaults()).map(ClaimFault::of).toList(),
                cells(row),
                Optional.ofNullable(row.getAgainst()),
                Optional.ofNullable(row.getScanSm3())
                        .map(sm3 -> new Scan(sm3, String.valueOf(row.getScanType()))),
                Optional.ofNullable(row.getCertificateId()),
                Optional.ofNullable(row.getDecision())
                        .map(word -> PaperLine.Decision.valueOf(word.toUpperCase(Locale.ROOT))),
                said(row.getDecidedBy(), row.getDecidedWhy()),
                row.getSampled(),
                Optional.ofNullable(row.getLooked()),
                said(row.getLookedBy(), row.getLookedWhy()));
    }

    private static String said(
            @org.jspecify.annotations.Nullable String who,
            @org.jspecify.annotations.Nullable String why) {
        if (who == null) return "";
        return why == null || why.isEmpty() ? who : who + "：" + why;
    }

    private Map<String, String> cells(PaperLineRecord row) {
        return JSON.readValue(
                keys.fieldCipher()
                        .decrypt(row.getCells(), context(row.getBatchId(), row.getLine())),
                CELLS);
    }

    /** What was typed, encrypted for its line alone. */
    byte[] sealed(UUID batch, int line, Map<String, String> cells) {
        return keys.fieldCipher().encrypt(JSON.writeValueAsString(cells), context(batch, line));
    }

    private static String context(UUID batch, int line) {
        return "paper:" + batch + ":" + line;
    }
}
