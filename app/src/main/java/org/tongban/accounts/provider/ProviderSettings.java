package org.tongban.accounts.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * The outside provider as the operator has set it; see docs/identity.md.
 *
 * @param name as people know it, on the sign-in page
 * @param issuer its address, below which its discovery document lies
 * @param scopes asked for
 * @param claims in which it tells who somebody is
 */
record ProviderSettings(
        String name,
        String issuer,
        String clientId,
        String secret,
        List<String> scopes,
        Claims claims) {

    private static final String SETTING = "tongban.provider.";
    private static final Pattern BETWEEN = Pattern.compile("[ ,]+");

    /**
     * The names of claims.
     *
     * @param level empty: everybody whom this provider lets in was checked by it
     * @param levels values of the level that say so
     */
    record Claims(String name, String number, String mobile, String level, Set<String> levels) {}

    ProviderSettings {
        scopes = List.copyOf(scopes);
    }

    /**
     * Reads the settings; empty while there is no issuer.
     *
     * @throws IllegalStateException when there is an issuer and something else is missing
     */
    static Optional<ProviderSettings> of(Environment settings) {
        var issuer = read(settings, "issuer", "");
        if (issuer.isEmpty()) return Optional.empty();
        if (!isGuarded(URI.create(issuer))) {
            throw new IllegalStateException(
                    "TONGBAN_PROVIDER_ISSUER begins with https://, or names this machine");
        }
        return Optional.of(
                new ProviderSettings(
                        needed(settings, "name"),
                        issuer,
                        needed(settings, "client-id"),
                        needed(settings, "secret"),
                        words(read(settings, "scopes", "openid profile")).toList(),
                        new Claims(
                                read(settings, "name-claim", "name"),
                                read(settings, "number-claim", "id_number"),
                                read(settings, "mobile-claim", "phone_number"),
                                read(settings, "level-claim", ""),
                                words(read(settings, "levels", "")).collect(Collectors.toSet()))));
    }

    /** What goes between the two would else be read, and changed, on the way. */
    private static boolean isGuarded(URI issuer) {
        return "https".equals(issuer.getScheme())
                || ("http".equals(issuer.getScheme())
                        && Set.of("localhost", "127.0.0.1")
                                .contains(Optional.ofNullable(issuer.getHost()).orElse("")));
    }

    private static String needed(Environment settings, String name) {
        var value = read(settings, name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException(
                    "TONGBAN_PROVIDER_ISSUER is set, so TONGBAN_PROVIDER_%s has to be, too"
                            .formatted(name.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        return value;
    }

    private static String read(Environment settings, String name, String otherwise) {
        return settings.getProperty(SETTING + name, otherwise).strip();
    }

    private static Stream<String> words(String list) {
        return BETWEEN.splitAsStream(list).filter(word -> !word.isEmpty());
    }

    /** Never the secret: this may reach a log. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
