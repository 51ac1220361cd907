package org.tongban.casework.staff;

import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_MATERIAL;
import static org.tongban.schema.Tables.CASE_NOTICE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Looks;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Notice;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.kept.KeptUses;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.LookupHash;

/**
 * Opens cases for staff. May be opened by those who hold a post of one of its tasks, open or done,
 * by clerks in whose scope its agency lies, by who took it in, and by supervisors; for everybody
 * else it does not exist. Each opening of the personal part is recorded before it is shown.
 */
@Component
public class CaseSheets {

    private final DSLContext db;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final LookupHash lookup;
    private final Accounts accounts;
    private final KeptUses kept;
    private final Looks looks;

    CaseSheets(
            DSLContext db,
            Catalogue catalogue,
            FieldCipher cipher,
            LookupHash lookup,
            Accounts accounts,
            KeptUses kept,
            Looks looks) {
        this.db = db;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.lookup = lookup;
        this.accounts = accounts;
        this.kept = kept;
        this.looks = looks;
    }

    /**
     * The whole case for a reader.
     *
     * @param purpose of the look, in words for the person concerned
     * @return empty when there is no such case for this reader
     */
    public Optional<CaseSheet> open(UUID caseId, StaffPrincipal staff, String purpose) {
        var row =
                db.select(
                                CASE_FILE.PROGRESS,
                                CASE_FILE.APPLICANT_NAME,
                                CASE_FILE.PRIVATE_PART,
                                CASE_FILE.CHANNEL,
                                CASE_FILE.SUBMITTED_AT)
                        .from(CASE_FILE)
                        .where(CASE_FILE.CASE_ID.eq(caseId))
                        .fetchOne();
        if (row == null) return Optional.empty();
        var file = CaseJson.readFile(row.value1().data());
        var own = tookIn(caseId, staff);
        if (!mayOpen(file, staff, own)) return Optional.empty();
        var content =
                CaseJson.readPrivatePart(
                        cipher.decryptBytes(row.value3(), Casework.context(caseId)));
        looks.record(
                staff,
                agencyOf(staff, file),
                subject(content.applicant()),
                Optional.of(caseId),
                purpose);
        var files = files(caseId);
        return Optional.of(
                new CaseSheet(
                        file,
                        catalogue.version(file.itemKey(), file.itemVersion()).definition(),
                        Channel.valueOf(upper(row.value4())),
                        row.value2(),
                        content,
                        row.value5().toInstant(),
                        events(caseId),
                        papers(caseId),
                        files,
                        kept.grades(files.stream().map(SubmittedFile::fileNo).toList()),
                        own));
    }

