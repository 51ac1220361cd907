package org.tongban.accounts.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A provider of identities in a house of its own: Spring Authorization Server on its own port. It
 * can be made to lie, and to fall silent.
 */
public final class OtherHouse implements AutoCloseable {

    public static final String CLIENT = "tongban";
    public static final String SECRET = "the secret of the county";
    static final String BACK = "http://localhost/sign-in/provider/back";

    /** What is wrong with the tokens that it gives out. */
    enum Lie {
        NONE,
        OTHER_NONCE,
        OTHER_KEY,
        EXPIRED,
        OTHER_ISSUER
    }

    /** The one beside the houses of tests; it stands until the tests are done. */
    private static final class Only {
        static final OtherHouse HOUSE = new OtherHouse();
    }

    private final GenericApplicationContext context;
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private volatile Lie lie = Lie.NONE;

    OtherHouse() {
        var application = new SpringApplication(Rooms.class);
        application.addInitializers(
                context -> {
                    ((GenericApplicationContext) context)
                            .registerBean(OtherHouse.class, () -> this);
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(
                                    new MapPropertySource(
                                            "other house",
                                            Map.of("server.port", "0", "tongban.demo", "false")));
                });
        this.context = (GenericApplicationContext) application.run();
    }

    public static OtherHouse theOnly() {
        return Only.HOUSE;
    }

    public String issuer() {
        return "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    void tells(Lie what) {
        lie = what;
    }

    /** Lets somebody have an account there. */
    void knows(String login, Map<String, Object> claims) {
        people.put(login, claims);
    }

    /** What a browser does that is sent there: signs in, and is sent back. */
    URI visitedBy(String login, String address) {
        try (var browser = HttpClient.newHttpClient()) {
            var answer =
                    browser.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("X-Login", login)
                                    .build(),
                            BodyHandlers.ofString());
            return answer.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            answer.statusCode() + " " + answer.body()));
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException("the provider did not answer", fault);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** Whoever says a login that is known is signed in there. */
    private static final class Reception extends OncePerRequestFilter {

        private final OtherHouse house;

        Reception(OtherHouse house) {
            this.house = house;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals("/oauth2/authorize");
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var login = String.valueOf(request.getHeader("X-Login"));
            if (house.people.containsKey(login)) {
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        login,
                                        null,
                                        List.of(
                                                FactorGrantedAuthority.fromAuthority(
                                                        FactorGrantedAuthority
                                                                .PASSWORD_AUTHORITY))));
            }
            chain.doFilter(request, response);
        }
    }

    /** Found by nobody who looks for beans of ours. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Rooms {

        private static final RSAKey OWN = key(pair());
        private static final RSAKey FOREIGN = key(pair());

        @Bean
        SecurityFilterChain everything(HttpSecurity http, OtherHouse house) {
            return http.addFilterAfter(new Reception(house), SecurityContextHolderFilter.class)
                    .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        org.springframework.security.oauth2.jwt.JwtDecoder decoder(
                JWKSource<SecurityContext> keys) {
            return org.springframework.security.config.annotation.web.configuration
                    .OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(CLIENT)
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(BACK)
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build());
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(OWN));
        }

        @Bean
        JwtEncoder encoder(OtherHouse house, JWKSource<SecurityContext> keys) {
            var own = new NimbusJwtEncoder(keys);
            var foreign = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(FOREIGN)));
            return asked -> (house.lie == Lie.OTHER_KEY ? foreign : own).encode(asked);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> words(OtherHouse house) {
            return context -> {
                if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) return;
                var claims = context.getClaims();
                var person =
                        Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
                Objects.requireNonNull(house.people.get(person)).forEach(claims::claim);
                switch (house.lie) {
                    case OTHER_NONCE -> claims.claim("nonce", "of another sign-in");
                    case OTHER_ISSUER -> claims.issuer("http://localhost:1/elsewhere");
                    case EXPIRED -> {
                        var now = context.getClaims().build().getIssuedAt();
                        var then = (now == null ? Instant.EPOCH : now).minus(Duration.ofHours(2));
                        claims.issuedAt(then).expiresAt(then.plus(Duration.ofHours(1)));
                    }
                    case NONE, OTHER_KEY -> {}
                }
            };
        }

        private static KeyPair pair() {
            try {
                var maker = KeyPairGenerator.getInstance("RSA");
                maker.initialize(2048);
                return maker.generateKeyPair();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK makes RSA keys", impossible);
            }
        }

        /** Both under one name: whoever looks at the name alone is deceived. */
        private static RSAKey key(KeyPair pair) {
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("one")
                    .build();
        }
    }
}
