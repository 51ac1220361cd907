package org.tongban.casework.promises;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.tongban.schema.Tables.BROKEN_PROMISE;
import static org.tongban.schema.Tables.CASE_FILE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CreditSource;
import org.tongban.casework.Pledge;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.law.LegalBasis;

/** The platform's own record of broken promises, written from the event line. */
@Component
class BrokenPromises implements CreditSource, Follower {

    static final int PAGE = 30;

    private final DSLContext db;
    private final CaseContents cases;
    private final Catalogue catalogue;
    private final Clock clock;

    BrokenPromises(DSLContext db, CaseContents cases, Catalogue catalogue, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Where a page begins: behind this one. */
    record Key(LocalDate brokenOn, UUID caseId, int no) {}

    /** One broken promise. */
    record Broken(
            UUID caseId,
            int no,
            String applicant,
            String agency,
            String item,
            String material,
            Pledge.Kind kind,
            LocalDate brokenOn,
            Optional<String> repairedBy,
            Optional<String> repairReason) {

        Key key() {
            return new Key(brokenOn, caseId, no);
        }
    }

    @Override
    @LegalBasis("practice/merge/checks")
    public boolean trusts(List<byte[]> applicantHashes) {
        return !db.fetchExists(
                db.selectOne()
                        .from(BROKEN_PROMISE)
                        .where(BROKEN_PROMISE.APPLICANT_HASH.in(applicantHashes))
                        .and(BROKEN_PROMISE.REPAIRED_AT.isNull()));
    }

    /**
     * By the number of the application alone: whoever sent it with a promise was looked up with all
     * their numbers then, and an act has one statement for this.
     */
    @Override
    public boolean trustsApplicantOf(UUID caseId) {
        var applicant =
                select(CASE_FILE.APPLICANT_HASH)
                        .from(CASE_FILE)
                        .where(CASE_FILE.CASE_ID.eq(caseId));
        return !db.fetchExists(
                db.selectOne()
                        .from(BROKEN_PROMISE)
                        .where(BROKEN_PROMISE.APPLICANT_HASH.eq(applicant))
                        .and(BROKEN_PROMISE.REPAIRED_AT.isNull()));
    }

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public void follow(CaseLine line) {
        if (line.event() instanceof CaseEvent.PapersNeverCame never) {
            enter(line.caseId(), never.broken());
        }
        if (line.event() instanceof CaseEvent.GrantRevoked revoked) {
            enter(line.caseId(), revoked.broken());
        }
    }

    @LegalBasis("practice/credit")
    private void enter(UUID caseId, List<Pledge> broken) {
        var head = cases.head(caseId).orElseThrow();
        var item = catalogue.version(head.itemKey(), head.itemVersion()).name();
        var no = 1;
        for (var pledge : broken) {
            var on = pledge.settledOn();
            db.insertInto(BROKEN_PROMISE)
                    .set(BROKEN_PROMISE.CASE_ID, caseId)
                    .set(BROKEN_PROMISE.PROMISE_NO, no++)
                    .set(BROKEN_PROMISE.APPLICANT_HASH, head.applicantHash())
                    .set(BROKEN_PROMISE.APPLICANT_NAME, head.applicantName())
                    .set(BROKEN_PROMISE.AGENCY_KEY, head.agency())
                    .set(BROKEN_PROMISE.ITEM_NAME, item)
                    .set(BROKEN_PROMISE.MATERIAL_NAME, pledge.name())
                    .set(BROKEN_PROMISE.KIND, pledge.kind().name().toLowerCase(Locale.ROOT))
                    .set(BROKEN_PROMISE.BROKEN_ON, on == null ? pledge.madeOn() : on)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** A page within the reader's reach, the latest first; one more if there is more. */
    List<Broken> page(StaffPrincipal staff, Optional<Key> after) {
        return list(
                reach(staff)
                        .and(
                                after.map(
                                                key ->
                                                        row(
                                                                        BROKEN_PROMISE.BROKEN_ON,
                                                                        BROKEN_PROMISE.CASE_ID,
                                                                        BROKEN_PROMISE.PROMISE_NO)
                                                                .lt(
                                                                        key.brokenOn(),
                                                                        key.caseId(),
                                                                        key.no()))
                                        .orElse(noCondition())));
    }

    /** One, if it lies within the reader's reach. */
    Optional<Broken> find(UUID caseId, int no, StaffPrincipal staff) {
        return list(
                        reach(staff)
                                .and(BROKEN_PROMISE.CASE_ID.eq(caseId))
                                .and(BROKEN_PROMISE.PROMISE_NO.eq(no)))
                .stream()
                .findFirst();
    }

    /**
     * Repairs credit: the person may promise again.
     *
     * @return false when it was repaired before; the first reason stays then
     */
    @LegalBasis("practice/credit")
    boolean repair(Broken broken, String reason, String by) {
        return db.update(BROKEN_PROMISE)
                        .set(BROKEN_PROMISE.REPAIRED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(BROKEN_PROMISE.REPAIRED_BY, by)
                        .set(BROKEN_PROMISE.REPAIR_REASON, reason)
                        .where(BROKEN_PROMISE.CASE_ID.eq(broken.caseId()))
                        .and(BROKEN_PROMISE.PROMISE_NO.eq(broken.no()))
                        .and(BROKEN_PROMISE.REPAIRED_AT.isNull())
                        .execute()
                == 1;
    }

    private List<Broken> list(Condition which) {
        return db.selectFrom(BROKEN_PROMISE)
                .where(which)
                .orderBy(
                        BROKEN_PROMISE.BROKEN_ON.desc(),
                        BROKEN_PROMISE.CASE_ID.desc(),
                        BROKEN_PROMISE.PROMISE_NO.desc())
                .limit(PAGE + 1)
                .fetch(
                        row ->
                                new Broken(
                                        row.getCaseId(),
                                        row.getPromiseNo(),
                                        row.getApplicantName(),
                                        row.getAgencyKey(),
                                        row.getItemName(),
                                        row.getMaterialName(),
                                        Pledge.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                                        row.getBrokenOn(),
                                        Optional.ofNullable(row.getRepairedBy()),
                                        Optional.ofNullable(row.getRepairReason())));
    }

    private static Condition reach(StaffPrincipal staff) {
        return staff.wholeRegion() ? noCondition() : BROKEN_PROMISE.AGENCY_KEY.in(staff.agencies());
    }
}
