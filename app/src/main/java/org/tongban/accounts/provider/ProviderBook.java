package org.tongban.accounts.provider;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.tongban.access.OutsideSignIn;

/**
 * What is known of the provider: as set, and as its discovery document says. The document is asked
 * for at the first sign-in and not at the start: a provider that is down keeps nobody else out.
 */
@Component
final class ProviderBook implements OutsideSignIn, ClientRegistrationRepository {

    static final String BEGIN = "/sign-in/provider";
    static final String BACK = "/sign-in/provider/back";
    static final String ID = "provider";

    /** Somebody waits before a page. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    /** Providers change addresses and keys seldom, and announce neither. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Optional<ProviderSettings> settings;
    private final Clock clock;
    private final JdkClientHttpRequestFactory requests;
    private volatile Optional<Known> known = Optional.empty();

    private record Known(ClientRegistration registration, Instant since) {}

    ProviderBook(Environment environment, Clock clock) {
        this.settings = ProviderSettings.of(environment);
        this.clock = clock;
        this.requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .connectTimeout(WAIT)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build());
        requests.setReadTimeout(WAIT);
    }

    @Override
    public Optional<String> provider() {
        return settings.map(ProviderSettings::name);
    }

    @Override
    public String address() {
        return BEGIN;
    }

    Optional<ProviderSettings> settings() {
        return settings;
    }

    /** For questions of the library: waits no longer than a person does. */
    RestTemplate patience() {
        return new RestTemplate(requests);
    }

    /** The same for the exchange of a code. */
    RestClient forTokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(
                        converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /**
     * The provider, as its discovery document describes it.
     *
     * @throws RestClientException when it does not answer
     * @throws IllegalArgumentException when the document is not that of this issuer
     */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        var now = clock.instant();
        var before = known.filter(one -> now.isBefore(one.since().plus(KEPT)));
        if (before.isPresent()) return before.get().registration();
        var found = discovered(settings.orElseThrow());
        known = Optional.of(new Known(found, now));
        return found;
    }

    private ClientRegistration discovered(ProviderSettings set) {
        var address = set.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
        Map<String, Object> document =
                RestClient.builder()
                        .requestFactory(requests)
                        .build()
                        .get()
                        .uri(address)
                        .retrieve()
                        .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (document == null || !set.issuer().equals(document.get("issuer"))) {
            throw new IllegalArgumentException("the discovery document names another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(ID)
                .clientId(set.clientId())
                .clientSecret(set.secret())
                .clientName(set.name())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + BACK)
                .scope(scopes(set))
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Without this one no token says who somebody is. */
    private static List<String> scopes(ProviderSettings set) {
        return set.scopes().contains("openid")
                ? set.scopes()
                : Stream.concat(Stream.of("openid"), set.scopes().stream()).toList();
    }
}
