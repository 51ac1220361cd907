package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.tongban.database.RowIds;

/** The rows of accounts. */
final class AccountRows {

    private final RowIds ids;
    private final Clock clock;

    AccountRows(RowIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    boolean isTaken(DSLContext tx, String login) {
        return tx.fetchExists(ACCOUNT, ACCOUNT.LOGIN.eq(login));
    }

    /** The person whose account it is. */
    Optional<UUID> person(DSLContext tx, UUID accountId) {
        return tx.select(ACCOUNT.PERSON_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .fetchOptional(ACCOUNT.PERSON_ID);
    }

    UUID add(
            DSLContext tx,
            UUID personId,
            String login,
            Optional<String> passwordHash,
            Optional<String> demoRole) {
        var id = ids.next();
        tx.insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, id)
                .set(ACCOUNT.PERSON_ID, personId)
                .set(ACCOUNT.LOGIN, login)
                .set(ACCOUNT.DEMO_ROLE, demoRole.orElse(null))
                .set(ACCOUNT.PASSWORD_HASH, passwordHash.orElse(null))
                .set(ACCOUNT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return id;
    }

    /** An account into which an outside provider leads; empty when the person has one by now. */
    Optional<UUID> addWithoutPassword(DSLContext tx, UUID personId) {
        return tx.insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, ids.next())
                .set(ACCOUNT.PERSON_ID, personId)
                .set(ACCOUNT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(ACCOUNT.PERSON_ID)
                .doNothing()
                .returningResult(ACCOUNT.ACCOUNT_ID)
                .fetchOptional(ACCOUNT.ACCOUNT_ID);
    }

    /** The account of a person. */
    Optional<UUID> of(DSLContext tx, UUID personId) {
        return tx.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(personId))
                .fetchOptional(ACCOUNT.ACCOUNT_ID);
    }

    /** Makes the account of a demonstration, or writes a known one anew but for its password. */
    void put(
            DSLContext tx,
            UUID personId,
            String login,
            String passwordHash,
            Optional<String> demoRole) {
        var role = demoRole.orElse(null);
        tx.insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, ids.next())
                .set(ACCOUNT.PERSON_ID, personId)
                .set(ACCOUNT.LOGIN, login)
                .set(ACCOUNT.DEMO_ROLE, role)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(ACCOUNT.PERSON_ID)
                .doUpdate()
                .set(ACCOUNT.LOGIN, login)
                .set(ACCOUNT.DEMO_ROLE, role)
                .set(
                        ACCOUNT.PASSWORD_HASH,
                        DSL.coalesce(ACCOUNT.PASSWORD_HASH, DSL.val(passwordHash)))
                .execute();
    }
}
