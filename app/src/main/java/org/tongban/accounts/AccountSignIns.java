package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;
import static org.tongban.schema.tables.Person.PERSON;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.DemonstrationRole;
import org.tongban.access.Door;
import org.tongban.access.SignIns;
import org.tongban.access.StoredSignIn;

/** The sign-ins of people who apply. */
@Component
final class AccountSignIns implements SignIns {

    private static final int MOST_ROLES = 20;

    private final DSLContext db;

    AccountSignIns(DSLContext db) {
        this.db = db;
    }

    @Override
    public Door door() {
        return Door.APPLICANT;
    }

    @Override
    public Optional<StoredSignIn> find(String login) {
        return db.select(ACCOUNT.ACCOUNT_ID, ACCOUNT.PASSWORD_HASH, ACCOUNT.LOCKED_UNTIL)
                .from(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login.toLowerCase(Locale.ROOT)))
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
        var lockEnded = ACCOUNT.LOCKED_UNTIL.le(now.atOffset(ZoneOffset.UTC));
        var failures = DSL.when(lockEnded, 1).otherwise(ACCOUNT.FAILURES.plus(1));
        db.update(ACCOUNT)
                .set(ACCOUNT.FAILURES, failures)
                .set(
                        ACCOUNT.LOCKED_UNTIL,
                        DSL.when(failures.ge(most), lockUntil.atOffset(ZoneOffset.UTC)))
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .execute();
    }

    @Override
    public void forgetFailures(UUID id) {
        db.update(ACCOUNT)
                .set(ACCOUNT.FAILURES, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL)
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .and(ACCOUNT.FAILURES.gt(0))
                .execute();
    }

    @Override
    public Optional<ApplicantPrincipal> caller(UUID id) {
        return db.select(ACCOUNT.ACCOUNT_ID, PERSON.PERSON_ID, PERSON.NAME)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .fetchOptional(
                        row -> new ApplicantPrincipal(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public List<DemonstrationRole> demonstrationRoles() {
        return db.select(ACCOUNT.DEMO_ROLE, PERSON.NAME, ACCOUNT.LOGIN)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.DEMO_ROLE.isNotNull())
                .orderBy(ACCOUNT.ACCOUNT_ID)
                .limit(MOST_ROLES)
                .fetch(row -> new DemonstrationRole(row.value1(), row.value2(), row.value3()));
    }
}
