package org.tongban.packages.later;

import static org.tongban.schema.Tables.PACKAGE_HOLD;
import static org.tongban.schema.Tables.PACKAGE_PART;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act.Correction;
import org.tongban.casework.Actor;
import org.tongban.schema.tables.records.PackageHoldRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What offices want corrected and have not told yet. */
@Component
class Holds {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(
                            seen ->
                                    seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
                                            .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                                            .withFieldVisibility(JsonAutoDetect.Visibility.ANY))
                    .build();

    private final DSLContext db;
    private final Clock clock;

    Holds(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What one office wants.
     *
     * @param tellBy the last day of its own term
     */
    record Hold(String part, List<Correction> corrections, Actor by, LocalDate tellBy) {
        Hold {
            corrections = List.copyOf(corrections);
        }
    }

    /** Keeps it; said again, the later words count. */
    void put(UUID whole, Hold hold) {
        var row = db.newRecord(PACKAGE_HOLD);
        row.setParentId(whole);
        row.setPartKey(hold.part());
        row.setCorrections(JSONB.valueOf(JSON.writeValueAsString(hold.corrections())));
        row.setToldBy(JSONB.valueOf(JSON.writeValueAsString(hold.by())));
        row.setHeldAt(clock.instant().atOffset(ZoneOffset.UTC));
        row.setTellBy(hold.tellBy());
        db.insertInto(PACKAGE_HOLD)
                .set(row)
                .onConflict(PACKAGE_HOLD.PARENT_ID, PACKAGE_HOLD.PART_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** What is kept for an application, in the order in which it must be told. */
    List<Hold> of(UUID whole) {
        return db.selectFrom(PACKAGE_HOLD)
                .where(PACKAGE_HOLD.PARENT_ID.eq(whole))
                .orderBy(PACKAGE_HOLD.TELL_BY, PACKAGE_HOLD.PART_KEY)
                .fetch(Holds::read);
    }

    /** Whether anything at all is kept. */
    boolean any() {
        return db.fetchExists(PACKAGE_HOLD);
    }

    /** The applications of cases for which something is kept for any part of them. */
    List<UUID> beside(Collection<UUID> cases) {
        return db.selectDistinct(PACKAGE_HOLD.PARENT_ID)
                .from(PACKAGE_PART)
                .join(PACKAGE_HOLD)
                .on(PACKAGE_HOLD.PARENT_ID.eq(PACKAGE_PART.PARENT_ID))
                .where(PACKAGE_PART.CASE_ID.eq(DSL.any(cases.toArray(UUID[]::new))))
                .orderBy(PACKAGE_HOLD.PARENT_ID)
                .fetch(PACKAGE_HOLD.PARENT_ID);
    }

    void drop(UUID whole, String part) {
        db.deleteFrom(PACKAGE_HOLD)
                .where(PACKAGE_HOLD.PARENT_ID.eq(whole))
                .and(PACKAGE_HOLD.PART_KEY.eq(part))
                .execute();
    }

    /** An application for which something has to be told on that day at the latest. */
    Optional<UUID> dueOn(LocalDate day) {
        return db.select(PACKAGE_HOLD.PARENT_ID)
                .from(PACKAGE_HOLD)
                .where(PACKAGE_HOLD.TELL_BY.le(DSL.val(day)))
                .orderBy(PACKAGE_HOLD.TELL_BY, PACKAGE_HOLD.PARENT_ID)
                .limit(1)
                .fetchOptional(PACKAGE_HOLD.PARENT_ID);
    }

    private static Hold read(PackageHoldRecord row) {
        return new Hold(
                row.getPartKey(),
                JSON.readValue(
                        Objects.requireNonNull(row.getCorrections()).data(),
                        new TypeReference<>() {}),
                JSON.readValue(Objects.requireNonNull(row.getToldBy()).data(), Actor.class),
                row.getTellBy());
    }
}
