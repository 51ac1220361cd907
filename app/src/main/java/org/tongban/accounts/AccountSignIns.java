package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;
import static org.tongban.schema.tables.Person.PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.DemonstrationRole;
import org.tongban.access.Door;
import org.tongban.access.PasswordRows;
import org.tongban.access.SignIns;
import org.tongban.access.StoredSignIn;

/** The sign-ins of people who apply. */
@Component
final class AccountSignIns implements SignIns {

    private static final int MOST_ROLES = 20;

    private final DSLContext db;
    private final PasswordRows passwords;

    AccountSignIns(DSLContext db) {
        this.db = db;
        this.passwords =
                new PasswordRows(
                        db,
                        ACCOUNT,
                        new PasswordRows.Columns(
                                ACCOUNT.ACCOUNT_ID,
                                ACCOUNT.PASSWORD_HASH,
                                ACCOUNT.FAILURES,
                                ACCOUNT.LOCKED_UNTIL));
    }

    @Override
    public Door door() {
        return Door.APPLICANT;
    }

    @Override
    public Optional<StoredSignIn> find(String login) {
        return passwords.find(
                ACCOUNT.LOGIN.eq(login.toLowerCase(Locale.ROOT)).and(ACCOUNT.CLOSED_AT.isNull()));
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
    public Optional<ApplicantPrincipal> caller(UUID id) {
        return caller(db, id);
    }

    Optional<ApplicantPrincipal> caller(DSLContext tx, UUID id) {
        return tx.select(ACCOUNT.ACCOUNT_ID, PERSON.PERSON_ID, PERSON.NAME)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .and(ACCOUNT.CLOSED_AT.isNull())
                .fetchOptional(
                        row -> new ApplicantPrincipal(row.value1(), row.value2(), row.value3()));
    }

    /** The person of an account, as they would come in. */
    Optional<ApplicantPrincipal> ofPerson(UUID personId) {
        return db.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(personId))
                .fetchOptional(ACCOUNT.ACCOUNT_ID)
                .flatMap(this::caller);
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
