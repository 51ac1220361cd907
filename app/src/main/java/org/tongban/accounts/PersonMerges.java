package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;
import static org.tongban.schema.tables.Guardianship.GUARDIANSHIP;
import static org.tongban.schema.tables.IdentityConsent.IDENTITY_CONSENT;
import static org.tongban.schema.tables.IdentityGrant.IDENTITY_GRANT;
import static org.tongban.schema.tables.Mandate.MANDATE;
import static org.tongban.schema.tables.Person.PERSON;
import static org.tongban.schema.tables.PersonMerge.PERSON_MERGE;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** Two records of one person, put together, and parted again where that was wrong. */
@Component
public class PersonMerges {

    private static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final PersonRows people;
    private final AccountRows accounts;
    private final Proofs proofs;
    private final List<PersonPlaces> others;
    private final RowIds ids;
    private final Clock clock;

    /** Why two records are not put together. */
    public enum Why {
        KEPT_UNKNOWN,
        GONE_UNKNOWN,
        SAME,
        OTHER_NAME,
        /** One acts for the other, or guards it. */
        BOUND,
        /** One of the two was merged before. */
        ALREADY
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * One record from now on.
         *
         * @param accounts whose sessions know no longer who they are
         */
        record Done(UUID id, List<UUID> accounts) implements Outcome {}

        /** Nothing was changed. */
        record Refused(Why why) implements Outcome {}
    }

    /**
     * One merge.
     *
     * @param undoneReason why it was parted again
     */
    public record Merge(
            UUID id,
            UUID kept,
            String name,
            Instant at,
            ProofDocument document,
            String reason,
            String by,
            Optional<String> undoneReason) {}

