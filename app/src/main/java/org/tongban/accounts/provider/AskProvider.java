package org.tongban.accounts.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.tongban.accounts.Told;
import org.tongban.accounts.provider.Came.Fault;
import org.tongban.codes.CitizenId;
import org.tongban.codes.Mobile;

/**
 * Sends a browser to the provider, and reads what it brings back. The library carries out the
 * protocol; what it finds wrong is told in words of ours.
 */
@Component
final class AskProvider {

    private static final Logger LOG = LoggerFactory.getLogger(AskProvider.class);

    private static final int LONGEST_NAME = 100;

    private final ProviderBook book;
    private final Clock clock;
    private final HttpSessionOAuth2AuthorizationRequestRepository begun =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OidcAuthorizationCodeAuthenticationProvider library;

    AskProvider(ProviderBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
        this.library = library();
    }

    /**
     * Where the browser is to go; empty when the provider does not answer, and the fault with it.
     */
    record Way(Optional<String> address, Optional<Fault> fault) {}

    /** Begins: state, nonce and the key of the proof are drawn and kept in the session. */
    Way begin(Errand errand, HttpServletRequest request, HttpServletResponse response) {
        try {
            var resolver = new DefaultOAuth2AuthorizationRequestResolver(book);
            var asked = resolver.resolve(request, ProviderBook.ID);
            if (asked == null) return new Way(Optional.empty(), Optional.of(Fault.MISCONFIGURED));
            var kept = errand.writtenOn(asked);
            begun.saveAuthorizationRequest(kept, request, response);
            return new Way(Optional.of(kept.getAuthorizationRequestUri()), Optional.empty());
        } catch (RestClientException silent) {
            LOG.warn("the provider does not answer: {}", silent.getClass().getSimpleName());
            return new Way(Optional.empty(), Optional.of(Fault.DOWN));
        } catch (IllegalArgumentException wrong) {
            LOG.warn("the provider's discovery document is not its own, or not whole");
            return new Way(Optional.empty(), Optional.of(Fault.MISCONFIGURED));
        }
    }

    /** Ends what was begun: the same answer cannot be brought twice. */
    Came comeBack(HttpServletRequest request, HttpServletResponse response) {
        var asked = begun.removeAuthorizationRequest(request, response);
        if (asked == null) return new Came.Failed(Fault.NOT_BEGUN, Errand.toSignIn(""));
        var errand = Errand.readFrom(asked.getAttributes());
        var answer = answer(asked, request);
        if (answer.isEmpty()) return new Came.Failed(Fault.NOT_BEGUN, errand);
        if (answer.get().statusError()) {
            LOG.info(
                    "the provider says {}",
                    Optional.ofNullable(answer.get().getError())
                            .map(OAuth2Error::getErrorCode)
                            .orElse(""));
            return new Came.Failed(Fault.CANCELLED, errand);
        }
        try {
            var told = told(asked, answer.get());
            return new Came.Back(told, errand);
        } catch (AuthenticationException | RestClientException wrong) {
            var fault = Faults.of(wrong);
            LOG.warn("sign-in by the provider failed: {}", fault);
            return new Came.Failed(fault, errand);
        }
    }

    /** The state was in the session only: an answer without it belongs to somebody else. */
    private static Optional<OAuth2AuthorizationResponse> answer(
            OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        var state = request.getParameter("state");
        if (state == null || !state.equals(asked.getState())) return Optional.empty();
        var code = request.getParameter("code");
        var error = request.getParameter("error");
        if (code == null && error == null) return Optional.empty();
        var answer =
                code == null
                        ? OAuth2AuthorizationResponse.error(error)
                        : OAuth2AuthorizationResponse.success(code);
        return Optional.of(
                answer.redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                        .state(state)
                        .build());
    }

    private Told told(OAuth2AuthorizationRequest asked, OAuth2AuthorizationResponse answer) {
        var registration = book.findByRegistrationId(ProviderBook.ID);
        var came =
                library.authenticate(
                        new OAuth2LoginAuthenticationToken(
                                registration, new OAuth2AuthorizationExchange(asked, answer)));
        if (came == null || !(came.getPrincipal() instanceof OidcUser user)) {
            throw new AuthenticationServiceException("the provider was not asked for an identity");
        }
        return told(user, book.settings().orElseThrow());
    }

    private static Told told(OidcUser user, ProviderSettings set) {
        var claims = set.claims();
        return new Told(
                set.issuer(),
                set.name(),
                Objects.requireNonNull(user.getSubject()),
                claim(user, claims.name())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME),
                claim(user, claims.number()).flatMap(typed -> CitizenId.read(typed).value()),
                claim(user, claims.mobile())
                        .flatMap(typed -> Mobile.read(typed).value())
                        .map(Mobile::value),
                claims.level().isEmpty()
                        || claim(user, claims.level())
                                .filter(claims.levels()::contains)
                                .isPresent());
    }

    private static Optional<String> claim(OidcUser user, String name) {
        return Optional.ofNullable(user.getClaims().get(name)).map(String::valueOf);
    }

    private OidcAuthorizationCodeAuthenticationProvider library() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(book.forTokens());
        var looks = new DefaultOAuth2UserService();
        looks.setRestOperations(book.patience());
        var users = new OidcUserService();
        users.setOauth2UserService(looks);
        var made = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        made.setJwtDecoderFactory(this::decoder);
        return made;
    }

    /** Keys are asked for within a person's patience; days are told by the clock of the house. */
    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                Objects.requireNonNull(
                                        registration.getProviderDetails().getJwkSetUri()))
                        .restOperations(book.patience())
                        .jwsAlgorithms(all -> all.addAll(signatures()))
                        .build();
        var valid = new OidcIdTokenValidator(registration);
        valid.setClock(clock);
        decoder.setJwtValidator(valid);
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Signatures with a key pair; whoever knows a shared secret could sign, too. */
    private static Set<SignatureAlgorithm> signatures() {
        return EnumSet.allOf(SignatureAlgorithm.class);
    }
}
