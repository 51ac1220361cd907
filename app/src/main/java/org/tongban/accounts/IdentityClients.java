package org.tongban.accounts;

import static org.tongban.schema.tables.IdentityClient.IDENTITY_CLIENT;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.tongban.access.IdentityScopes;
import org.tongban.access.Passwords;
import org.tongban.crypto.RandomTokens;
import org.tongban.law.LegalBasis;

/** Systems of departments to which people may sign in by this platform. */
@Component
public class IdentityClients {

    /** Characters of a name, an office or a purpose on a person's page. */
    public static final int LONGEST = 60;

    /** An installation has no more partners. */
    private static final int MOST = 1_000;

    private final DSLContext db;
    private final Passwords passwords;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    /**
     * One system.
     *
     * @param office whose it is
     * @param purpose what for, in words for the people who are asked
     * @param scopes of {@link IdentityScopes#ALL}: what it may ask for
     * @param redirects where people are sent back to
     * @param signOuts where people are sent who signed out; may be empty
     */
    public record Client(
            String id,
            String name,
            String office,
            String purpose,
            Set<String> scopes,
            List<String> redirects,
            List<String> signOuts) {
        public Client {
            scopes = Set.copyOf(scopes);
            redirects = List.copyOf(redirects);
            signOuts = List.copyOf(signOuts);
        }
    }

    /**
     * A system that was admitted.
     *
     * @param secret to be told once; only its hash is kept
     */
    public record Admitted(String id, String secret) {
        /** Never the secret: this may reach a log. */
        @Override
        public String toString() {
            return "Admitted[" + id + "]";
        }
    }

    IdentityClients(DSLContext db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Admits a system under an id and a secret that are drawn here. What was typed is checked. */
    @LegalBasis("practice/hand-over/systems")
    public Admitted admit(
            String name,
            String office,
            String purpose,
            Set<String> scopes,
            List<String> redirects,
            List<String> signOuts) {
        if (!IdentityScopes.ALL.containsAll(scopes)) {
            throw new IllegalArgumentException("a scope that does not exist");
        }
        var id = "dept-" + tokens.next();
        var secret = tokens.next(32);
        db.insertInto(IDENTITY_CLIENT)
                .set(IDENTITY_CLIENT.CLIENT_ID, id)
                .set(IDENTITY_CLIENT.SECRET_HASH, passwords.hash(secret))
                .set(IDENTITY_CLIENT.NAME, name)
                .set(IDENTITY_CLIENT.OFFICE, office)
                .set(IDENTITY_CLIENT.PURPOSE, purpose)
                .set(
                        IDENTITY_CLIENT.SCOPES,
                        IdentityScopes.ALL.stream()
                                .filter(
                                        one ->
                                                one.equals(IdentityScopes.OPENID)
                                                        || scopes.contains(one))
                                .toArray(String[]::new))
                .set(IDENTITY_CLIENT.REDIRECTS, redirects.toArray(String[]::new))
                .set(IDENTITY_CLIENT.SIGN_OUTS, signOuts.toArray(String[]::new))
                .set(IDENTITY_CLIENT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return new Admitted(id, secret);
    }

    /**
     * Shuts a system out at once, with every sign-in it holds. What it was told stays on record.
     */
    public void shutOut(String id) {
        db.deleteFrom(IDENTITY_CLIENT).where(IDENTITY_CLIENT.CLIENT_ID.eq(id)).execute();
    }

    public Optional<Client> find(String id) {
        return db.selectFrom(IDENTITY_CLIENT)
                .where(IDENTITY_CLIENT.CLIENT_ID.eq(id))
                .fetchOptional(IdentityClients::client);
    }

    /** All systems, by name. */
    public List<Client> all() {
        return db.selectFrom(IDENTITY_CLIENT)
                .orderBy(IDENTITY_CLIENT.NAME, IDENTITY_CLIENT.CLIENT_ID)
                .limit(MOST)
                .fetch(IdentityClients::client);
    }

    /** The hash of a system's secret. */
    public Optional<String> secretHash(String id) {
        return db.select(IDENTITY_CLIENT.SECRET_HASH)
                .from(IDENTITY_CLIENT)
                .where(IDENTITY_CLIENT.CLIENT_ID.eq(id))
                .fetchOptional(IDENTITY_CLIENT.SECRET_HASH);
    }

    /**
     * Whether people may be sent to an address: encrypted, or on the machine itself, and without a
     * part that a browser keeps to itself.
     */
    public static boolean mayLeadTo(String address) {
        try {
            var uri = new URI(address);
            var host = Optional.ofNullable(uri.getHost()).orElse("");
            var guarded =
                    "https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && Set.of("localhost", "127.0.0.1").contains(host));
            return guarded
                    && !host.isEmpty()
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static Client client(Record row) {
        return new Client(
                row.get(IDENTITY_CLIENT.CLIENT_ID),
                row.get(IDENTITY_CLIENT.NAME),
                row.get(IDENTITY_CLIENT.OFFICE),
                row.get(IDENTITY_CLIENT.PURPOSE),
                Set.of(row.get(IDENTITY_CLIENT.SCOPES)),
                List.of(row.get(IDENTITY_CLIENT.REDIRECTS)),
                List.of(row.get(IDENTITY_CLIENT.SIGN_OUTS)));
    }
}
