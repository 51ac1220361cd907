package org.tongban.certificates.paper;

import static org.tongban.schema.Tables.PAPER_BATCH;
import static org.tongban.schema.Tables.PAPER_LINE;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
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
        /** Not a picture, or nothing on it could be read: a person compares it or nobody. */
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
        return !unread().isEmpty()
                && text.isThere()
                && Objects.requireNonNull(transaction.execute(_ -> readOne()));
    }

    private List<PaperLine> unread() {
        return batches.unread(1);
    }

    /** The table is held first, as whoever writes it does, so that neither overtakes the other. */
    private boolean readOne() {
        var batch =
                db.select(PAPER_BATCH.BATCH_ID)
                        .from(PAPER_BATCH)
                        .whereExists(
                                db.selectOne()
                                        .from(PAPER_LINE)
                                        .where(PAPER_LINE.BATCH_ID.eq(PAPER_BATCH.BATCH_ID))
                                        .and(PAPER_LINE.SCAN_SM3.isNotNull())
                                        .and(PAPER_LINE.READING.isNull()))
                        .orderBy(PAPER_BATCH.BATCH_ID)
                        .limit(1)
                        .forUpdate()
                        .of(PAPER_BATCH)
                        .skipLocked()
                        .fetchOptional(PAPER_BATCH.BATCH_ID);
        var line = batch.flatMap(id -> batches.unreadOf(id));
        line.ifPresent(this::read);
        return line.isPresent();
    }

    private void read(PaperLine line) {
        var found = compared(line);
        var reading = reading(found);
        var parts = new LinkedHashMap<String, String>();
        found.forEach((part, one) -> parts.put(part, one.how().name() + " " + one.read()));
        db.update(PAPER_LINE)
                .set(PAPER_LINE.READING, reading.name().toLowerCase(java.util.Locale.ROOT))
                .set(PAPER_LINE.READ_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PAPER_LINE.READ_PARTS, batches.sealed(line.batch(), line.line(), parts))
                .where(PAPER_LINE.BATCH_ID.eq(line.batch()))
                .and(PAPER_LINE.LINE.eq(line.line()))
                .execute();
        if (reading == Reading.DIFFERS) ask(line, found);
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
        if (claim.isEmpty() || !scan.type().startsWith("image/")) return Map.of();
        try (var content = store.open(scan.sm3())) {
            return ScanComparison.of(claim.get(), text.lines(content.readAllBytes()));
        } catch (IOException | RuntimeException unreadable) {
            // One bad picture must not hold up all that lie behind it; a person compares it.
            LOG.warn("the scan of {} cannot be read: {}", line, unreadable.toString());
            return Map.of();
        }
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
