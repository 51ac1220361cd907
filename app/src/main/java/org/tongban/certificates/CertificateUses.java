package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE;
import static org.tongban.schema.Tables.CERTIFICATE_USE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.CertificateUseRecord;

/** Who used certificates and for what. Lines are added, never changed. */
@Component
@LegalBasis("practice/evidence/used")
public class CertificateUses {

    /** Lines on a page. */
    public static final int PAGE = 20;

    /** More materials than an item has. */
    private static final int MOST_OF_A_CASE = 100;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    /** How it came to be used. */
    public enum Way {
        CASE,
        CODE,
        LOAN
    }

    /**
     * One use.
     *
     * @param usedBy in words for the holder
     * @param copy that was made for it; empty where somebody only looked
     */
    public record Use(
            UUID id,
            UUID certificate,
            Way way,
            Instant at,
            String usedBy,
            String purpose,
            Optional<Copy> copy) {}

    /**
     * An annotated copy (加注件) that lies in a case.
     *
     * @param until its last day
     */
    public record Copy(
            UUID caseId,
            String material,
            UUID fileNo,
            String sm3,
            long size,
            String token,
            LocalDate until) {}

    CertificateUses(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes that somebody looked at a certificate. To be called before it is shown. */
    public void record(UUID certificate, Way way, String usedBy, String purpose) {
        line(certificate, way, usedBy, purpose).execute();
    }

    /** Notes that a copy was fetched for a case; the first copy for a material counts. */
    public void record(UUID certificate, String usedBy, String purpose, Copy copy) {
        line(certificate, Way.CASE, usedBy, purpose)
                .set(CERTIFICATE_USE.CASE_ID, copy.caseId())
                .set(CERTIFICATE_USE.MATERIAL_KEY, copy.material())
                .set(CERTIFICATE_USE.FILE_NO, copy.fileNo())
                .set(CERTIFICATE_USE.COPY_SM3, copy.sm3())
                .set(CERTIFICATE_USE.COPY_SIZE, copy.size())
                .set(CERTIFICATE_USE.COPY_TOKEN, copy.token())
                .set(CERTIFICATE_USE.COPY_UNTIL, copy.until())
                .onConflict(CERTIFICATE_USE.CASE_ID, CERTIFICATE_USE.MATERIAL_KEY)
                .where(CERTIFICATE_USE.CASE_ID.isNotNull())
                .doNothing()
                .execute();
    }

    private org.jooq.InsertSetMoreStep<CertificateUseRecord> line(
            UUID certificate, Way way, String usedBy, String purpose) {
        return db.insertInto(CERTIFICATE_USE)
                .set(CERTIFICATE_USE.USE_ID, ids.next())
                .set(CERTIFICATE_USE.CERTIFICATE_ID, certificate)
                .set(CERTIFICATE_USE.WAY, way.name().toLowerCase(Locale.ROOT))
                .set(CERTIFICATE_USE.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CERTIFICATE_USE.USED_BY, usedBy)
                .set(CERTIFICATE_USE.PURPOSE, purpose);
    }

    /**
     * The uses of all versions of a certificate, the last first.
     *
     * @param before the last use of the page before; empty for the first page
     * @return one more than {@value #PAGE} when there are more
     */
    public List<Use> of(Certificate certificate, Optional<UUID> before) {
        var versions =
                DSL.select(CERTIFICATE.CERTIFICATE_ID)
                        .from(CERTIFICATE)
                        .where(CERTIFICATE.CASE_ID.eq(certificate.caseId()));
        return list(
                CERTIFICATE_USE
                        .CERTIFICATE_ID
                        .in(versions)
                        .and(before.map(CERTIFICATE_USE.USE_ID::lt).orElse(DSL.noCondition())),
                PAGE + 1);
    }

    /** A use, with the type of what was used. */
    public record HeldUse(String typeKey, Use use) {}

    /**
     * The uses of everything that some holders hold between two ids, the last first.
     *
     * @param from the least id that is wanted
     * @param before this id and later ones are not wanted
     */
    public List<HeldUse> ofHolders(List<byte[]> holders, UUID from, UUID before, int most) {
        return db.select(CERTIFICATE_USE.fields())
                .select(CERTIFICATE.TYPE_KEY)
                .from(CERTIFICATE_USE)
                .join(CERTIFICATE)
                .on(CERTIFICATE.CERTIFICATE_ID.eq(CERTIFICATE_USE.CERTIFICATE_ID))
                .where(CERTIFICATE.HOLDER_HASH.in(holders))
                .and(CERTIFICATE_USE.USE_ID.ge(from))
                .and(CERTIFICATE_USE.USE_ID.lt(before))
                .orderBy(CERTIFICATE_USE.USE_ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new HeldUse(
                                        row.get(CERTIFICATE.TYPE_KEY),
                                        use(row.into(CERTIFICATE_USE))));
    }

    /** What was fetched for a case. */
    public List<Use> ofCase(UUID caseId) {
        return list(CERTIFICATE_USE.CASE_ID.eq(caseId), MOST_OF_A_CASE).reversed();
    }

    public Optional<Use> withToken(String token) {
        return list(CERTIFICATE_USE.COPY_TOKEN.eq(token), 1).stream().findFirst();
    }

    private List<Use> list(Condition which, int most) {
        return db.selectFrom(CERTIFICATE_USE)
                .where(which)
                .orderBy(CERTIFICATE_USE.USE_ID.desc())
                .limit(most)
                .fetch(CertificateUses::use);
    }

    private static Use use(CertificateUseRecord row) {
        return new Use(
                row.getUseId(),
                row.getCertificateId(),
                Way.valueOf(row.getWay().toUpperCase(Locale.ROOT)),
                row.getAt().toInstant(),
                row.getUsedBy(),
                row.getPurpose(),
                Optional.ofNullable(row.getCaseId())
                        .map(
                                caseId ->
                                        new Copy(
                                                caseId,
                                                row.getMaterialKey(),
                                                row.getFileNo(),
                                                row.getCopySm3(),
                                                row.getCopySize(),
                                                row.getCopyToken(),
                                                row.getCopyUntil())));
    }
}
