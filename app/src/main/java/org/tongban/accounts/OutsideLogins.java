package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;
import static org.tongban.schema.tables.OutsideLogin.OUTSIDE_LOGIN;
import static org.tongban.schema.tables.Person.PERSON;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.PasswordProof;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** The logins at outside providers, and whose they are. */
@Component
public class OutsideLogins {

    private static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final Keys keys;
    private final RowIds ids;
    private final Clock clock;
    private final PersonRows people;
    private final AccountRows accounts;
    private final Proofs proofs;
    private final AccountSignIns signIns;
    private final PasswordProof passwords;

    /**
     * One login, linked or no longer.
     *
     * @param endedAt when it was unlinked
     */
    public record Link(
            UUID id,
            String provider,
            Instant linkedAt,
            Instant usedAt,
            Optional<Instant> endedAt) {}

    /** What came of a wish to join a login with an account that was there before. */
    public sealed interface Joined {
        /** They are one from now on. */
        record Done(ApplicantPrincipal caller) implements Joined {}

        /** Wrong login or password, or those of somebody else's account: nobody is told which. */
        record Wrong() implements Joined {}

        /** Too many wrong passwords came from this address. */
        record Wait() implements Joined {}
    }

    OutsideLogins(
            DSLContext db,
            Keys keys,
            RowIds ids,
            Clock clock,
            Proofs proofs,
            AccountSignIns signIns,
            PasswordProof passwords) {
        this.db = db;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.people = new PersonRows(keys, ids, clock);
        this.accounts = new AccountRows(ids, clock);
        this.proofs = proofs;
        this.signIns = signIns;
        this.passwords = passwords;
    }

    /** What is to be done with whom a provider sends. Changes nothing. */
    public Arrival arrival(Told told) {
        return arrival(db, told);
    }

