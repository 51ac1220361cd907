package org.tongban.directory;

import static org.tongban.schema.tables.Staff.STAFF;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.Passwords;
import org.tongban.crypto.RandomTokens;

/** What an administrator does to the sign-ins of staff. */
@Component
public class StaffAccounts {

    private static final int MOST_SHOWN = 200;

    private final DSLContext db;
    private final Passwords passwords;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    /** A sign-in that is locked for some minutes more. */
    public record Locked(UUID staffId, String name, String login, Instant until) {}

    StaffAccounts(DSLContext db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Who is locked out at this moment, the longest lock first. */
    public List<Locked> locked() {
        return db.select(STAFF.STAFF_ID, STAFF.NAME, STAFF.LOGIN, STAFF.LOCKED_UNTIL)
                .from(STAFF)
                .where(STAFF.LOCKED_UNTIL.gt(clock.instant().atOffset(ZoneOffset.UTC)))
                .orderBy(STAFF.LOCKED_UNTIL.desc(), STAFF.STAFF_ID)
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new Locked(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4().toInstant()));
    }

    /**
     * Gives the member of staff with that sign-in a new password and ends a lock.
     *
     * @return the password, to be told once; empty when nobody who works here has the sign-in
     */
    public Optional<String> newPassword(String login) {
        return db.select(STAFF.STAFF_ID)
                .from(STAFF)
                .where(STAFF.LOGIN.eq(login))
                .and(STAFF.ACTIVE)
                .fetchOptional(STAFF.STAFF_ID)
                .map(this::newPassword);
    }

    /**
     * Gives a member of staff a new password and ends a lock.
     *
     * @return the password, to be told once; only its hash is kept
     */
    public String newPassword(UUID staffId) {
        var password = tokens.next();
        db.update(STAFF)
                .set(STAFF.PASSWORD_HASH, passwords.hash(password))
                .set(STAFF.FAILURES, 0)
                .setNull(STAFF.LOCKED_UNTIL)
                .where(STAFF.STAFF_ID.eq(staffId))
                .execute();
        return password;
    }
}
