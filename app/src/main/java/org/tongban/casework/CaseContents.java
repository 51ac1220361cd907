package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_FILE;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.codes.CaseNumber;
import org.tongban.crypto.Keys;

/**
 * Reads a case for the modules that live from it: certificates, ratings, the archive. Whoever asks
 * answers for the right to know; nothing is checked here.
 */
@Component
public class CaseContents {

    private static final Field<String> DELIVERY =
            DSL.field("{0} ->> 'delivery'", String.class, CASE_FILE.PROGRESS);

    private final DSLContext db;
    private final Keys keys;

    CaseContents(DSLContext db, Keys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** A case and what was applied with, decrypted. */
    public record Whole(CaseHead head, PrivatePart content) {}

    /**
     * Both parts of a case in one reading.
     *
     * @throws org.tongban.crypto.DecryptionFailed when the stored part was changed or moved
     */
    public Optional<Whole> whole(UUID caseId) {
        return headAnd(CASE_FILE.PRIVATE_PART)
                .where(CASE_FILE.CASE_ID.eq(caseId))
                .fetchOptional(
                        row ->
                                new Whole(
                                        head(row),
                                        opened(caseId, row.get(CASE_FILE.PRIVATE_PART))));
    }

    /**
     * What was applied with, decrypted.
     *
     * @throws org.tongban.crypto.DecryptionFailed when the stored part was changed or moved
     */
    public Optional<PrivatePart> of(UUID caseId) {
        return db.select(CASE_FILE.PRIVATE_PART)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_ID.eq(caseId))
                .fetchOptional(CASE_FILE.PRIVATE_PART)
                .map(stored -> opened(caseId, stored));
    }

    private PrivatePart opened(UUID caseId, byte[] stored) {
        return CaseJson.readPrivatePart(
                keys.fieldCipher().decryptBytes(stored, Casework.context(caseId)));
    }

    public Optional<CaseHead> head(UUID caseId) {
        return head(CASE_FILE.CASE_ID.eq(caseId));
    }

    public Optional<CaseHead> head(CaseNumber number) {
        return head(CASE_FILE.CASE_NO.eq(number.value()));
    }

    private Optional<CaseHead> head(Condition which) {
        return headAnd().where(which).fetchOptional(CaseContents::head);
    }

    private SelectJoinStep<Record> headAnd(Field<?>... more) {
        return db.select(
                        CASE_FILE.CASE_ID,
                        CASE_FILE.CASE_NO,
                        CASE_FILE.STATE,
                        CASE_FILE.OUTCOME,
                        CASE_FILE.ITEM_KEY,
                        CASE_FILE.ITEM_VERSION,
                        CASE_FILE.AGENCY_KEY,
                        CASE_FILE.APPLICANT_KIND,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.APPLICANT_HASH,
                        CASE_FILE.ACCOUNT_ID,
                        CASE_FILE.DECIDED_ON,
                        DELIVERY)
                .select(more)
                .from(CASE_FILE);
    }

    private static CaseHead head(Record row) {
        return new CaseHead(
                row.get(CASE_FILE.CASE_ID),
                row.get(CASE_FILE.CASE_NO),
                CaseState.valueOf(constant(row.get(CASE_FILE.STATE))),
                Optional.ofNullable(row.get(CASE_FILE.OUTCOME))
                        .map(CaseContents::constant)
                        .map(Outcome::valueOf),
                row.get(CASE_FILE.ITEM_KEY),
                row.get(CASE_FILE.ITEM_VERSION),
                row.get(CASE_FILE.AGENCY_KEY),
                Applicant.Kind.valueOf(constant(row.get(CASE_FILE.APPLICANT_KIND))),
                row.get(CASE_FILE.APPLICANT_NAME),
                row.get(CASE_FILE.APPLICANT_HASH),
                Optional.ofNullable(row.get(CASE_FILE.ACCOUNT_ID)),
                Optional.ofNullable(row.get(CASE_FILE.DECIDED_ON)),
                Act.DeliveryWay.valueOf(row.get(DELIVERY)));
    }

    private static String constant(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}
