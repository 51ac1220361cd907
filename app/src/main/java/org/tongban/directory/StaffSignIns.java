package org.tongban.directory;

import static org.tongban.schema.tables.Staff.STAFF;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.DemonstrationRole;
import org.tongban.access.Door;
import org.tongban.access.PasswordRows;
import org.tongban.access.SignIns;
import org.tongban.access.StaffPrincipal;
import org.tongban.access.StoredSignIn;

/** The sign-ins of staff. */
@Component
final class StaffSignIns implements SignIns {

    private final PasswordRows passwords;
    private final Directory directory;

    StaffSignIns(DSLContext db, Directory directory) {
        this.passwords =
                new PasswordRows(
                        db,
                        STAFF,
                        new PasswordRows.Columns(
                                STAFF.STAFF_ID,
                                STAFF.PASSWORD_HASH,
                                STAFF.FAILURES,
                                STAFF.LOCKED_UNTIL));
        this.directory = directory;
    }

    @Override
    public Door door() {
        return Door.STAFF;
    }

    @Override
    public Optional<StoredSignIn> find(String login) {
        return passwords.find(STAFF.LOGIN.eq(login).and(STAFF.ACTIVE));
    }

    @Override
    public void countFailure(UUID id, Instant now, int most, Instant lockUntil) {
        passwords.countFailure(id, now, most, lockUntil);
    }

    @Override
    public void forgetFailures(UUID id) {
        passwords.forgetFailures(id);
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
