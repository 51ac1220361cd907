package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_FILE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.codes.CaseNumber;
import org.tongban.crypto.Keys;
import org.tongban.database.Binds;

/**
 * Reads a case for the modules that live from it: certificates, ratings, the archive. Whoever asks
 * answers for the right to know; nothing is checked here.
 */
@Component
public class CaseContents {

    private static final Field<String> DELIVERY =
            DSL.field("{0} ->> 'delivery'", String.class, CASE_FILE.PROGRESS);

    /** Read for every certificate that is issued; as text for the reason of ADR 10. */
    private static final String WHOLE =
            """
            SELECT case_id, case_no, state, outcome, item_key, item_version, agency_key, applicant_kind, applicant_name,
                   applicant_hash, account_id, decided_on, progress ->> 'delivery' AS delivery, private_part
              FROM case_file
             WHERE case_id = ?
            """;

    private static final String PRIVATE_PART = "private_part";

    private final DSLContext db;
    private final JdbcTemplate jdbc;
    private final Keys keys;

    CaseContents(DSLContext db, JdbcTemplate jdbc, Keys keys) {
        this.db = db;
        this.jdbc = jdbc;
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
        return jdbc
                .query(
                        WHOLE,
                        new Binds().id(caseId),
                        (row, _) ->
                                new Whole(head(row), opened(caseId, row.getBytes(PRIVATE_PART))))
                .stream()
                .findFirst();
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
                .from(CASE_FILE)
                .where(which)
                .fetchOptional(CaseContents::head);
    }

    private static CaseHead head(ResultSet row) throws SQLException {
        return new CaseHead(
                row.getObject("case_id", UUID.class),
                row.getString("case_no"),
                CaseState.valueOf(constant(row.getString("state"))),
                Optional.ofNullable(row.getString("outcome"))
                        .map(CaseContents::constant)
                        .map(Outcome::valueOf),
                row.getString("item_key"),
                row.getInt("item_version"),
                row.getString("agency_key"),
                Applicant.Kind.valueOf(constant(row.getString("applicant_kind"))),
                row.getString("applicant_name"),
                row.getBytes("applicant_hash"),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getObject("decided_on", LocalDate.class)),
                Act.DeliveryWay.valueOf(row.getString("delivery")));
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
