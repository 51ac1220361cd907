package org.tongban.casework.kept;

import static org.jooq.impl.DSL.noCondition;
import static org.tongban.schema.Tables.KEPT_MATERIAL;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.casework.Trust;
import org.tongban.crypto.FieldCipher;
import org.tongban.database.RowIds;
import org.tongban.schema.tables.records.KeptMaterialRecord;

/** The rows of what is kept. Whoever asks answers for the right to know. */
@Component
class KeptRows {

    /** Files of a page. */
    static final int PAGE = 20;

    /** As many are read for one application; of each material the latest few are offered. */
    private static final int MOST_OFFERED = 200;

    private final DSLContext db;
    private final FieldCipher cipher;
    private final RowIds ids;

    KeptRows(DSLContext db, FieldCipher cipher, RowIds ids) {
        this.db = db;
        this.cipher = cipher;
        this.ids = ids;
    }

    /**
     * A file that came with a case.
     *
     * @param typed whether its owner's number is the word of somebody whom nobody has checked
     */
    record Coming(Kept kept, Optional<UUID> account, boolean typed, UUID caseId) {}

    /** Keeps it, or notes of one that is kept that it came again; the better grade stays. */
    void keep(Coming coming) {
        var kept = coming.kept();
        var id = ids.next();
        var compared = kept.compared();
        var better = DSL.excluded(KEPT_MATERIAL.GRADE).lt(KEPT_MATERIAL.GRADE);
        db.insertInto(KEPT_MATERIAL)
                .set(KEPT_MATERIAL.KEPT_ID, id)
                .set(KEPT_MATERIAL.OWNER_HASH, kept.ownerHash())
                .set(KEPT_MATERIAL.ACCOUNT_ID, coming.account().orElse(null))
                .set(KEPT_MATERIAL.TYPED, coming.typed())
                .set(KEPT_MATERIAL.WHAT, kept.what())
                .set(KEPT_MATERIAL.CALLED, kept.called())
                .set(KEPT_MATERIAL.TITLE, sealed(id, kept.title()))
                .set(KEPT_MATERIAL.SM3, kept.sm3())
                .set(KEPT_MATERIAL.MEDIA_TYPE, kept.mediaType())
                .set(KEPT_MATERIAL.SIZE_BYTES, kept.size())
                .set(KEPT_MATERIAL.GRADE, kept.grade().word())
                .set(KEPT_MATERIAL.COMPARED_BY, compared.map(Kept.Compared::agency).orElse(null))
                .set(KEPT_MATERIAL.COMPARED_ON, compared.map(Kept.Compared::on).orElse(null))
                .set(KEPT_MATERIAL.VALID_UNTIL, kept.validUntil().orElse(null))
                .set(KEPT_MATERIAL.CASE_ID, coming.caseId())
                .set(KEPT_MATERIAL.ITEM_NAME, kept.itemName())
                .set(KEPT_MATERIAL.CAME_AT, kept.cameAt().atOffset(ZoneOffset.UTC))
                .onConflict(KEPT_MATERIAL.OWNER_HASH, KEPT_MATERIAL.WHAT, KEPT_MATERIAL.SM3)
                .doUpdate()
                .set(KEPT_MATERIAL.CASE_ID, DSL.excluded(KEPT_MATERIAL.CASE_ID))
                .set(KEPT_MATERIAL.ITEM_NAME, DSL.excluded(KEPT_MATERIAL.ITEM_NAME))
                .set(KEPT_MATERIAL.CAME_AT, DSL.excluded(KEPT_MATERIAL.CAME_AT))
                .set(
                        KEPT_MATERIAL.TYPED,
                        DSL.field(
                                KEPT_MATERIAL
                                        .TYPED
                                        .isTrue()
                                        .and(DSL.excluded(KEPT_MATERIAL.TYPED).isTrue())))
                .set(
                        KEPT_MATERIAL.COMPARED_BY,
                        DSL.when(better, DSL.excluded(KEPT_MATERIAL.COMPARED_BY))
                                .otherwise(KEPT_MATERIAL.COMPARED_BY))
                .set(
                        KEPT_MATERIAL.COMPARED_ON,
                        DSL.when(better, DSL.excluded(KEPT_MATERIAL.COMPARED_ON))
                                .otherwise(KEPT_MATERIAL.COMPARED_ON))
                .set(
                        KEPT_MATERIAL.GRADE,
                        DSL.least(KEPT_MATERIAL.GRADE, DSL.excluded(KEPT_MATERIAL.GRADE)))
                .execute();
    }

