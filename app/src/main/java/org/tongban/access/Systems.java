package org.tongban.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.tongban.crypto.Keys;

/**
 * The filters before other systems: they fetch a token with the grant {@code client_credentials}
 * and call {@code /api} with it. No session, no cookie, no other grant.
 */
@Configuration(proxyBeanMethods = false)
class Systems {

    @Bean
    @Order(10)
    SecurityFilterChain tokenDoor(
            HttpSecurity http, ApiClients clients, OAuth2AuthorizationService kept) {
        // The endpoints of other grants stay outside the matcher, so they do not exist.
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(
                        server ->
                                server.registeredClientRepository(clients)
                                        .authorizationService(kept)
                                        .authorizationServerSettings(
                                                AuthorizationServerSettings.builder().build()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain apiDoor(HttpSecurity http, JwtDecoder decoder, ApiClients clients) {
        return http.securityMatcher("/api", "/api/**")
                .oauth2ResourceServer(
                        resources ->
                                resources
                                        .jwt(
                                                jwt ->
                                                        jwt.decoder(decoder)
                                                                .jwtAuthenticationConverter(
                                                                        token ->
                                                                                system(
                                                                                        token,
                                                                                        clients)))
                                        .authenticationEntryPoint(Systems::refuse))
                // The doorkeeper decides on every handler.
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // Forged forms carry cookies; here nothing is read from a cookie.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(Keys keys) {
        var pair = keys.tokenKeyPair();
        var key =
                new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID(keys.tokenKeyId())
                        .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> tokenKeys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(tokenKeys);
    }

    /** The library would sign with RSA; our key lies on the curve P-256. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> signedWithOurCurve() {
        return context -> context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
    }

    /** The secrets of systems are kept as passwords are. */
    @Bean
    PasswordEncoder secretEncoder(Passwords passwords) {
        return passwords.encoder();
    }

    /** Before that of people's sign-ins, which their own door names. */
    @Bean
    @Primary
    OAuth2AuthorizationService keptTokens() {
        return new NoTokensKept();
    }

    /** A client that was removed, or has lost a scope, loses it with tokens already given out. */
    private static AbstractAuthenticationToken system(Jwt token, ApiClients clients) {
        var client =
                Optional.ofNullable(token.getSubject())
                        .flatMap(clients::find)
                        .orElseThrow(() -> new InvalidBearerTokenException("unknown client"));
        var scopes = new HashSet<>(client.scopes());
        var granted = token.getClaimAsStringList("scope");
        scopes.retainAll(granted == null ? List.of() : granted);
        var principal =
                new SystemPrincipal(client.clientId(), client.name(), scopes, client.staffId());
        return UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority(Door.SYSTEM_API.name())));
    }

    /** RFC 9457: a problem that a program can read, with the header that RFC 6750 asks for. */
    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        new BearerTokenAuthenticationEntryPoint().commence(request, response, refused);
        var status = HttpStatus.valueOf(response.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem =
                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(status.getReasonPhrase(), status.value());
        response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    }
}
