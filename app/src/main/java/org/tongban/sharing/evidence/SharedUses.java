package org.tongban.sharing.evidence;

import static org.tongban.schema.Tables.SHARED_USE;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.Evidence;
import org.tongban.crypto.FieldCipher;
import org.tongban.database.RowIds;
import org.tongban.schema.tables.records.SharedUseRecord;
import tools.jackson.databind.json.JsonMapper;

/** What cases rest on that registers said, and what is still to be asked. */
@Component
class SharedUses {

    /** More materials than an item has. */
    private static final int MOST_OF_A_CASE = 100;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final FieldCipher cipher;
    private final RowIds ids;
    private final Clock clock;

    SharedUses(DSLContext db, FieldCipher cipher, RowIds ids, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    /** What concerns a case, the first fetched first. */
    List<SharedUse> ofCase(UUID caseId) {
        return db.selectFrom(SHARED_USE)
                .where(SHARED_USE.CASE_ID.eq(caseId))
                .orderBy(SHARED_USE.USE_ID)
                .limit(MOST_OF_A_CASE)
                .fetch(this::use);
    }

    /** Enters one; the first for a material of a case counts. */
    void enter(SharedUse use) {
        var json = JSON.writeValueAsString(use.said()).getBytes(StandardCharsets.UTF_8);
        db.insertInto(SHARED_USE)
                .set(SHARED_USE.CASE_ID, use.caseId())
                .set(SHARED_USE.MATERIAL_KEY, use.material())
                .set(SHARED_USE.USE_ID, ids.next())
                .set(SHARED_USE.RESOURCE_KEY, use.resource())
                .set(SHARED_USE.ITEM_KEY, use.item())
                .set(SHARED_USE.AGENCY_KEY, use.agency())
                .set(SHARED_USE.WAY, use.file().isPresent() ? "fetched" : "brought")
                .set(SHARED_USE.AT, now())
                .set(SHARED_USE.ASKED_BY, use.staff().orElse(null))
                .set(
                        SHARED_USE.CONTENT,
                        cipher.encrypt(json, context(use.caseId(), use.material())))
                .set(SHARED_USE.FILE_NO, use.file().map(SharedUse.Copy::fileNo).orElse(null))
                .set(SHARED_USE.COPY_SM3, use.file().map(SharedUse.Copy::sm3).orElse(null))
                .set(SHARED_USE.COPY_SIZE, use.file().map(SharedUse.Copy::size).orElse(null))
                .set(SHARED_USE.ANSWERED_AT, use.answeredAt().map(SharedUses::utc).orElse(null))
                .set(SHARED_USE.SIMULATED, use.simulated())
                .set(SHARED_USE.FAULT, use.fault().map(SharedUses::kind).orElse(null))
                .set(SHARED_USE.FAULT_WHY, use.fault().map(Evidence.Fault::why).orElse(null))
                .set(SHARED_USE.ASK_AT, use.file().isPresent() ? null : now())
                .onConflictDoNothing()
                .execute();
    }

    /** The register has answered: how it stands now. Nothing is asked any more. */
    void answered(SharedUse use, Optional<Evidence.Fault> fault, Instant at, boolean simulated) {
        db.update(SHARED_USE)
                .set(SHARED_USE.ANSWERED_AT, utc(at))
                .set(SHARED_USE.SIMULATED, simulated)
                .set(SHARED_USE.FAULT, fault.map(SharedUses::kind).orElse(null))
                .set(SHARED_USE.FAULT_WHY, fault.map(Evidence.Fault::why).orElse(null))
                .setNull(SHARED_USE.ASK_AT)
                .set(SHARED_USE.ATTEMPTS, 0)
                .where(SHARED_USE.CASE_ID.eq(use.caseId()))
                .and(SHARED_USE.MATERIAL_KEY.eq(use.material()))
                .execute();
    }

    /** The register has not answered; empty: it is given up. */
    void askAgain(SharedUse use, Optional<Duration> after) {
        db.update(SHARED_USE)
                .set(SHARED_USE.ASK_AT, after.map(now()::plus).orElse(null))
                .set(SHARED_USE.ATTEMPTS, SHARED_USE.ATTEMPTS.plus(1))
                .where(SHARED_USE.CASE_ID.eq(use.caseId()))
                .and(SHARED_USE.MATERIAL_KEY.eq(use.material()))
                .execute();
    }

    /**
     * The next that is due. To be called in a transaction: until its end no other node takes the
     * same.
     */
    Optional<SharedUse> nextToAsk() {
        return db.selectFrom(SHARED_USE)
                .where(SHARED_USE.ASK_AT.le(now()))
                .orderBy(SHARED_USE.ASK_AT, SHARED_USE.CASE_ID, SHARED_USE.MATERIAL_KEY)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(this::use);
    }

    private SharedUse use(SharedUseRecord row) {
        var json =
                cipher.decryptBytes(
                        row.getContent(), context(row.getCaseId(), row.getMaterialKey()));
        return new SharedUse(
                row.getCaseId(),
                row.getMaterialKey(),
                row.getResourceKey(),
                row.getItemKey(),
                row.getAgencyKey(),
                Optional.ofNullable(row.getAskedBy()),
                JSON.readValue(json, SharedUse.Said.class),
                Optional.ofNullable(row.getFileNo())
                        .map(no -> new SharedUse.Copy(no, row.getCopySm3(), row.getCopySize())),
                Optional.ofNullable(row.getAnsweredAt()).map(OffsetDateTime::toInstant),
                row.getSimulated(),
                Optional.ofNullable(row.getFault())
                        .map(
                                kind ->
                                        new Evidence.Fault(
                                                Evidence.Kind.valueOf(
                                                        kind.toUpperCase(Locale.ROOT)),
                                                row.getFaultWhy())),
                row.getAttempts());
    }

    private static String kind(Evidence.Fault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Copied to another row it cannot be read. */
    private static String context(UUID caseId, String material) {
        return "shared-use:" + caseId + ":" + material;
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
