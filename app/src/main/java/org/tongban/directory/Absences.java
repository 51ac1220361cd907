package org.tongban.directory;

import static org.tongban.schema.Tables.STAFF_ABSENCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.database.RowIds;

/**
 * Who is away, and who stands in. A deputy holds the absent person's posts on those days and signs
 * with the own name. Kept in memory for a minute, so that a request costs no statement for it;
 * another node learns of a change within that minute.
 */
@Component
public class Absences {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** More people away at once than a county has desks means a mistake. */
    private static final int MOST = 500;

    /** One absence with its deputy; both days included. */
    public record Absence(
            UUID id, UUID staffId, UUID deputyId, LocalDate from, LocalDate until, String reason) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    private record Read(Instant at, List<Absence> standing) {}

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;
    private volatile Read read = new Read(Instant.EPOCH, List.of());

    Absences(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whom a member of staff stands in for today. */
    public List<UUID> coveredBy(UUID staffId) {
        var today = today();
        return standing().stream()
                .filter(absence -> absence.deputyId().equals(staffId) && absence.covers(today))
                .map(Absence::staffId)
                .toList();
    }

    /** Absences that go on or come, the first to end first. */
    public List<Absence> standing() {
        var known = read;
        if (clock.instant().isBefore(known.at().plus(REMEMBERED))) return known.standing();
        var fresh = new Read(clock.instant(), load());
        read = fresh;
        return fresh.standing();
    }

    /** Notes that somebody is away and who stands in. */
    public void note(
            UUID staffId,
            UUID deputyId,
            LocalDate from,
            LocalDate until,
            String reason,
            String notedBy) {
        db.insertInto(STAFF_ABSENCE)
                .set(STAFF_ABSENCE.ABSENCE_ID, ids.next())
                .set(STAFF_ABSENCE.STAFF_ID, staffId)
                .set(STAFF_ABSENCE.DEPUTY_ID, deputyId)
                .set(STAFF_ABSENCE.FROM_DAY, from)
                .set(STAFF_ABSENCE.UNTIL_DAY, until)
                .set(STAFF_ABSENCE.REASON, reason)
                .set(STAFF_ABSENCE.NOTED_BY, notedBy)
                .set(STAFF_ABSENCE.NOTED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        forget();
    }

    /** Ends an absence: the person is back. The line stays. */
    public void end(UUID absenceId) {
        db.update(STAFF_ABSENCE)
                .set(STAFF_ABSENCE.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(STAFF_ABSENCE.ABSENCE_ID.eq(absenceId))
                .and(STAFF_ABSENCE.ENDED_AT.isNull())
                .execute();
        forget();
    }

    /** The legal day of now. */
    public LocalDate today() {
        return clock.instant().atZone(clock.getZone()).toLocalDate();
    }

    private void forget() {
        read = new Read(Instant.EPOCH, List.of());
    }

    private List<Absence> load() {
        return db.selectFrom(STAFF_ABSENCE)
                .where(STAFF_ABSENCE.ENDED_AT.isNull())
                .and(STAFF_ABSENCE.UNTIL_DAY.ge(today()))
                .orderBy(STAFF_ABSENCE.UNTIL_DAY, STAFF_ABSENCE.ABSENCE_ID)
                .limit(MOST)
                .fetch(
                        row ->
                                new Absence(
                                        row.getAbsenceId(),
                                        row.getStaffId(),
                                        row.getDeputyId(),
                                        row.getFromDay(),
                                        row.getUntilDay(),
                                        row.getReason()));
    }
}
