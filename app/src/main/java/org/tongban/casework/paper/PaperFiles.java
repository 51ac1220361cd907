package org.tongban.casework.paper;

import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_NOTICE;
import static org.tongban.schema.Tables.CASE_NOTICE_DOCUMENT;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.casework.Notice;
import org.tongban.directory.Directory;
import org.tongban.documents.DocumentMaker;
import org.tongban.documents.Seals;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealOwner;
import org.tongban.files.FileStore;
import org.tongban.files.MediaType;

/**
 * The sealed files of papers. Most papers are read on the screen and never asked for as files, so
 * they are made the first time somebody asks, from the words that were kept at their issue; from
 * then on they are always the same bytes.
 */
@Component
public class PaperFiles {

    /** Words at the foot of the seal on papers. */
    public static final String SEAL = "行政审批专用章";

    private final DSLContext db;
    private final Directory directory;
    private final DocumentMaker maker;
    private final Seals seals;
    private final FileStore store;
    private final Clock clock;

    PaperFiles(
            DSLContext db,
            Directory directory,
            DocumentMaker maker,
            Seals seals,
            FileStore store,
            Clock clock) {
        this.db = db;
        this.directory = directory;
        this.maker = maker;
        this.seals = seals;
        this.store = store;
        this.clock = clock;
    }

    /** Whether this machine can make them. */
    public boolean canBeMade() {
        return maker.typesetter().isPresent();
    }

    /**
     * The file of a paper, to be handed out. Who may have it is asked before.
     *
     * @param type OFD or PDF
     * @return empty on a machine without a font, or when there is no such paper
     */
    @Transactional
    public Optional<ResponseEntity<InputStreamResource>> answer(
            UUID caseId, int noticeNo, Notice notice, MediaType type) {
        var format = type == MediaType.OFD ? "ofd" : "pdf";
        return of(caseId, noticeNo, notice, format)
                .map(sm3 -> answer(store.open(sm3), notice, type, format));
    }

    /** A file as it lies in the store. */
    public record Made(String sm3, long size) {}

    /**
     * The PDF of a paper, made now if it was not before.
     *
     * @return empty on a machine without a font, or when there is no such paper
     */
    @Transactional
    public Optional<Made> sealed(UUID caseId, int noticeNo, Notice notice) {
        return of(caseId, noticeNo, notice, "pdf")
                .flatMap(
                        sm3 ->
                                db.select(CASE_NOTICE_DOCUMENT.SIZE_BYTES)
                                        .from(CASE_NOTICE_DOCUMENT)
                                        .where(CASE_NOTICE_DOCUMENT.CASE_ID.eq(caseId))
                                        .and(CASE_NOTICE_DOCUMENT.NOTICE_NO.eq(noticeNo))
                                        .and(CASE_NOTICE_DOCUMENT.FORMAT.eq("pdf"))
                                        .fetchOptional(CASE_NOTICE_DOCUMENT.SIZE_BYTES)
                                        .map(size -> new Made(sm3, size)));
    }

    /** The picture of the seal that stands on the papers of a case's office, PNG. */
    @Transactional
    public Optional<byte[]> picture(UUID caseId) {
        return canBeMade()
                ? seal(caseId).map(held -> held.seal().picture().bytes())
                : Optional.empty();
    }

    private static ResponseEntity<InputStreamResource> answer(
            InputStream content, Notice notice, MediaType type, String format) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type.header())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        notice.title() + notice.number() + "." + format,
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }

    private Optional<String> of(UUID caseId, int noticeNo, Notice notice, String format) {
        var made = made(caseId, noticeNo, format);
        if (made.isPresent() || !canBeMade()) return made;
        // Waits for whoever is making them now.
        var there =
                db.selectOne()
                        .from(CASE_NOTICE)
                        .where(CASE_NOTICE.CASE_ID.eq(caseId))
                        .and(CASE_NOTICE.NOTICE_NO.eq(noticeNo))
                        .forUpdate()
                        .fetchOptional();
        if (there.isPresent() && made(caseId, noticeNo, format).isEmpty()) {
            seal(caseId).ifPresent(held -> make(caseId, noticeNo, notice, held));
        }
        return made(caseId, noticeNo, format);
    }

    private Optional<String> made(UUID caseId, int noticeNo, String format) {
        return db.select(CASE_NOTICE_DOCUMENT.SM3)
                .from(CASE_NOTICE_DOCUMENT)
                .where(CASE_NOTICE_DOCUMENT.CASE_ID.eq(caseId))
                .and(CASE_NOTICE_DOCUMENT.NOTICE_NO.eq(noticeNo))
                .and(CASE_NOTICE_DOCUMENT.FORMAT.eq(format))
                .fetchOptional(CASE_NOTICE_DOCUMENT.SM3);
    }

    private Optional<HeldSeal> seal(UUID caseId) {
        return db.select(CASE_FILE.AGENCY_KEY)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.eq(caseId))
                .fetchOptional(CASE_FILE.AGENCY_KEY)
                .flatMap(key -> directory.current().agency(key))
                .map(
                        agency ->
                                seals.of(
                                        new SealOwner(
                                                agency.key(), agency.name(), agency.creditCode()),
                                        SEAL));
    }

    private void make(UUID caseId, int noticeNo, Notice notice, HeldSeal held) {
        var files =
                maker.make(
                        PaperSheet.of(notice, notice.agency(), maker.typesetter().orElseThrow()),
                        held);
        enter(caseId, noticeNo, "ofd", files.ofd());
        enter(caseId, noticeNo, "pdf", files.pdf());
    }

    private void enter(UUID caseId, int noticeNo, String format, byte[] content) {
        db.insertInto(CASE_NOTICE_DOCUMENT)
                .set(CASE_NOTICE_DOCUMENT.CASE_ID, caseId)
                .set(CASE_NOTICE_DOCUMENT.NOTICE_NO, noticeNo)
                .set(CASE_NOTICE_DOCUMENT.FORMAT, format)
                .set(CASE_NOTICE_DOCUMENT.SM3, store.putOwn(content).sm3())
                .set(CASE_NOTICE_DOCUMENT.SIZE_BYTES, (long) content.length)
                .set(CASE_NOTICE_DOCUMENT.MADE_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
