package org.tongban.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters before people who sign in to a department's system by this platform: the code flow of
 * OpenID Connect with PKCE, beside the door of systems that come for themselves. Tokens of one door
 * open nothing at the other.
 */
@Configuration(proxyBeanMethods = false)
class IdentityDoor {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    private static final String AUTHORIZE = "/identity/authorize";
    private static final String TOKEN = "/identity/token";
    private static final String KEYS = "/identity/jwks";
    private static final String USER_INFO = "/identity/userinfo";
    private static final String SIGN_OUT = "/identity/logout";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @Bean
    @Order(5)
    SecurityFilterChain identityFilters(
            HttpSecurity http,
            IdentityDesk desk,
            JWKSource<SecurityContext> tokenKeys,
            JwtDecoder decoder,
            Clock clock) {
        // The endpoints of other grants stay outside the matcher, so they do not exist. Signing out
        // does, too: it is a page of ours, for the person is asked.
        return http.securityMatcher(AUTHORIZE, TOKEN, KEYS, USER_INFO, DISCOVERY)
                .oauth2AuthorizationServer(
                        server ->
                                server.registeredClientRepository(desk.systems())
                                        .authorizationService(desk.grants())
                                        .authorizationConsentService(desk.consents())
                                        .authorizationServerSettings(addresses())
                                        .tokenGenerator(tokens(desk, tokenKeys))
                                        .authorizationEndpoint(
                                                ask ->
                                                        ask.consentPage(IdentityDesk.ASK)
                                                                .authenticationProviders(
                                                                        IdentityDoor
                                                                                ::askForEverything)
                                                                .authorizationResponseHandler(
                                                                        IdentityDoor::leave)
                                                                .errorResponseHandler(
                                                                        IdentityDoor::refuse))
                                        .oidc(
                                                oidc ->
                                                        oidc.userInfoEndpoint(
                                                                        ends ->
                                                                                ends.userInfoMapper(
                                                                                        asked ->
                                                                                                told(
                                                                                                        desk,
                                                                                                        asked)))
                                                                .providerConfigurationEndpoint(
                                                                        ends ->
                                                                                ends
                                                                                        .providerConfigurationCustomizer(
                                                                                                IdentityDoor
                                                                                                        ::describe))))
                .oauth2ResourceServer(resources -> resources.jwt(jwt -> jwt.decoder(decoder)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                // A forged answer of the consent page would have to know its state.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionAge(clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new ApplicantsOnly(), SecurityContextHolderFilter.class)
                .build();
    }

    /** The library asks nobody who is only to be known again; people are told of that, too. */
    private static void askForEverything(List<AuthenticationProvider> providers) {
        for (var one : providers) {
            if (one instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                codes.setAuthorizationConsentRequired(IdentityDoor::isNotAgreed);
            }
        }
    }

    private static boolean isNotAgreed(OAuth2AuthorizationCodeRequestAuthenticationContext asked) {
        var consent = asked.getAuthorizationConsent();
        var request = asked.getAuthorizationRequest();
        return consent == null
                || request == null
                || !consent.getScopes().containsAll(request.getScopes());
    }

    private static AuthorizationServerSettings addresses() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .oidcUserInfoEndpoint(USER_INFO)
                .oidcLogoutEndpoint(SIGN_OUT)
                .build();
    }

    /** Of a person a token says no more than the name they have for this one system. */
    private static JwtGenerator tokens(IdentityDesk desk, JWKSource<SecurityContext> keys) {
        var generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setJwtCustomizer(context -> sign(desk, context));
        return generator;
    }

    private static void sign(IdentityDesk desk, JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        context.getClaims()
                .subject(
                        desk.subject(
                                Objects.<Authentication>requireNonNull(context.getPrincipal())
                                        .getName(),
                                context.getRegisteredClient().getClientId()));
    }

    private static OidcUserInfo told(IdentityDesk desk, OidcUserInfoAuthenticationContext asked) {
        var grant = asked.getAuthorization();
        var system = grant.getRegisteredClientId();
        var claims =
                new LinkedHashMap<>(
                        desk.tell(grant.getPrincipalName(), system, grant.getAuthorizedScopes()));
        claims.put("sub", desk.subject(grant.getPrincipalName(), system));
        return new OidcUserInfo(claims);
    }

    /** What the library describes beyond what is there. */
    private static void describe(OidcProviderConfiguration.Builder document) {
        document.claims(
                claims -> {
                    claims.keySet()
                            .removeAll(
                                    Set.of(
                                            "introspection_endpoint",
                                            "introspection_endpoint_auth_methods_supported",
                                            "revocation_endpoint",
                                            "revocation_endpoint_auth_methods_supported",
                                            "device_authorization_endpoint",
                                            "pushed_authorization_request_endpoint",
                                            "tls_client_certificate_bound_access_tokens",
                                            "dpop_signing_alg_values_supported"));
                    claims.put("grant_types_supported", List.of("authorization_code"));
                    claims.put("id_token_signing_alg_values_supported", List.of("ES256"));
                    claims.put("subject_types_supported", List.of("pairwise"));
                    claims.put(
                            "token_endpoint_auth_methods_supported",
                            List.of("client_secret_basic", "client_secret_post"));
                    claims.put("scopes_supported", IdentityScopes.ALL);
                });
    }

    /**
     * A form may lead nowhere but to this site, not even by way of a redirection, so a browser
     * leaves for the system from a page.
     */
    private static void leave(
            HttpServletRequest request, HttpServletResponse response, Authentication done)
            throws IOException {
        if (!(done instanceof OAuth2AuthorizationCodeRequestAuthenticationToken granted)
                || granted.getRedirectUri() == null
                || granted.getAuthorizationCode() == null) {
            throw new IllegalStateException("a grant without a code or a way back");
        }
        LOG.info("identity.granted to {} by {}", granted.getClientId(), name(granted));
        var back =
                UriComponentsBuilder.fromUriString(granted.getRedirectUri())
                        .queryParam(
                                OAuth2ParameterNames.CODE,
                                granted.getAuthorizationCode().getTokenValue());
        Leaving.put(request, withState(back, granted.getState()), granted.getClientId());
        response.sendRedirect(IdentityDesk.LEAVE);
    }

    /** To the system if its way back is known to be its own, else to a page of ours. */
    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        if (refused instanceof OAuth2AuthorizationCodeRequestAuthenticationException one
                && one.getAuthorizationCodeRequestAuthentication() != null
                && one.getAuthorizationCodeRequestAuthentication().getRedirectUri() != null) {
            var asked = one.getAuthorizationCodeRequestAuthentication();
            LOG.info("identity.refused to {}: {}", asked.getClientId(), one.getError());
            var back =
                    UriComponentsBuilder.fromUriString(
                                    Objects.requireNonNull(asked.getRedirectUri()))
                            .queryParam(OAuth2ParameterNames.ERROR, one.getError().getErrorCode());
            Leaving.put(request, withState(back, asked.getState()), asked.getClientId());
            response.sendRedirect(IdentityDesk.LEAVE);
            return;
        }
        LOG.info("identity.refused: {}", refused.getMessage());
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    private static String withState(UriComponentsBuilder back, @Nullable String state) {
        var whole =
                state == null
                        ? back
                        : back.queryParam(
                                OAuth2ParameterNames.STATE,
                                URLEncoder.encode(state, StandardCharsets.UTF_8));
        return whole.build(true).toUriString();
    }

    private static String name(OAuth2AuthorizationCodeRequestAuthenticationToken granted) {
        return granted.getPrincipal() instanceof Authentication person ? person.getName() : "";
    }

    /** Only applicants have an identity to hand over: others are sent to their sign-in. */
    private static final class ApplicantsOnly extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals(AUTHORIZE);
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var caller = Signed.caller(SecurityContextHolder.getContext().getAuthentication());
            var silent = "none".equals(request.getParameter("prompt"));
            if (caller.filter(ApplicantPrincipal.class::isInstance).isPresent()
                    || (caller.isEmpty() && silent)) {
                chain.doFilter(request, response);
            } else {
                SignInFirst.answer(Door.APPLICANT, request, response);
            }
        }
    }
}
