package org.tongban.access;

import static org.tongban.schema.tables.ApiClient.API_CLIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.tongban.crypto.RandomTokens;

/** Other systems that may call the interface. */
@Component
public class ApiClients implements RegisteredClientRepository {

    /** All scopes there are. {@code staff.act} needs a member of staff to act as. */
    public static final Set<String> SCOPES =
            Set.of(
                    "items.read",
                    "cases.read",
                    "cases.submit",
                    "facts.check",
                    "changes.read",
                    "staff.act");

    private static final Duration TOKEN_LASTS = Duration.ofHours(1);

    private final DSLContext db;
    private final Passwords passwords;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    /**
     * One system.
     *
     * @param staffId the member of staff it acts as, if it acts for one
     */
    public record Client(String clientId, String name, Set<String> scopes, @Nullable UUID staffId) {
        public Client {
            scopes = Set.copyOf(scopes);
        }
    }

    ApiClients(DSLContext db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Admits a system, or renews the secret of one that is known.
     *
     * @param secret at least {@link Passwords#LEAST_CHARACTERS}; see {@link #newSecret()}
     */
    public void admit(Client client, String secret) {
        if (!SCOPES.containsAll(client.scopes())) {
            throw new IllegalArgumentException("a scope that does not exist");
        }
        var hash = passwords.hash(secret);
        var scopes = client.scopes().stream().sorted().toArray(String[]::new);
        db.insertInto(API_CLIENT)
                .set(API_CLIENT.CLIENT_ID, client.clientId())
                .set(API_CLIENT.SECRET_HASH, hash)
                .set(API_CLIENT.NAME, client.name())
                .set(API_CLIENT.SCOPES, scopes)
                .set(API_CLIENT.STAFF_ID, client.staffId())
                .set(API_CLIENT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(API_CLIENT.CLIENT_ID)
                .doUpdate()
                .set(API_CLIENT.SECRET_HASH, hash)
                .set(API_CLIENT.NAME, client.name())
                .set(API_CLIENT.SCOPES, scopes)
                .set(API_CLIENT.STAFF_ID, client.staffId())
                .execute();
    }

    /** A secret to tell the system once; only its hash is kept. */
    public String newSecret() {
        return tokens.next(32);
    }

    /** Shuts a system out at once, with every token it holds. */
    public void shutOut(String clientId) {
        db.deleteFrom(API_CLIENT).where(API_CLIENT.CLIENT_ID.eq(clientId)).execute();
    }

    public Optional<Client> find(String clientId) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.CLIENT_ID.eq(clientId))
                .fetchOptional(ApiClients::client);
    }

    /** All systems, by id; never more than an installation can have partners. */
    public List<Client> all() {
        return db.selectFrom(API_CLIENT)
                .orderBy(API_CLIENT.CLIENT_ID)
                .limit(1_000)
                .fetch(ApiClients::client);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("systems are admitted by admit()");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return db.selectFrom(API_CLIENT)
                .where(API_CLIENT.CLIENT_ID.eq(clientId))
                .fetchOptional(ApiClients::registered)
                .orElse(null);
    }

    private static RegisteredClient registered(Record row) {
        return RegisteredClient.withId(row.get(API_CLIENT.CLIENT_ID))
                .clientId(row.get(API_CLIENT.CLIENT_ID))
                .clientSecret(row.get(API_CLIENT.SECRET_HASH))
                .clientName(row.get(API_CLIENT.NAME))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(List.of(row.get(API_CLIENT.SCOPES))))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LASTS).build())
                .build();
    }

    private static Client client(Record row) {
        return new Client(
                row.get(API_CLIENT.CLIENT_ID),
                row.get(API_CLIENT.NAME),
                Set.of(row.get(API_CLIENT.SCOPES)),
                row.get(API_CLIENT.STAFF_ID));
    }
}
