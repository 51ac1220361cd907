package org.tongban.casework.trace;

import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_NOTICE;
import static org.tongban.schema.Tables.LOOK;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.staff.CaseSheets;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the trace of a case to an auditor. The bodies are the very texts that were hashed, so that
 * the chain can be counted again without this application. Names of officers are in it; of the
 * applicant only what the lines say.
 */
@Controller
class ExportTrace {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A case with more lines has gone round in circles; its beginning tells why. */
    private static final int MOST_LINES = 10_000;

    private final CaseSheets sheets;
    private final DSLContext db;
    private final Clock clock;

    ExportTrace(CaseSheets sheets, DSLContext db, Clock clock) {
        this.sheets = sheets;
        this.db = db;
        this.clock = clock;
    }

    /** The whole file. */
    record Trace(
            String caseNo,
            UUID caseId,
            String item,
            int itemVersion,
            String state,
            Instant exportedAt,
            String exportedBy,
            List<Line> lines,
            List<Paper> papers,
            List<Look> looks) {}

    /**
     * One line.
     *
     * @param onVersion the version of the case that was acted on; 0 before the first
     * @param from door and network; empty for what the platform did by itself
     * @param body as it was hashed
     * @param hash SM3, hexadecimal; covers the line before
     */
    record Line(
            int seq,
            int onVersion,
            Instant at,
            String from,
            String act,
            UUID actId,
            String actorKind,
            String actorId,
            String actorName,
            String body,
            String hash) {}

    /** One paper that went out. */
    record Paper(int no, String kind, String number, LocalDate issuedOn) {}

    /** Somebody looked at the personal part. */
    record Look(Instant at, UUID staffId, String staffName, String purpose) {}

    @GetMapping("/staff/cases/{caseId}/trace.json")
    @Open(door = Door.STAFF, right = "supervise", audit = "case-trace.exported")
    ResponseEntity<byte[]> export(@PathVariable UUID caseId, StaffPrincipal staff) {
        var file =
                sheets.reach(caseId, staff)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("trace-" + file.caseNo() + ".json")
                                .build()
                                .toString())
                .body(
                        JSON.writerWithDefaultPrettyPrinter()
                                .writeValueAsBytes(trace(file, staff.name())));
    }

    private Trace trace(CaseFile file, String by) {
        return new Trace(
                file.caseNo(),
                file.caseId(),
                file.itemKey(),
                file.itemVersion(),
                file.state().name().toLowerCase(Locale.ROOT),
                clock.instant(),
                by,
                lines(file.caseId()),
                papers(file.caseId()),
                looks(file.caseId()));
    }

    private List<Line> lines(UUID caseId) {
        return db.selectFrom(CASE_EVENT)
                .where(CASE_EVENT.CASE_ID.eq(caseId))
                .orderBy(CASE_EVENT.SEQ)
                .limit(MOST_LINES)
                .fetch(
                        row ->
                                new Line(
                                        row.getSeq(),
                                        row.getSeq() - 1,
                                        row.getAt().toInstant(),
                                        CaseJson.readFrom(row.getBody()).orElse(""),
                                        row.getAct(),
                                        row.getActId(),
                                        row.getActorKind(),
                                        row.getActorId(),
                                        row.getActorName(),
                                        row.getBody(),
                                        HexFormat.of().formatHex(row.getHash())));
    }

    private List<Paper> papers(UUID caseId) {
        return db.select(
                        CASE_NOTICE.NOTICE_NO,
                        CASE_NOTICE.KIND,
                        CASE_NOTICE.NUMBER,
                        CASE_NOTICE.ISSUED_ON)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .orderBy(CASE_NOTICE.NOTICE_NO)
                .fetch(row -> new Paper(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private List<Look> looks(UUID caseId) {
        return db.select(LOOK.AT, LOOK.STAFF_ID, LOOK.STAFF_NAME, LOOK.PURPOSE)
                .from(LOOK)
                .where(LOOK.CASE_ID.eq(caseId))
                .orderBy(LOOK.LOOK_ID)
                .limit(MOST_LINES)
                .fetch(
                        row ->
                                new Look(
                                        row.value1().toInstant(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4()));
    }
}