    PersonMerges(
            DSLContext db,
            Keys keys,
            RowIds ids,
            Clock clock,
            Proofs proofs,
            List<PersonPlaces> others) {
        this.db = db;
        this.people = new PersonRows(keys, ids, clock);
        this.accounts = new AccountRows(ids, clock);
        this.proofs = proofs;
        this.others = List.copyOf(others);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts two records together.
     *
     * @param kept number of the record that stays
     * @param gone number of the one that is closed
     * @param document that shows both to be the same person's
     */
    @LegalBasis("practice/merge/follows")
    public Outcome merge(
            CitizenId kept,
            CitizenId gone,
            ProofDocument document,
            String reason,
            StaffPrincipal staff) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var stays = people.record(tx, kept);
                    if (stays.isEmpty()) return new Outcome.Refused(Why.KEPT_UNKNOWN);
                    var goes = people.record(tx, gone);
                    if (goes.isEmpty()) return new Outcome.Refused(Why.GONE_UNKNOWN);
                    locked(tx, stays.get().id(), goes.get().id());
                    var why =
                            MayMerge.bar(
                                    side(tx, stays.get()),
                                    side(tx, goes.get()),
                                    areBound(tx, stays.get().id(), goes.get().id()));
                    if (why.isPresent()) return new Outcome.Refused(why.get());
                    proofs.atWindow(tx, stays.get().id(), document, staff, Optional.empty());
                    people.seenAtWindow(tx, stays.get());
                    return write(tx, stays.get().id(), goes.get().id(), document, reason, staff);
                });
    }

    private Outcome write(
            DSLContext tx,
            UUID kept,
            UUID gone,
            ProofDocument document,
            String reason,
            StaffPrincipal staff) {
        var id = ids.next();
        var keptAccount = accounts.of(tx, kept);
        var goneAccount = accounts.of(tx, gone);
        tx.insertInto(PERSON_MERGE)
                .set(PERSON_MERGE.MERGE_ID, id)
                .set(PERSON_MERGE.KEPT_ID, kept)
                .set(PERSON_MERGE.GONE_ID, gone)
                .set(
                        PERSON_MERGE.KEPT_ACCOUNT,
                        goneAccount.isPresent() ? keptAccount.orElse(null) : null)
                .set(PERSON_MERGE.GONE_ACCOUNT, goneAccount.orElse(null))
                .set(PERSON_MERGE.AT, now())
                .set(PERSON_MERGE.DOCUMENT, document.name().toLowerCase(Locale.ROOT))
                .set(PERSON_MERGE.REASON, reason)
                .set(PERSON_MERGE.STAFF_ID, staff.staffId())
                .set(PERSON_MERGE.STAFF_NAME, staff.name())
                .execute();
        people.knownByChecks(tx, kept);
        var moves = new MergeMoves(tx, id);
        moves.people(gone, kept);
        if (goneAccount.isPresent() && keptAccount.isPresent()) {
            moves.accounts(goneAccount.get(), keptAccount.get(), others);
            close(tx, goneAccount.get());
        } else if (goneAccount.isPresent()) {
            give(tx, goneAccount.get(), kept);
        }
        return new Outcome.Done(id, goneAccount.stream().toList());
    }

    /** Parts two records again; the reason is kept beside the one for which they were merged. */
    @LegalBasis("practice/merge/undone")
    public Optional<Outcome.Done> undo(UUID id, String reason, StaffPrincipal staff) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var merge =
                            tx.selectFrom(PERSON_MERGE)
                                    .where(PERSON_MERGE.MERGE_ID.eq(id))
                                    .and(PERSON_MERGE.UNDONE_AT.isNull())
                                    .forUpdate()
                                    .fetchOptional();
                    if (merge.isEmpty()) return Optional.empty();
                    var row = merge.get();
                    var moves = new MergeMoves(tx, id);
                    moves.peopleBack(row.getGoneId(), row.getKeptId());
                    var goneAccount = Optional.ofNullable(row.getGoneAccount());
                    var keptAccount = Optional.ofNullable(row.getKeptAccount());
                    if (goneAccount.isPresent() && keptAccount.isPresent()) {
                        moves.accountsBack(goneAccount.get(), keptAccount.get(), others);
                        tx.update(ACCOUNT)
                                .setNull(ACCOUNT.CLOSED_AT)
                                .where(ACCOUNT.ACCOUNT_ID.eq(goneAccount.get()))
                                .execute();
                    } else {
                        goneAccount.ifPresent(account -> give(tx, account, row.getGoneId()));
                    }
                    tx.update(PERSON_MERGE)
                            .set(PERSON_MERGE.UNDONE_AT, now())
                            .set(PERSON_MERGE.UNDONE_REASON, reason)
                            .set(PERSON_MERGE.UNDONE_STAFF_ID, staff.staffId())
                            .where(PERSON_MERGE.MERGE_ID.eq(id))
                            .execute();
                    people.knownByChecks(tx, row.getKeptId());
                    return Optional.of(new Outcome.Done(id, goneAccount.stream().toList()));
                });
    }

    /** The last merges, the last first. */
    public List<Merge> last() {
        return list(DSL.noCondition());
    }

    /** The merges into a person's record, undone ones too. */
    @LegalBasis("practice/merge/told")
    public List<Merge> of(UUID personId) {
        return list(PERSON_MERGE.KEPT_ID.eq(personId));
    }

    private List<Merge> list(Condition which) {
        return db.select(PERSON_MERGE.fields())
                .select(PERSON.NAME)
                .from(PERSON_MERGE)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(PERSON_MERGE.KEPT_ID))
                .where(which)
                .orderBy(PERSON_MERGE.MERGE_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new Merge(
                                        row.get(PERSON_MERGE.MERGE_ID),
                                        row.get(PERSON_MERGE.KEPT_ID),
                                        row.get(PERSON.NAME),
                                        row.get(PERSON_MERGE.AT).toInstant(),
                                        ProofDocument.valueOf(
                                                row.get(PERSON_MERGE.DOCUMENT)
                                                        .toUpperCase(Locale.ROOT)),
                                        row.get(PERSON_MERGE.REASON),
                                        row.get(PERSON_MERGE.STAFF_NAME),
                                        Optional.ofNullable(row.get(PERSON_MERGE.UNDONE_REASON))));
    }

    /** In one order, so that two posts never wait for each other. */
    private static void locked(DSLContext tx, UUID one, UUID other) {
        tx.select(PERSON.PERSON_ID)
                .from(PERSON)
                .where(PERSON.PERSON_ID.in(one, other))
                .orderBy(PERSON.PERSON_ID)
                .forUpdate()
                .execute();
    }

    private static MayMerge.Side side(DSLContext tx, Person person) {
        var standing = PERSON_MERGE.UNDONE_AT.isNull();
        return new MayMerge.Side(
                person,
                tx.fetchExists(PERSON_MERGE, PERSON_MERGE.GONE_ID.eq(person.id()), standing),
                tx.fetchExists(PERSON_MERGE, PERSON_MERGE.KEPT_ID.eq(person.id()), standing));
    }

    private static boolean areBound(DSLContext tx, UUID one, UUID other) {
        return tx.fetchExists(
                        MANDATE,
                        MANDATE.ENDED_AT.isNull(),
                        MANDATE.GIVER_PERSON.in(one, other),
                        MANDATE.AGENT_ID.in(one, other))
                || tx.fetchExists(
                        GUARDIANSHIP,
                        GUARDIANSHIP.ENDED_AT.isNull(),
                        GUARDIANSHIP.GUARDIAN_ID.in(one, other),
                        GUARDIANSHIP.CHILD_ID.in(one, other));
    }

    /** What its person agreed to for departments' systems ends with it; they are asked anew. */
    private void close(DSLContext tx, UUID account) {
        tx.update(ACCOUNT)
                .set(ACCOUNT.CLOSED_AT, now())
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        tx.update(IDENTITY_CONSENT)
                .set(IDENTITY_CONSENT.ENDED_AT, now())
                .where(IDENTITY_CONSENT.ACCOUNT_ID.eq(account))
                .and(IDENTITY_CONSENT.ENDED_AT.isNull())
                .execute();
        tx.deleteFrom(IDENTITY_GRANT).where(IDENTITY_GRANT.ACCOUNT_ID.eq(account)).execute();
    }

    private static void give(DSLContext tx, UUID account, UUID person) {
        tx.update(ACCOUNT)
                .set(ACCOUNT.PERSON_ID, person)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
