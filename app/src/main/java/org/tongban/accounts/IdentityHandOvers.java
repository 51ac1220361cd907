package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;
import static org.tongban.schema.tables.IdentityConsent.IDENTITY_CONSENT;
import static org.tongban.schema.tables.IdentityGrant.IDENTITY_GRANT;
import static org.tongban.schema.tables.IdentityHandOver.IDENTITY_HAND_OVER;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.IdentityScopes;
import org.tongban.codes.CitizenId;
import org.tongban.codes.Names;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** What people agreed to hand to departments' systems, and what was handed over. */
@Component
public class IdentityHandOvers {

    private static final int MOST_SHOWN = 100;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;
    private final PersonRows people;
    private final IdentityClients clients;

    /**
     * One consent.
     *
     * @param endedAt when it was taken back
     */
    public record Consent(
            UUID id,
            String client,
            String name,
            String office,
            Set<String> scopes,
            Instant givenAt,
            Optional<Instant> endedAt) {
        public Consent {
            scopes = Set.copyOf(scopes);
        }
    }

    /** One hand-over: which parts, never their content. */
    public record HandOver(
            UUID id, Instant at, String name, String office, String purpose, List<String> parts) {}

    IdentityHandOvers(DSLContext db, Keys keys, RowIds ids, Clock clock, IdentityClients clients) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.people = new PersonRows(keys, ids, clock);
        this.clients = clients;
    }

    /** Puts down what a person agreed to; more than before takes the place of what was. */
    @LegalBasis("practice/hand-over/consent")
    public void agree(UUID accountId, IdentityClients.Client client, Set<String> scopes) {
        db.transaction(
                work -> {
                    var tx = work.dsl();
                    // Two windows at once: one after the other.
                    tx.select(ACCOUNT.ACCOUNT_ID)
                            .from(ACCOUNT)
                            .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                            .forUpdate()
                            .execute();
                    var before = standing(tx, accountId, client.id());
                    if (before.filter(one -> one.scopes().equals(scopes)).isPresent()) return;
                    before.ifPresent(one -> end(tx, one.id()));
                    tx.insertInto(IDENTITY_CONSENT)
                            .set(IDENTITY_CONSENT.CONSENT_ID, ids.next())
                            .set(IDENTITY_CONSENT.ACCOUNT_ID, accountId)
                            .set(IDENTITY_CONSENT.CLIENT_ID, client.id())
                            .set(IDENTITY_CONSENT.CLIENT_NAME, client.name())
                            .set(IDENTITY_CONSENT.OFFICE, client.office())
                            .set(
                                    IDENTITY_CONSENT.SCOPES,
                                    scopes.stream().sorted().toArray(String[]::new))
                            .set(IDENTITY_CONSENT.GIVEN_AT, now())
                            .execute();
                });
    }

    /** What a person has agreed to and not taken back. */
    public Optional<Consent> standing(UUID accountId, String client) {
        return standing(db, accountId, client);
    }

    /** Every consent of a person, the last given first. */
    public List<Consent> of(UUID accountId) {
        return db.selectFrom(IDENTITY_CONSENT)
                .where(IDENTITY_CONSENT.ACCOUNT_ID.eq(accountId))
                .orderBy(IDENTITY_CONSENT.CONSENT_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(IdentityHandOvers::consent);
    }

    /**
     * Takes a consent back: from now on the system is told nothing, with whatever it holds.
     *
     * @return false when it is another's, or was taken back before
     */
    @LegalBasis("practice/hand-over/taken-back")
    public boolean takeBack(UUID id, UUID accountId) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var consent =
                            tx.selectFrom(IDENTITY_CONSENT)
                                    .where(IDENTITY_CONSENT.CONSENT_ID.eq(id))
                                    .and(IDENTITY_CONSENT.ACCOUNT_ID.eq(accountId))
                                    .and(IDENTITY_CONSENT.ENDED_AT.isNull())
                                    .fetchOptional(IdentityHandOvers::consent);
                    if (consent.isEmpty()) return false;
                    end(tx, id);
                    tx.deleteFrom(IDENTITY_GRANT)
                            .where(IDENTITY_GRANT.ACCOUNT_ID.eq(accountId))
                            .and(IDENTITY_GRANT.CLIENT_ID.eq(consent.get().client()))
                            .execute();
                    return true;
                });
    }

    /**
     * What a system is told now, as claims; written down before it is told.
     *
     * @param asked scopes of the sign-in
     * @return empty when the consent was taken back, or the system shut out
     */
    @LegalBasis("practice/hand-over/recorded")
    public Optional<Map<String, Object>> tell(UUID accountId, String clientId, Set<String> asked) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var client = clients.find(clientId);
                    var consent = standing(tx, accountId, clientId);
                    if (client.isEmpty() || consent.isEmpty()) return Optional.empty();
                    var parts =
                            IdentityScopes.ALL.stream()
                                    .filter(asked::contains)
                                    .filter(consent.get().scopes()::contains)
                                    .filter(client.get().scopes()::contains)
                                    .toList();
                    var person = personOf(tx, accountId);
                    tx.insertInto(IDENTITY_HAND_OVER)
                            .set(IDENTITY_HAND_OVER.HAND_OVER_ID, ids.next())
                            .set(IDENTITY_HAND_OVER.PERSON_ID, person.id())
                            .set(IDENTITY_HAND_OVER.AT, now())
                            .set(IDENTITY_HAND_OVER.CLIENT_NAME, client.get().name())
                            .set(IDENTITY_HAND_OVER.OFFICE, client.get().office())
                            .set(IDENTITY_HAND_OVER.PURPOSE, client.get().purpose())
                            .set(IDENTITY_HAND_OVER.PARTS, parts.toArray(String[]::new))
                            .execute();
                    return Optional.of(claims(tx, person, parts));
                });
    }

    /** What was handed over of a person, the last first. */
    public List<HandOver> told(UUID personId, LookSource.Span span) {
        return db.selectFrom(IDENTITY_HAND_OVER)
                .where(IDENTITY_HAND_OVER.PERSON_ID.eq(personId))
                .and(IDENTITY_HAND_OVER.HAND_OVER_ID.ge(span.from()))
                .and(IDENTITY_HAND_OVER.HAND_OVER_ID.lt(span.before()))
                .orderBy(IDENTITY_HAND_OVER.HAND_OVER_ID.desc())
                .limit(span.most())
                .fetch(
                        row ->
                                new HandOver(
                                        row.getHandOverId(),
                                        row.getAt().toInstant(),
                                        row.getClientName(),
                                        row.getOffice(),
                                        row.getPurpose(),
                                        List.of(row.getParts())));
    }

    /** Whole or masked as agreed; what the person has not told us is left out. */
    private Map<String, Object> claims(DSLContext tx, Person person, List<String> parts) {
        var claims = new LinkedHashMap<String, Object>();
        var part = people.privatePart(tx, person.id()).orElseThrow();
        for (var one : parts) {
            switch (one) {
                case IdentityScopes.LEVEL ->
                        claims.put("real_name", person.realName().name().toLowerCase(Locale.ROOT));
                case IdentityScopes.NAME -> claims.put("name", person.name());
                case IdentityScopes.NAME_MASKED ->
                        claims.put("name_masked", Names.masked(person.name()));
                case IdentityScopes.NUMBER -> claims.put("id_number", part.idNumber());
                case IdentityScopes.NUMBER_MASKED ->
                        claims.put("id_number_masked", CitizenId.of(part.idNumber()).masked());
                case IdentityScopes.MOBILE -> {
                    if (!part.mobile().isEmpty()) claims.put("phone_number", part.mobile());
                }
                default -> {}
            }
        }
        return claims;
    }

    private Person personOf(DSLContext tx, UUID accountId) {
        return tx.select(ACCOUNT.PERSON_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .fetchOptional(ACCOUNT.PERSON_ID)
                .flatMap(id -> people.find(tx, id))
                .orElseThrow();
    }

    private Optional<Consent> standing(DSLContext tx, UUID accountId, String client) {
        return tx.selectFrom(IDENTITY_CONSENT)
                .where(IDENTITY_CONSENT.ACCOUNT_ID.eq(accountId))
                .and(IDENTITY_CONSENT.CLIENT_ID.eq(client))
                .and(IDENTITY_CONSENT.ENDED_AT.isNull())
                .fetchOptional(IdentityHandOvers::consent);
    }

    private void end(DSLContext tx, UUID id) {
        tx.update(IDENTITY_CONSENT)
                .set(IDENTITY_CONSENT.ENDED_AT, now())
                .where(IDENTITY_CONSENT.CONSENT_ID.eq(id))
                .and(IDENTITY_CONSENT.ENDED_AT.isNull())
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Consent consent(org.jooq.Record row) {
        return new Consent(
                row.get(IDENTITY_CONSENT.CONSENT_ID),
                row.get(IDENTITY_CONSENT.CLIENT_ID),
                row.get(IDENTITY_CONSENT.CLIENT_NAME),
                row.get(IDENTITY_CONSENT.OFFICE),
                Set.of(row.get(IDENTITY_CONSENT.SCOPES)),
                row.get(IDENTITY_CONSENT.GIVEN_AT).toInstant(),
                Optional.ofNullable(row.get(IDENTITY_CONSENT.ENDED_AT))
                        .map(OffsetDateTime::toInstant));
    }
}
