package org.tongban.sharing.returns;

import static org.tongban.schema.Tables.RETURN_GRANT;
import static org.tongban.schema.Tables.RETURN_READING;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;

/** Which town may read records of which item, granted by the office that decides on it. */
@Component
class ReturnGrants {

    private static final int MOST = 100;
    private static final int READINGS = 5;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    ReturnGrants(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One grant.
     *
     * @param until the last day on which it holds
     */
    record Grant(
            UUID id,
            String item,
            String agency,
            String town,
            String purpose,
            LocalDate until,
            String by,
            boolean isTakenBack) {

        boolean holds(LocalDate today) {
            return !isTakenBack && !today.isAfter(until);
        }
    }

    /** One page that somebody of the town has read. */
    record Reading(Instant at, String by, int shown) {}

    /**
     * Grants it; one that has run out makes room.
     *
     * @return false when the same stands already
     */
    boolean grant(
            String item,
            String agency,
            String town,
            String purpose,
            LocalDate until,
            StaffPrincipal by) {
        db.update(RETURN_GRANT)
                .set(RETURN_GRANT.TAKEN_BACK_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(RETURN_GRANT.TAKEN_BACK_BY, "")
                .where(RETURN_GRANT.ITEM_KEY.eq(item))
                .and(RETURN_GRANT.TOWN_KEY.eq(town))
                .and(RETURN_GRANT.TAKEN_BACK_AT.isNull())
                .and(RETURN_GRANT.UNTIL_DAY.lt(LocalDate.now(clock)))
                .execute();
        return db.insertInto(RETURN_GRANT)
                        .set(RETURN_GRANT.GRANT_ID, ids.next())
                        .set(RETURN_GRANT.ITEM_KEY, item)
                        .set(RETURN_GRANT.AGENCY_KEY, agency)
                        .set(RETURN_GRANT.TOWN_KEY, town)
                        .set(RETURN_GRANT.PURPOSE, purpose)
                        .set(RETURN_GRANT.UNTIL_DAY, until)
                        .set(RETURN_GRANT.GRANTED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(RETURN_GRANT.GRANTED_BY, by.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Takes one back that an office of the reader's has granted. */
    void takeBack(UUID id, StaffPrincipal by) {
        db.update(RETURN_GRANT)
                .set(RETURN_GRANT.TAKEN_BACK_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(RETURN_GRANT.TAKEN_BACK_BY, by.name())
                .where(RETURN_GRANT.GRANT_ID.eq(id))
                .and(RETURN_GRANT.AGENCY_KEY.in(by.agencies()))
                .and(RETURN_GRANT.TAKEN_BACK_AT.isNull())
                .execute();
    }

    Optional<Grant> find(UUID id) {
        return list(RETURN_GRANT.GRANT_ID.eq(id)).stream().findFirst();
    }

    /** What some offices have granted, the latest first. */
    List<Grant> by(Collection<String> agencies) {
        return list(RETURN_GRANT.AGENCY_KEY.in(agencies));
    }

    /** What was granted to some towns, the latest first. */
    List<Grant> to(Collection<String> towns) {
        return list(RETURN_GRANT.TOWN_KEY.in(towns));
    }

    private List<Grant> list(Condition which) {
        return db.selectFrom(RETURN_GRANT)
                .where(which)
                .orderBy(RETURN_GRANT.GRANT_ID.desc())
                .limit(MOST)
                .fetch(
                        row ->
                                new Grant(
                                        row.getGrantId(),
                                        row.getItemKey(),
                                        row.getAgencyKey(),
                                        row.getTownKey(),
                                        row.getPurpose(),
                                        row.getUntilDay(),
                                        row.getGrantedBy(),
                                        row.getTakenBackAt() != null));
    }

    /** Puts on record that a page was read, before it is shown. */
    void read(Grant grant, int shown, StaffPrincipal by) {
        db.insertInto(RETURN_READING)
                .set(RETURN_READING.READING_ID, ids.next())
                .set(RETURN_READING.GRANT_ID, grant.id())
                .set(RETURN_READING.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(RETURN_READING.STAFF_ID, by.staffId())
                .set(RETURN_READING.STAFF_NAME, by.name())
                .set(RETURN_READING.PURPOSE, grant.purpose())
                .set(RETURN_READING.SHOWN, shown)
                .execute();
    }

    /** The last pages that were read under a grant. */
    List<Reading> readings(UUID grant) {
        return db.selectFrom(RETURN_READING)
                .where(RETURN_READING.GRANT_ID.eq(grant))
                .orderBy(RETURN_READING.READING_ID.desc())
                .limit(READINGS)
                .fetch(
                        row ->
                                new Reading(
                                        row.getAt().toInstant(),
                                        row.getStaffName(),
                                        row.getShown()));
    }
}