    /** Forgets what came with a case for a material: the office said that it is wrong. */
    void forget(UUID caseId, Collection<String> whats, Collection<String> called) {
        db.deleteFrom(KEPT_MATERIAL)
                .where(KEPT_MATERIAL.CASE_ID.eq(caseId))
                .and(KEPT_MATERIAL.WHAT.in(whats).or(KEPT_MATERIAL.CALLED.in(called)))
                .execute();
    }

    /** Forgets all that came with a case: it should not have been. */
    void forget(UUID caseId) {
        db.deleteFrom(KEPT_MATERIAL).where(KEPT_MATERIAL.CASE_ID.eq(caseId)).execute();
    }

    /** What is good for some materials on a day, the last that came first. */
    List<Kept> offered(Condition whose, Collection<String> whats, LocalDate today) {
        return kept(
                whose.and(KEPT_MATERIAL.WHAT.in(whats))
                        .and(
                                KEPT_MATERIAL
                                        .VALID_UNTIL
                                        .isNull()
                                        .or(KEPT_MATERIAL.VALID_UNTIL.ge(today))),
                MOST_OFFERED);
    }

    /** The store of some owners, the last kept first; one more than a page when there are more. */
    List<Kept> page(Condition whose, Optional<UUID> before) {
        return kept(
                whose.and(before.map(KEPT_MATERIAL.KEPT_ID::lt).orElse(noCondition())), PAGE + 1);
    }

    Optional<Kept> find(UUID id, Condition whose) {
        return kept(whose.and(KEPT_MATERIAL.KEPT_ID.eq(id)), 1).stream().findFirst();
    }

    /** Writes what its holder says of it. */
    void describe(UUID id, String title, Optional<LocalDate> validUntil) {
        db.update(KEPT_MATERIAL)
                .set(KEPT_MATERIAL.TITLE, sealed(id, title))
                .set(KEPT_MATERIAL.VALID_UNTIL, validUntil.orElse(null))
                .where(KEPT_MATERIAL.KEPT_ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(KEPT_MATERIAL).where(KEPT_MATERIAL.KEPT_ID.eq(id)).execute();
    }

    /** What belongs to some numbers, without what somebody unchecked sent under one of them. */
    static Condition of(List<byte[]> hashes) {
        return KEPT_MATERIAL.OWNER_HASH.in(hashes).andNot(KEPT_MATERIAL.TYPED);
    }

    /** What an account sent under numbers while nobody had checked its person. */
    static Condition typedBy(UUID account, List<byte[]> hashes) {
        return KEPT_MATERIAL
                .OWNER_HASH
                .in(hashes)
                .and(KEPT_MATERIAL.TYPED)
                .and(KEPT_MATERIAL.ACCOUNT_ID.eq(account));
    }

    private List<Kept> kept(Condition which, int most) {
        return db.selectFrom(KEPT_MATERIAL)
                .where(which)
                .orderBy(KEPT_MATERIAL.KEPT_ID.desc())
                .limit(most)
                .fetch(this::kept);
    }

    private Kept kept(KeptMaterialRecord row) {
        return new Kept(
                row.getKeptId(),
                row.getOwnerHash(),
                row.getWhat(),
                row.getCalled(),
                cipher.decrypt(row.getTitle(), context(row.getKeptId())),
                row.getSm3(),
                row.getMediaType(),
                row.getSizeBytes(),
                Trust.valueOf(row.getGrade().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getComparedBy())
                        .map(agency -> new Kept.Compared(agency, row.getComparedOn())),
                Optional.ofNullable(row.getValidUntil()),
                row.getItemName(),
                row.getCameAt().toInstant());
    }

    private byte[] sealed(UUID id, String title) {
        return cipher.encrypt(title, context(id));
    }

    private static String context(UUID id) {
        return "kept:" + id;
    }
}
