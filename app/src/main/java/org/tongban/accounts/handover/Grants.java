package org.tongban.accounts.handover;

import static org.tongban.schema.tables.IdentityGrant.IDENTITY_GRANT;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.tongban.crypto.Keys;

/**
 * Sign-ins to departments' systems, under way or done. A row holds the library's record encrypted
 * and is found by keyed hashes, so that a copy of the database opens nothing.
 */
@Component
final class Grants implements OAuth2AuthorizationService {

    /** As long as somebody thinks about a consent, or a system fetches its token. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(15);

    /** As long as a session may last: a system signs people out by the token it holds. */
    private static final Duration DONE = Duration.ofHours(12);

    private final DSLContext db;
    private final Keys keys;
    private final Clock clock;

    Grants(DSLContext db, Keys keys, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization grant) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var state = hashOfState(grant.getAttribute(OAuth2ParameterNames.STATE));
        var code = hashOf(grant.getToken(OAuth2AuthorizationCode.class));
        var access = hashOf(grant.getAccessToken());
        var idToken = hashOf(grant.getToken(OidcIdToken.class));
        var content = keys.fieldCipher().encrypt(packed(grant), context(grant.getId()));
        var until = now.plus(access == null ? UNDER_WAY : DONE);
        db.insertInto(IDENTITY_GRANT)
                .set(IDENTITY_GRANT.GRANT_ID, grant.getId())
                .set(IDENTITY_GRANT.CLIENT_ID, grant.getRegisteredClientId())
                .set(IDENTITY_GRANT.ACCOUNT_ID, Principals.account(grant.getPrincipalName()))
                .set(IDENTITY_GRANT.STATE_HASH, state)
                .set(IDENTITY_GRANT.CODE_HASH, code)
                .set(IDENTITY_GRANT.ACCESS_HASH, access)
                .set(IDENTITY_GRANT.ID_TOKEN_HASH, idToken)
                .set(IDENTITY_GRANT.CONTENT, content)
                .set(IDENTITY_GRANT.UNTIL, until)
                .onConflict(IDENTITY_GRANT.GRANT_ID)
                .doUpdate()
                .set(IDENTITY_GRANT.STATE_HASH, state)
                .set(IDENTITY_GRANT.CODE_HASH, code)
                .set(IDENTITY_GRANT.ACCESS_HASH, access)
                .set(IDENTITY_GRANT.ID_TOKEN_HASH, idToken)
                .set(IDENTITY_GRANT.CONTENT, content)
                .set(IDENTITY_GRANT.UNTIL, until)
                .execute();
        // Whoever adds one clears away what has ended, so the table stays small by itself.
        db.deleteFrom(IDENTITY_GRANT).where(IDENTITY_GRANT.UNTIL.lt(now)).execute();
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        db.deleteFrom(IDENTITY_GRANT).where(IDENTITY_GRANT.GRANT_ID.eq(grant.getId())).execute();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return find(IDENTITY_GRANT.GRANT_ID.eq(id)).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return find(which(hash(token), type)).orElse(null);
    }

    /** The sign-in that waits for an answer to the consent page. */
    Optional<OAuth2Authorization> waiting(String state) {
        return find(IDENTITY_GRANT.STATE_HASH.eq(hash(state)));
    }

    /** The sign-in for which a system holds this token. */
    Optional<OAuth2Authorization> withIdToken(String token) {
        return find(IDENTITY_GRANT.ID_TOKEN_HASH.eq(hash(token)));
    }

    private static Condition which(byte[] hash, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return IDENTITY_GRANT
                    .STATE_HASH
                    .eq(hash)
                    .or(IDENTITY_GRANT.CODE_HASH.eq(hash))
                    .or(IDENTITY_GRANT.ACCESS_HASH.eq(hash))
                    .or(IDENTITY_GRANT.ID_TOKEN_HASH.eq(hash));
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> IDENTITY_GRANT.STATE_HASH.eq(hash);
            case OAuth2ParameterNames.CODE -> IDENTITY_GRANT.CODE_HASH.eq(hash);
            case "access_token" -> IDENTITY_GRANT.ACCESS_HASH.eq(hash);
            case "id_token" -> IDENTITY_GRANT.ID_TOKEN_HASH.eq(hash);
            default -> org.jooq.impl.DSL.noCondition().not();
        };
    }

    private Optional<OAuth2Authorization> find(Condition which) {
        return db.select(IDENTITY_GRANT.GRANT_ID, IDENTITY_GRANT.CONTENT)
                .from(IDENTITY_GRANT)
                .where(which)
                .and(IDENTITY_GRANT.UNTIL.gt(clock.instant().atOffset(ZoneOffset.UTC)))
                .fetchOptional()
                .map(
                        row ->
                                unpacked(
                                        keys.fieldCipher()
                                                .decryptBytes(
                                                        row.value2(), context(row.value1()))));
    }

    private byte @Nullable [] hashOf(
            OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        return token == null ? null : hash(token.getToken().getTokenValue());
    }

    private byte @Nullable [] hashOfState(@Nullable String state) {
        return state == null ? null : hash(state);
    }

    /** In hexadecimal digits first: tokens tell capitals apart, the hash does not. */
    private byte[] hash(String token) {
        var digits = HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8));
        return keys.lookupHash().of(digits, "identity_grant.token");
    }

    private static String context(String id) {
        return "identity_grant.content:" + id;
    }

    private static byte[] packed(OAuth2Authorization grant) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(grant);
        } catch (IOException fault) {
            throw new UncheckedIOException("the library's record can be written", fault);
        }
        return bytes.toByteArray();
    }

    /** Safe to read: nobody without the key of the house can have written it. */
    private static OAuth2Authorization unpacked(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (OAuth2Authorization) in.readObject();
        } catch (IOException fault) {
            throw new UncheckedIOException("a record of an older library", fault);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("a record of an older library", gone);
        }
    }
}
