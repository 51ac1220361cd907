package org.tongban.accounts;

import static org.tongban.schema.tables.Look.LOOK;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;

/** Who looked at whose personal data, when and for what. Lines are added, never changed. */
@Component
public class Looks {

    /** As many as are read at once; older ones remain stored. */
    public static final int MOST_SHOWN = 100;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    /**
     * One look.
     *
     * @param agency key of the agency for which it was done; empty for a desk of no agency
     * @param caseId the case it was done for, if for one
     * @param purpose in words for the person concerned
     */
    public record Look(
            UUID id,
            Instant at,
            String staffName,
            Optional<String> agency,
            Optional<UUID> caseId,
            String purpose) {}

    Looks(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notes that a member of staff was shown somebody's personal data. To be called before it is
     * shown: without the line there is no look.
     *
     * @param subject as of {@link Accounts#subject} or {@link Accounts#subjectOf}
     * @param agency for which the look is done
     * @param purpose in words for the person concerned, such as 受理审查
     */
    public void record(
            StaffPrincipal staff,
            Optional<String> agency,
            byte[] subject,
            Optional<UUID> caseId,
            String purpose) {
        db.insertInto(LOOK)
                .set(LOOK.LOOK_ID, ids.next())
                .set(LOOK.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(LOOK.STAFF_ID, staff.staffId())
                .set(LOOK.STAFF_NAME, staff.name())
                .set(LOOK.AGENCY_KEY, agency.orElse(null))
                .set(LOOK.SUBJECT, subject)
                .set(LOOK.CASE_ID, caseId.orElse(null))
                .set(LOOK.PURPOSE, purpose)
                .execute();
    }

    /** The latest looks at one person's data, the last first. */
    public List<Look> at(byte[] subject) {
        return list(LOOK.SUBJECT.eq(subject), MOST_SHOWN);
    }

    /** The looks at the data of some people, the last first. */
    List<Look> at(List<byte[]> subjects, LookSource.Span span) {
        return list(
                LOOK.SUBJECT
                        .in(subjects)
                        .and(LOOK.LOOK_ID.ge(span.from()))
                        .and(LOOK.LOOK_ID.lt(span.before())),
                span.most());
    }

    private List<Look> list(Condition which, int most) {
        return db.selectFrom(LOOK)
                .where(which)
                .orderBy(LOOK.LOOK_ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new Look(
                                        row.get(LOOK.LOOK_ID),
                                        row.get(LOOK.AT).toInstant(),
                                        row.get(LOOK.STAFF_NAME),
                                        Optional.ofNullable(row.get(LOOK.AGENCY_KEY)),
                                        Optional.ofNullable(row.get(LOOK.CASE_ID)),
                                        row.get(LOOK.PURPOSE)));
    }
}
