package org.tongban.accounts.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Told;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.FieldCipher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody whom the provider sent and who has not come in yet: kept in the session of their
 * browser, encrypted, for as long as it takes to answer one page.
 */
@Component
final class Waiting {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String NAME = "provider.waiting";
    private static final String CONTEXT = "provider-waiting";
    private static final JsonMapper JSON = new JsonMapper();

    private final FieldCipher cipher;
    private final Clock clock;

    Waiting(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Who waits, and where they want to go. */
    record One(Told told, String next) {}

    private record Stored(
            String issuer,
            String provider,
            String subject,
            String name,
            String number,
            String mobile,
            boolean checked,
            String next,
            long until) {}

    void put(HttpServletRequest request, Told told, String next) {
        var stored =
                new Stored(
                        told.issuer(),
                        told.provider(),
                        told.subject(),
                        told.name().orElse(""),
                        told.number().map(CitizenId::value).orElse(""),
                        told.mobile().orElse(""),
                        told.checked(),
                        next,
                        clock.instant().plus(PATIENCE).toEpochMilli());
        request.getSession(true)
                .setAttribute(NAME, cipher.encrypt(JSON.writeValueAsString(stored), CONTEXT));
    }

    Optional<One> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof byte[] kept)) {
            return Optional.empty();
        }
        var stored = JSON.readValue(cipher.decrypt(kept, CONTEXT), Stored.class);
        return clock.instant().isBefore(Instant.ofEpochMilli(stored.until()))
                ? Optional.of(one(stored))
                : Optional.empty();
    }

    private static One one(Stored stored) {
        return new One(
                new Told(
                        stored.issuer(),
                        stored.provider(),
                        stored.subject(),
                        filled(stored.name()),
                        filled(stored.number()).map(CitizenId::of),
                        filled(stored.mobile()),
                        stored.checked()),
                stored.next());
    }

    private static Optional<String> filled(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
