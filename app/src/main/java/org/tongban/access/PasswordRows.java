package org.tongban.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The passwords of one kind of people, in the table of the module that knows them: how one is found
 * and how wrong guesses at it are counted.
 */
public record PasswordRows(DSLContext db, Table<?> table, Columns columns) {

    /**
     * The columns of such a table.
     *
     * @param id of the account or the member of staff
     * @param hash null while no password has been set
     * @param failures wrong guesses since the last right one
     * @param lockedUntil null while there was no lock
     */
    public record Columns(
            Field<UUID> id,
            Field<String> hash,
            Field<Integer> failures,
            Field<OffsetDateTime> lockedUntil) {}

    /** The sign-in that the condition names. */
    public Optional<StoredSignIn> find(Condition login) {
        return db.select(columns.id, columns.hash, columns.lockedUntil)
                .from(table)
                .where(login)
                .fetchOptional(
                        row ->
                                new StoredSignIn(
                                        row.value1(),
                                        Optional.ofNullable(row.value2()),
                                        Optional.ofNullable(row.value3())
                                                .map(OffsetDateTime::toInstant)));
    }

    /** See {@link SignIns#countFailure}. */
    public void countFailure(UUID id, Instant now, int most, Instant lockUntil) {
        // In one statement, so that guesses made at the same moment are all counted.
        var lockEnded = columns.lockedUntil.le(now.atOffset(ZoneOffset.UTC));
        var failures = DSL.when(lockEnded, 1).otherwise(columns.failures.plus(1));
        db.update(table)
                .set(columns.failures, failures)
                .set(
                        columns.lockedUntil,
                        DSL.when(failures.ge(most), lockUntil.atOffset(ZoneOffset.UTC)))
                .where(columns.id.eq(id))
                .execute();
    }

    /** See {@link SignIns#forgetFailures}. */
    public void forgetFailures(UUID id) {
        db.update(table)
                .set(columns.failures, 0)
                .setNull(columns.lockedUntil)
                .where(columns.id.eq(id))
                .and(columns.failures.gt(0))
                .execute();
    }
}
