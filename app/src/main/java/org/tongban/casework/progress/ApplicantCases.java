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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Casework;
import org.tongban.casework.OwnReach;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.line.CaseLine;
import org.tongban.crypto.FieldCipher;
import org.tongban.law.LegalBasis;

/**
 * Reads cases for those who applied and for those who act for them. Whoever asks names the caller,
 * so that nobody comes to another person's case by its number.
 */
@Component
public class ApplicantCases {

    /** Cases on one page of the list. */
    static final int PAGE = 20;

    /** More lines than a case has that is ever closed. */
    private static final int MOST_LINES = 500;

    private static final int MOST_FILES = 500;

    /** As the database orders ids: byte by byte, which Java's own order of them is not. */
    private static final Comparator<FoundCase> NEWEST =
            Comparator.comparing(FoundCase::submittedAt)
                    .reversed()
                    .thenComparing(found -> found.id().toString());

    private final DSLContext db;
    private final FieldCipher cipher;
    private final CaseRegister register;
    private final OwnReach reach;

    ApplicantCases(DSLContext db, FieldCipher cipher, CaseRegister register, OwnReach reach) {
        this.reach = reach;
        this.db = db;
        this.cipher = cipher;
        this.register = register;
    }

    /** The case of that number, if it is the caller's to see today. */
    Optional<FoundCase> own(String caseNo, ApplicantPrincipal caller) {
        return found(CASE_FILE.CASE_NO.eq(caseNo).and(reach.of(caller).any())).stream().findFirst();
    }

    /** The case of that number, whoever asks: only for callers who check the query code. */
    Optional<FoundCase> numbered(String caseNo) {
        return found(CASE_FILE.CASE_NO.eq(caseNo)).stream().findFirst();
    }

    /**
     * The caller's cases that wait for the applicant, the longest waiting first: corrections,
     * promised papers, a word that is doubted.
     */
    List<FoundCase> waiting(ApplicantPrincipal caller) {
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
        return select(reach.of(caller).any().and(turn))
                .orderBy(CASE_FILE.SUBMITTED_AT, CASE_FILE.CASE_ID)
                .limit(PAGE)
                .fetch(ApplicantCases::read);
    }

    /**
     * The caller's cases, the newest first. Each applicant's are read from an index of their own, a
     * page of each at most, so that a firm with ten thousand cases is as quick as a person with
     * two.
     *
     * @param after the last case of the page before
     * @return one more than a page when there are more
     */
    List<FoundCase> of(ApplicantPrincipal caller, Optional<Cursor> after) {
        var found = new ArrayList<FoundCase>();
        for (var condition : reach.of(caller).each()) {
            var ordered =
                    select(condition).orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.CASE_ID);
            found.addAll(
                    (after.isEmpty()
                                    ? ordered.limit(PAGE + 1)
                                    : ordered.seek(
                                                    after.get().at().atOffset(ZoneOffset.UTC),
                                                    after.get().caseId())
                                            .limit(PAGE + 1))
                            .fetch(ApplicantCases::read));
        }
        return found.stream().sorted(NEWEST).limit(PAGE + 1).toList();
    }

    /** Where a page of the list ended. */
    record Cursor(Instant at, UUID caseId) {}

    private List<FoundCase> found(Condition which) {
        return select(which).limit(1).fetch(ApplicantCases::read);
    }

    private SelectConditionStep<Record5<JSONB, String, String, OffsetDateTime, byte[]>> select(
            Condition which) {
        return db.select(
                        CASE_FILE.PROGRESS,
                        CASE_FILE.QUERY_CODE,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.SUBMITTED_AT,
                        CASE_FILE.APPLICANT_HASH)
                .from(CASE_FILE)
                .where(which);
    }

    private static FoundCase read(Record5<JSONB, String, String, OffsetDateTime, byte[]> row) {
        return new FoundCase(
                CaseJson.readFile(row.value1().data()),
                row.value2(),
                row.value3(),
                row.value4().toInstant(),
                row.value5());
    }

    /** What happened, the first act first. */
    List<CaseLine> lines(UUID caseId) {
        return register.line(caseId);
    }

    /** Who did something in the applicant's name, by the number of the line; not the applicant. */
    @LegalBasis("practice/mandate/recorded")
    Map<Integer, String> doneByOthers(FoundCase found) {
        return db.select(CASE_EVENT.SEQ, CASE_EVENT.ACTOR_NAME)
                .from(CASE_EVENT)
                .where(CASE_EVENT.CASE_ID.eq(found.id()))
                .and(CASE_EVENT.ACTOR_KIND.eq("applicant"))
                .and(CASE_EVENT.ACTOR_NAME.ne(found.applicantName()))
                .limit(MOST_LINES)
                .fetchMap(CASE_EVENT.SEQ, CASE_EVENT.ACTOR_NAME);
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