    /** The case without its personal part; leaves no look. */
    public Optional<CaseFile> reach(UUID caseId, StaffPrincipal staff) {
        return db.select(CASE_FILE.PROGRESS)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.eq(caseId))
                .fetchOptional(row -> CaseJson.readFile(row.value1().data()))
                .filter(file -> mayOpen(file, staff, tookIn(caseId, staff)));
    }

    /** Who acts on the case: its intake counts for those who took it in. */
    public Actor actor(CaseFile file, StaffPrincipal staff) {
        return tookIn(file.caseId(), staff)
                ? StaffActor.onOwnIntake(staff, file.agency())
                : StaffActor.of(staff);
    }

    /** One paper of a case as it was issued. */
    public Optional<Notice> paper(UUID caseId, int noticeNo) {
        return db.select(CASE_NOTICE.CONTENT)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .and(CASE_NOTICE.NOTICE_NO.eq(noticeNo))
                .fetchOptional(row -> CaseJson.readNotice(row.value1().data()));
    }

    /** The latest paper of a case as it was issued. */
    public Optional<Notice> latestPaper(UUID caseId) {
        return db.select(CASE_NOTICE.CONTENT)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .orderBy(CASE_NOTICE.NOTICE_NO.desc())
                .limit(1)
                .fetchOptional(row -> CaseJson.readNotice(row.value1().data()));
    }

    /** Notes that the unmasked numbers of a case's applicant were asked for. */
    public void look(StaffPrincipal staff, CaseSheet sheet, String purpose) {
        looks.record(
                staff,
                agencyOf(staff, sheet.file()),
                subject(sheet.content().applicant()),
                Optional.of(sheet.caseId()),
                purpose);
    }

    private static boolean mayOpen(CaseFile file, StaffPrincipal staff, boolean own) {
        var onTask = file.tasks().stream().anyMatch(task -> staff.posts().contains(task.post()));
        // Both offices see what became of a case that one handed to the other.
        var reached =
                staff.reaches(file.agency())
                        || file.formerAgency().filter(staff::reaches).isPresent();
        var clerk = (staff.has("accept") || staff.has("deliver")) && reached;
        var supervisor = staff.has("supervise") && reached;
        var head = staff.has("head") && reached;
        return onTask || clerk || supervisor || head || own;
    }

    private boolean tookIn(UUID caseId, StaffPrincipal staff) {
        return db.fetchExists(
                db.selectOne()
                        .from(CASE_EVENT)
                        .where(CASE_EVENT.CASE_ID.eq(caseId))
                        .and(CASE_EVENT.SEQ.eq(1))
                        .and(CASE_EVENT.ACTOR_KIND.eq("staff"))
                        .and(CASE_EVENT.ACTOR_ID.eq(staff.staffId().toString())));
    }

    /** For which agency somebody looks: the case's own where they sit in it, else theirs. */
    private static Optional<String> agencyOf(StaffPrincipal staff, CaseFile file) {
        return staff.agencies().contains(file.agency())
                ? Optional.of(file.agency())
                : staff.agencies().stream().sorted().findFirst();
    }

    /**
     * Under whom a look is noted: the person, or the one who represents the firm. A firm that the
     * register does not know is noted under its own code, so that no look goes without a line.
     */
    private byte[] subject(Applicant applicant) {
        return switch (applicant.kind()) {
            case PERSON -> accounts.subject(CitizenId.of(applicant.number()));
            case FIRM ->
                    accounts.firmWith(CreditCode.of(applicant.number()))
                            .flatMap(firm -> accounts.subjectOf(firm.representativeId()))
                            .orElseGet(() -> lookup.of(applicant.number(), Casework.APPLICANT));
        };
    }

    private List<CaseSheet.Line> events(UUID caseId) {
        return db.select(
                        CASE_EVENT.SEQ,
                        CASE_EVENT.AT,
                        CASE_EVENT.ACTOR_KIND,
                        CASE_EVENT.ACTOR_NAME,
                        CASE_EVENT.ACT,
                        CASE_EVENT.BODY)
                .from(CASE_EVENT)
                .where(CASE_EVENT.CASE_ID.eq(caseId))
                .orderBy(CASE_EVENT.SEQ)
                .fetch(
                        row ->
                                new CaseSheet.Line(
                                        row.value1(),
                                        row.value2().toInstant(),
                                        Actor.Kind.valueOf(upper(row.value3())),
                                        row.value4(),
                                        CaseJson.readEvent(row.value5(), row.value6())));
    }

    private List<CaseSheet.Paper> papers(UUID caseId) {
        return db.select(CASE_NOTICE.NOTICE_NO, CASE_NOTICE.CONTENT)
                .from(CASE_NOTICE)
                .where(CASE_NOTICE.CASE_ID.eq(caseId))
                .orderBy(CASE_NOTICE.NOTICE_NO)
                .fetch(
                        row -> {
                            var notice = CaseJson.readNotice(row.value2().data());
                            return new CaseSheet.Paper(
                                    row.value1(),
                                    notice.kind(),
                                    notice.title(),
                                    notice.number(),
                                    notice.issuedOn());
                        });
    }

    private List<SubmittedFile> files(UUID caseId) {
        return db.select(
                        CASE_MATERIAL.FILE_NO,
                        CASE_MATERIAL.MATERIAL_KEY,
                        CASE_MATERIAL.NAME,
                        CASE_MATERIAL.SM3,
                        CASE_MATERIAL.MEDIA_TYPE,
                        CASE_MATERIAL.SIZE_BYTES)
                .from(CASE_MATERIAL)
                .where(CASE_MATERIAL.CASE_ID.eq(caseId))
                .orderBy(CASE_MATERIAL.ADDED_AT, CASE_MATERIAL.FILE_NO)
                .fetch(
                        row ->
                                new SubmittedFile(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6()));
    }

    private static String upper(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}
