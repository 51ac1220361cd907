package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;
import static org.tongban.schema.Tables.PAPER_LINE;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.ClaimCheck;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.paper.ScanComparison.Found;
import org.tongban.files.FileStore;
import org.tongban.files.PdfPages;
import org.tongban.files.PictureText;
import org.tongban.law.LegalBasis;

/**
 * Reads the scans of old certificates by machine, beside everything else and one after the other,
 * and compares them with the table. Where the two differ a person is asked: before the line is
 * written it waits for a clerk, afterwards it is one more to be compared. Nothing is written, taken
 * back or confirmed by what a machine has read.
 */
@Component
class ReadScans {

    private static final Logger LOG = LoggerFactory.getLogger(ReadScans.class);

    private static final long PAUSE = 5_000;

    /** In one run: about a minute of one core. */
    private static final int MOST_AT_ONCE = 100;

    /** Long for the slowest page; after it a node that read it is taken to be dead. */
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);

    private final PaperBatches batches;
    private final DrawSample sample;
    private final KnownTypes types;
    private final PictureText text;
    private final FileStore store;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadScans(
            PaperBatches batches,
            DrawSample sample,
            KnownTypes types,
            PictureText text,
            FileStore store,
            DSLContext db,
            TransactionTemplate transaction,
            Clock clock) {
        this.batches = batches;
        this.sample = sample;
        this.types = types;
        this.text = text;
        this.store = store;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a scan beside its line has been read; as stored in lower case. */
    enum Reading {
        AGREES,
        DIFFERS,
        /** Nothing on it could be read: a person compares it or nobody. */
        UNREAD
    }

    /** Reads what has not been read yet. */
    @Scheduled(initialDelay = PAUSE, fixedDelay = PAUSE)
    void run() {
        var read = 0;
        while (read < MOST_AT_ONCE && next()) read++;
        if (read > 0) LOG.info("read {} scans of old certificates", read);
    }

    private boolean next() {
        // Without scans the engine is never loaded.
        if (batches.unread(1).isEmpty() || !text.isThere()) return false;
        var line = claimed();
        line.ifPresent(
                one -> {
                    // Seconds of a machine: nothing is held meanwhile.
                    var found = compared(one);
                    transaction.executeWithoutResult(_ -> write(one, found));
                });
        return line.isPresent();
    }

    /** The next one that nobody is reading; another node passes it over until its time is up. */
    private Optional<PaperLine> claimed() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var free =
                PAPER_LINE
                        .SCAN_SM3
                        .isNotNull()
                        .and(PAPER_LINE.READING.isNull())
                        .and(
                                PAPER_LINE
                                        .READING_UNTIL
                                        .isNull()
                                        .or(PAPER_LINE.READING_UNTIL.lt(now)));
        return db.update(PAPER_LINE)
                .set(PAPER_LINE.READING_UNTIL, now.plus(LONGEST_READING))
                .where(
                        DSL.row(PAPER_LINE.BATCH_ID, PAPER_LINE.LINE)
                                .eq(
                                        DSL.select(PAPER_LINE.BATCH_ID, PAPER_LINE.LINE)
                                                .from(PAPER_LINE)
                                                .where(free)
                                                .orderBy(PAPER_LINE.BATCH_ID, PAPER_LINE.LINE)
                                                .limit(1)
                                                .forUpdate()
                                                .skipLocked()))
                .returningResult(PAPER_LINE.BATCH_ID, PAPER_LINE.LINE)
                .fetchOptional()
                .flatMap(row -> batches.line(row.value1(), row.value2()));
    }

    /**
     * Writes what was read. The table is held first, as whoever writes it does, so that neither
     * overtakes the other, and the line is looked at as it stands by now.
     */
    private void write(PaperLine read, Map<String, Found> found) {
        db.selectOne()
                .from(PAPER_BATCH)
                .where(PAPER_BATCH.BATCH_ID.eq(read.batch()))
                .forUpdate()
                .execute();
        var reading = reading(found);
        var parts = new LinkedHashMap<String, String>();
        found.forEach((part, one) -> parts.put(part, one.how().name() + " " + one.read()));
        var written =
                db.update(PAPER_LINE)
                        .set(PAPER_LINE.READING, reading.name().toLowerCase(Locale.ROOT))
                        .set(PAPER_LINE.READ_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(
                                PAPER_LINE.READ_PARTS,
                                batches.sealed(read.batch(), read.line(), parts))
                        .where(PAPER_LINE.BATCH_ID.eq(read.batch()))
                        .and(PAPER_LINE.LINE.eq(read.line()))
                        .and(PAPER_LINE.READING.isNull())
                        .execute();
        if (written == 1 && reading == Reading.DIFFERS) {
            batches.line(read.batch(), read.line()).ifPresent(line -> ask(line, found));
        }
    }

    static Reading reading(Map<String, Found> found) {
        if (found.values().stream().anyMatch(one -> one.how() == ScanComparison.Part.DIFFERS)) {
            return Reading.DIFFERS;
        }
        return found.values().stream().anyMatch(one -> one.how() == ScanComparison.Part.AGREES)
                ? Reading.AGREES
                : Reading.UNREAD;
    }

    private Map<String, Found> compared(PaperLine line) {
        var scan = line.scan().orElseThrow();
        var claim =
                types.find(batches.find(line.batch()).orElseThrow().type())
                        .flatMap(
                                type ->
                                        ClaimCheck.ofPaper(type, line.cells(), LocalDate.now(clock))
                                                .claim());
        if (claim.isEmpty()) return Map.of();
        try (var content = store.open(scan.sm3())) {
            return ScanComparison.of(claim.get(), lines(scan.type(), content.readAllBytes()));
        } catch (IOException | RuntimeException unreadable) {
            // One bad picture must not hold up all that lie behind it; a person compares it.
            LOG.warn("the scan of {} cannot be read: {}", line, unreadable.toString());
            return Map.of();
        }
    }

    /** Of a PDF what stands on its first pages: a certificate has no more. */
    private List<String> lines(String type, byte[] content) throws IOException {
        if (type.startsWith("image/")) return text.lines(content);
        var lines = new ArrayList<String>();
        for (var picture : PdfPages.pictures(content)) lines.addAll(text.lines(picture));
        return lines;
    }

    /** Whoever has to look: the clerk before it is written, the one who compares afterwards. */
    @LegalBasis("practice/old-paper/read")
    private void ask(PaperLine line, Map<String, Found> found) {
        if (line.certificate().isPresent()) {
            sample.take(line.batch(), line.line());
        } else if (line.verdict() == Verdict.NEW) {
            var faults =
                    found.entrySet().stream()
                            .filter(one -> one.getValue().how() == ScanComparison.Part.DIFFERS)
                            .map(
                                    one ->
                                            new ClaimFault(
                                                    ClaimFault.Kind.SCAN_SAYS_OTHERWISE,
                                                    one.getKey()))
                            .map(ClaimFault::word)
                            .toArray(String[]::new);
            db.update(PAPER_LINE)
                    .set(PAPER_LINE.VERDICT, Verdict.DOUBTED.word())
                    .set(PAPER_LINE.FAULTS, faults)
                    .where(PAPER_LINE.BATCH_ID.eq(line.batch()))
                    .and(PAPER_LINE.LINE.eq(line.line()))
                    .and(PAPER_LINE.VERDICT.eq(Verdict.NEW.word()))
                    .execute();
        }
    }

    /** What was read of a line; empty where nobody has. */
    Optional<Map<String, Found>> readOf(PaperLine line) {
        return batches.readParts(line.batch(), line.line())
                .map(
                        parts -> {
                            var found = new LinkedHashMap<String, Found>();
                            parts.forEach((part, word) -> found.put(part, found(word)));
                            return found;
                        });
    }

    private static Found found(String word) {
        var gap = word.indexOf(' ');
        return new Found(
                ScanComparison.Part.valueOf(word.substring(0, gap)), word.substring(gap + 1));
    }
}
