package org.tongban.directory;

import static org.tongban.schema.tables.Staff.STAFF;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.DemonstrationRole;
import org.tongban.access.Door;
import org.tongban.access.SignIns;
import org.tongban.access.StaffPrincipal;
import org.tongban.access.StoredSignIn;

/** The sign-ins of staff. */
@Component
final class StaffSignIns implements SignIns {

    private final DSLContext db;
    private final Directory directory;

    StaffSignIns(DSLContext db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    @Override
    public Door door() {
        return Door.STAFF;
    }

    @Override
    public Optional<StoredSignIn> find(String login) {
        return db.select(STAFF.STAFF_ID, STAFF.PASSWORD_HASH, STAFF.LOCKED_UNTIL)
                .from(STAFF)
                .where(STAFF.LOGIN.eq(login))
                .and(STAFF.ACTIVE)
                .fetchOptional(
                        row ->
                                new StoredSignIn(
                                        row.value1(),
                                        Optional.ofNullable(row.value2()),
                                        Optional.ofNullable(row.value3())
                                                .map(OffsetDateTime::toInstant)));
    }

    @Override
    public void countFailure(UUID id, Instant now, int most, Instant lockUntil) {
        // In one statement, so that guesses made at the same moment are all counted.
        var lockEnded = STAFF.LOCKED_UNTIL.le(now.atOffset(ZoneOffset.UTC));
        var failures = DSL.when(lockEnded, 1).otherwise(STAFF.FAILURES.plus(1));
        db.update(STAFF)
                .set(STAFF.FAILURES, failures)
                .set(
                        STAFF.LOCKED_UNTIL,
                        DSL.when(failures.ge(most), lockUntil.atOffset(ZoneOffset.UTC)))
                .where(STAFF.STAFF_ID.eq(id))
                .execute();
    }

    @Override
    public void forgetFailures(UUID id) {
        db.update(STAFF)
                .set(STAFF.FAILURES, 0)
                .setNull(STAFF.LOCKED_UNTIL)
                .where(STAFF.STAFF_ID.eq(id))
                .and(STAFF.FAILURES.gt(0))
                .execute();
    }

    @Override
    public Optional<StaffPrincipal> caller(UUID id) {
        return directory.principal(id);
    }

    @Override
    public List<DemonstrationRole> demonstrationRoles() {
        return directory.current().staff().stream()
                .filter(StaffMember::active)
                .flatMap(
                        member ->
                                member
                                        .demoRole()
                                        .map(
                                                role ->
                                                        new DemonstrationRole(
                                                                role,
                                                                member.name(),
                                                                member.login()))
                                        .stream())
                .toList();
    }
}