    /** Lets somebody in whose login is linked; empty when that is not so any more. */
    public Optional<ApplicantPrincipal> comeIn(Told told) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    if (!(arrival(tx, told) instanceof Arrival.ComesIn(var account, var raises))) {
                        return Optional.empty();
                    }
                    tx.update(OUTSIDE_LOGIN)
                            .set(OUTSIDE_LOGIN.USED_AT, now())
                            .where(OUTSIDE_LOGIN.ISSUER.eq(told.issuer()))
                            .and(OUTSIDE_LOGIN.SUBJECT_HASH.eq(hash(told)))
                            .and(OUTSIDE_LOGIN.ENDED_AT.isNull())
                            .execute();
                    if (raises) raise(tx, account, told.provider(), false);
                    return signIns.caller(tx, account);
                });
    }

    /** Makes an account for somebody who has none; empty when they have one by now. */
    @LegalBasis("practice/sign-in/first")
    public Optional<ApplicantPrincipal> begin(Told told) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    if (!(arrival(tx, told) instanceof Arrival.Begins(var known))) {
                        return Optional.empty();
                    }
                    var person = known.orElseGet(() -> added(tx, told));
                    var account = accounts.addWithoutPassword(tx, person);
                    // Two at once: the second finds an account, and comes in by it.
                    if (account.isEmpty()) return Optional.empty();
                    link(tx, told, account.get());
                    return signIns.caller(tx, account.get());
                });
    }

    private UUID added(DSLContext tx, Told told) {
        people.addIfUnknown(tx, told.name().orElseThrow(), part(told), RealName.PROVIDER);
        return people.find(tx, told.number().orElseThrow()).orElseThrow().id();
    }

    /** Links a login with the account whose password is typed, if it is the same person's. */
    @LegalBasis("practice/sign-in/first")
    public Joined join(Told told, String login, String password, String address) {
        var proved = passwords.prove(signIns, login, password, address);
        return switch (proved) {
            case PasswordProof.Proved.Wrong() -> new Joined.Wrong();
            case PasswordProof.Proved.Wait() -> new Joined.Wait();
            case PasswordProof.Proved.Is(var caller) ->
                    caller instanceof ApplicantPrincipal applicant && isJoined(told, applicant)
                            ? new Joined.Done(applicant)
                            : new Joined.Wrong();
        };
    }

    private boolean isJoined(Told told, ApplicantPrincipal applicant) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    if (!(arrival(tx, told) instanceof Arrival.Joins(var account))
                            || !account.equals(applicant.accountId())) {
                        return false;
                    }
                    link(tx, told, account);
                    return true;
                });
    }

    /** Links a login with the account of somebody who is signed in; the reason when it may not. */
    @LegalBasis("practice/sign-in/linked")
    public Optional<Arrival.Why> link(Told told, UUID accountId) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var linked = linked(tx, told);
                    var why = Arrival.barToLink(told, holder(tx, accountId).orElseThrow(), linked);
                    if (why.isEmpty() && linked.isEmpty()) link(tx, told, accountId);
                    return why;
                });
    }

    /**
     * Unlinks a login from the person's own account.
     *
     * @return false when it is not there, or the last way into the account
     */
    @LegalBasis("practice/sign-in/linked")
    public boolean unlink(UUID id, UUID accountId) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    // Two of them at once, each not the last, would leave none.
                    var hasPassword =
                            tx.select(ACCOUNT.PASSWORD_HASH)
                                    .from(ACCOUNT)
                                    .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                                    .forUpdate()
                                    .fetchOptional(ACCOUNT.PASSWORD_HASH)
                                    .isPresent();
                    var others =
                            tx.fetchExists(
                                    OUTSIDE_LOGIN,
                                    OUTSIDE_LOGIN.ACCOUNT_ID.eq(accountId),
                                    OUTSIDE_LOGIN.ENDED_AT.isNull(),
                                    OUTSIDE_LOGIN.OUTSIDE_LOGIN_ID.ne(id));
                    if (!hasPassword && !others) return false;
                    return tx.update(OUTSIDE_LOGIN)
                                    .set(OUTSIDE_LOGIN.ENDED_AT, now())
                                    .where(OUTSIDE_LOGIN.OUTSIDE_LOGIN_ID.eq(id))
                                    .and(OUTSIDE_LOGIN.ACCOUNT_ID.eq(accountId))
                                    .and(OUTSIDE_LOGIN.ENDED_AT.isNull())
                                    .execute()
                            == 1;
                });
    }

    /** The logins of an account, ended ones too, the last linked first. */
    public List<Link> of(UUID accountId) {
        return db.selectFrom(OUTSIDE_LOGIN)
                .where(OUTSIDE_LOGIN.ACCOUNT_ID.eq(accountId))
                .orderBy(OUTSIDE_LOGIN.OUTSIDE_LOGIN_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new Link(
                                        row.getOutsideLoginId(),
                                        row.getProvider(),
                                        row.getLinkedAt().toInstant(),
                                        row.getUsedAt().toInstant(),
                                        Optional.ofNullable(row.getEndedAt())
                                                .map(OffsetDateTime::toInstant)));
    }

    private Arrival arrival(DSLContext tx, Told told) {
        return Arrival.of(told, linked(tx, told), told.number().flatMap(one -> holder(tx, one)));
    }

    private void link(DSLContext tx, Told told, UUID accountId) {
        tx.insertInto(OUTSIDE_LOGIN)
                .set(OUTSIDE_LOGIN.OUTSIDE_LOGIN_ID, ids.next())
                .set(OUTSIDE_LOGIN.ACCOUNT_ID, accountId)
                .set(OUTSIDE_LOGIN.ISSUER, told.issuer())
                .set(OUTSIDE_LOGIN.PROVIDER, told.provider())
                .set(OUTSIDE_LOGIN.SUBJECT_HASH, hash(told))
                .set(OUTSIDE_LOGIN.LINKED_AT, now())
                .set(OUTSIDE_LOGIN.USED_AT, now())
                // A second click: linked is linked.
                .onConflictDoNothing()
                .execute();
        raise(tx, accountId, told.provider(), true);
    }

    /** A check that tells nothing new is not put down at every sign-in. */
    @LegalBasis("practice/sign-in/raised")
    private void raise(DSLContext tx, UUID accountId, String provider, boolean always) {
        var person = holder(tx, accountId).orElseThrow().person();
        if (always || person.realName() != RealName.PROVIDER) {
            people.provedByProvider(tx, person);
            proofs.byProvider(tx, person.id(), provider);
        }
    }

    private Optional<Arrival.Holder> linked(DSLContext tx, Told told) {
        return tx.select(OUTSIDE_LOGIN.ACCOUNT_ID)
                .from(OUTSIDE_LOGIN)
                .where(OUTSIDE_LOGIN.ISSUER.eq(told.issuer()))
                .and(OUTSIDE_LOGIN.SUBJECT_HASH.eq(hash(told)))
                .and(OUTSIDE_LOGIN.ENDED_AT.isNull())
                .fetchOptional(OUTSIDE_LOGIN.ACCOUNT_ID)
                .flatMap(account -> holder(tx, account));
    }

    private Optional<Arrival.Holder> holder(DSLContext tx, UUID accountId) {
        return tx.select(PERSON.PERSON_ID)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .fetchOptional(PERSON.PERSON_ID)
                .map(
                        person ->
                                new Arrival.Holder(
                                        people.find(tx, person).orElseThrow(),
                                        people.number(tx, person),
                                        Optional.of(accountId)));
    }

    private Optional<Arrival.Holder> holder(DSLContext tx, org.tongban.codes.CitizenId number) {
        return people.find(tx, number)
                .map(person -> new Arrival.Holder(person, number, accounts.of(tx, person.id())));
    }

    private static PrivatePart part(Told told) {
        return new PrivatePart(told.number().orElseThrow().value(), told.mobile().orElse(""), "");
    }

    /** In hexadecimal digits first: providers tell capitals apart, the hash does not. */
    private byte[] hash(Told told) {
        var digits = HexFormat.of().formatHex(told.subject().getBytes(StandardCharsets.UTF_8));
        return keys.lookupHash().of(digits, "outside_login.subject");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
