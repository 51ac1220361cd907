package org.tongban.accounts.handover;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.tongban.access.IdentityDesk;
import org.tongban.accounts.IdentityClients;
import org.tongban.accounts.IdentityHandOvers;
import org.tongban.crypto.Keys;
import org.tongban.law.LegalBasis;

/** Tells the door which systems there are, what people agreed to, and what a system is told. */
@Component
final class Desk implements IdentityDesk {

    private static final Duration TOKEN_LASTS = Duration.ofMinutes(15);
    private static final Duration CODE_LASTS = Duration.ofMinutes(2);

    private final IdentityClients clients;
    private final IdentityHandOvers handOvers;
    private final Grants grants;
    private final Keys keys;

    Desk(IdentityClients clients, IdentityHandOvers handOvers, Grants grants, Keys keys) {
        this.clients = clients;
        this.handOvers = handOvers;
        this.grants = grants;
        this.keys = keys;
    }

    @Override
    public RegisteredClientRepository systems() {
        return new Systems(clients);
    }

    @Override
    public OAuth2AuthorizationService grants() {
        return grants;
    }

    @Override
    public OAuth2AuthorizationConsentService consents() {
        return new Consents(clients, handOvers);
    }

    /** Two systems cannot find out from it that they speak of one person. */
    @Override
    @LegalBasis("practice/hand-over/pairwise")
    public String subject(String caller, String system) {
        var hash = keys.lookupHash().of(caller, "identity.subject:" + system);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @Override
    public Map<String, Object> tell(String caller, String system, Set<String> scopes) {
        return handOvers
                .tell(Principals.account(caller), system, scopes)
                .orElseThrow(
                        () -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
    }

    private record Systems(IdentityClients clients) implements RegisteredClientRepository {

        @Override
        public void save(RegisteredClient client) {
            throw new UnsupportedOperationException("systems are admitted by an administrator");
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String id) {
            return clients.find(id).map(this::registered).orElse(null);
        }

        private RegisteredClient registered(IdentityClients.Client client) {
            return RegisteredClient.withId(client.id())
                    .clientId(client.id())
                    .clientSecret(clients.secretHash(client.id()).orElse(""))
                    .clientName(client.name())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUris(all -> all.addAll(client.redirects()))
                    .postLogoutRedirectUris(all -> all.addAll(client.signOuts()))
                    .scopes(all -> all.addAll(client.scopes()))
                    .clientSettings(
                            ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(true)
                                    .build())
                    .tokenSettings(
                            TokenSettings.builder()
                                    .accessTokenTimeToLive(TOKEN_LASTS)
                                    .authorizationCodeTimeToLive(CODE_LASTS)
                                    .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                                    .build())
                    .build();
        }
    }

    private record Consents(IdentityClients clients, IdentityHandOvers handOvers)
            implements OAuth2AuthorizationConsentService {

        @Override
        public void save(OAuth2AuthorizationConsent consent) {
            handOvers.agree(
                    Principals.account(consent.getPrincipalName()),
                    clients.find(consent.getRegisteredClientId()).orElseThrow(),
                    new HashSet<>(consent.getScopes()));
        }

        @Override
        public void remove(OAuth2AuthorizationConsent consent) {
            var account = Principals.account(consent.getPrincipalName());
            handOvers
                    .standing(account, consent.getRegisteredClientId())
                    .ifPresent(one -> handOvers.takeBack(one.id(), account));
        }

        @Override
        public @Nullable OAuth2AuthorizationConsent findById(String client, String principal) {
            return handOvers
                    .standing(Principals.account(principal), client)
                    .map(
                            one -> {
                                var consent = OAuth2AuthorizationConsent.withId(client, principal);
                                one.scopes().forEach(consent::scope);
                                return consent.build();
                            })
                    .orElse(null);
        }
    }
}
