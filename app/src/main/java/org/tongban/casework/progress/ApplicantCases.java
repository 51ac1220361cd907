package org.tongban.casework.progress;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_MATERIAL;
import static org.tongban.schema.Tables.CASE_NOTICE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record4;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Casework;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.line.CaseLine;
import org.tongban.crypto.FieldCipher;

/**
 * Reads cases for those who applied. Whoever asks names the account, so that nobody comes to
 * another person's case by its number.
 */
@Component
public class ApplicantCases {

    /** Cases on one page of the list. */
    static final int PAGE = 20;

    /** More lines than a case has that is ever closed. */
    private static final int MOST_LINES = 500;

    private static final int MOST_FILES = 500;

    private final DSLContext db;
    private final FieldCipher cipher;
    private final CaseRegister register;

    ApplicantCases(DSLContext db, FieldCipher cipher, CaseRegister register) {
        this.db = db;
        this.cipher = cipher;
        this.register = register;
    }

    /** The account's own case of that number. */
    Optional<FoundCase> own(String caseNo, UUID accountId) {
        return found(CASE_FILE.CASE_NO.eq(caseNo).and(CASE_FILE.ACCOUNT_ID.eq(accountId))).stream()
                .findFirst();
    }

    /** The case of that number, whoever asks: only for callers who check the query code. */
    Optional<FoundCase> numbered(String caseNo) {
        return found(CASE_FILE.CASE_NO.eq(caseNo)).stream().findFirst();
    }

    /**
     * The account's cases that wait for the applicant, the longest waiting first: corrections,
     * promised papers, a word that is doubted.
     */
    List<FoundCase> waiting(UUID accountId) {
        var turn =
                exists(
                        selectOne()
                                .from(CASE_CLOCK)
                                .where(CASE_CLOCK.CASE_ID.eq(CASE_FILE.CASE_ID))
                                .and(CASE_CLOCK.STATE.eq(inline("running")))
                                .and(
                                        CASE_CLOCK.KIND.in(
                                                inline("correction"),
                                                inline("supplement"),
                                                inline("pleading"))));
        return select(CASE_FILE.ACCOUNT_ID.eq(accountId).and(turn))
                .orderBy(CASE_FILE.SUBMITTED_AT, CASE_FILE.CASE_ID)
                .limit(PAGE)
                .fetch(ApplicantCases::read);
    }

    /**
     * The account's cases, the newest first.
     *
     * @param after the last case of the page before
     * @return one more than a page when there are more
     */
    List<FoundCase> of(UUID accountId, Optional<Cursor> after) {
        var ordered =
                select(CASE_FILE.ACCOUNT_ID.eq(accountId))
                        .orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.CASE_ID);
        return (after.isEmpty()
                        ? ordered.limit(PAGE + 1)
                        : ordered.seek(
                                        after.get().at().atOffset(ZoneOffset.UTC),
                                        after.get().caseId())
                                .limit(PAGE + 1))
                .fetch(ApplicantCases::read);
    }

    /** Where a page of the list ended. */
    record Cursor(Instant at, UUID caseId) {}

    private List<FoundCase> found(Condition which) {
        return select(which).limit(1).fetch(ApplicantCases::read);
    }

    private org.jooq.SelectConditionStep<Record4<JSONB, String, String, java.time.OffsetDateTime>>
            select(Condition which) {
        return db.select(
                        CASE_FILE.PROGRESS,
                        CASE_FILE.QUERY_CODE,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.SUBMITTED_AT)
                .from(CASE_FILE)
                .where(which);
    }

    private static FoundCase read(Record4<JSONB, String, String, java.time.OffsetDateTime> row) {
        return new FoundCase(
                CaseJson.readFile(row.value1().data()),
                row.value2(),
                row.value3(),
                row.value4().toInstant());
    }

    /** What happened, the first act first. */
    List<CaseLine> lines(UUID caseId) {
        return register.line(caseId);
    }

    /** Whether this press of a button has been carried out on the case. */
    public boolean isCarriedOut(UUID caseId, UUID actId) {
        return db.fetchExists(
                db.selectOne()
                        .from(CASE_EVENT)
                        .where(CASE_EVENT.CASE_ID.eq(caseId))
                        .and(CASE_EVENT.ACT_ID.eq(actId)));
    }

    List<Paper> papers(UUID caseId) {
        return db.select(CASE_NOTICE.NOTICE_NO, CASE_NOTICE.CONTENT)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .orderBy(CASE_NOTICE.NOTICE_NO)
                .limit(MOST_LINES)
                .fetch(row -> new Paper(row.value1(), CaseJson.readNotice(row.value2().data())));
    }

    /**
     * Everything that was handed in, in the order in which it came; what officers brought from a
     * visit is theirs.
     */
    public List<SubmittedFile> files(UUID caseId) {
        return db.selectFrom(CASE_MATERIAL)
                .where(CASE_MATERIAL.CASE_ID.eq(caseId))
                .and(CASE_MATERIAL.MATERIAL_KEY.ne(SubmittedFile.VISIT))
                .orderBy(CASE_MATERIAL.FILE_NO)
                .limit(MOST_FILES)
                .fetch(
                        row ->
                                new SubmittedFile(
                                        row.getFileNo(),
                                        row.getMaterialKey(),
                                        row.getName(),
                                        row.getSm3(),
                                        row.getMediaType(),
                                        row.getSizeBytes()));
    }

    /** What was answered, decrypted; for the applicant's own corrections. */
    public PrivatePart content(UUID caseId) {
        var sealed =
                db.select(CASE_FILE.PRIVATE_PART)
                        .from(CASE_FILE)
                        .where(CASE_FILE.CASE_ID.eq(caseId))
                        .fetchOptional(CASE_FILE.PRIVATE_PART)
                        .orElseThrow();
        return CaseJson.readPrivatePart(
                cipher.decrypt(sealed, Casework.context(caseId)).getBytes(StandardCharsets.UTF_8));
    }
}
