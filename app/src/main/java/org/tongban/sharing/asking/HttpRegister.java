package org.tongban.sharing.asking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.sharing.RegisterAddresses.Address;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks registers over HTTP, as docs/sharing.md describes. What comes back is held to the question:
 * an entry about somebody else, of another form or too long is no answer.
 */
@Component
class HttpRegister implements Register {

    /** Somebody waits at a page for this. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** A register that failed is left alone for so long, so that only one page waits for it. */
    static final Duration REST = Duration.ofSeconds(20);

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_TEXT = 2_000;
    private static final int OK = 200;
    private static final int NO_SUCH = 404;
    private static final int TOO_MANY = 429;

    private static final Logger LOG = LoggerFactory.getLogger(HttpRegister.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(1))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** An entry as it is sent; see {@link RegisterEntry}. */
    private record Sent(
            String subject,
            boolean found,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String state,
            @Nullable LocalDate validUntil,
            @Nullable Map<String, String> data) {}

    /** A fact as it is sent. */
    private record SentFact(String subject, String answer) {}

    @Override
    public Reply one(Address address, Asked asked) {
        return ask(address, "one", body(asked), text -> entry(text, asked));
    }

    @Override
    public Reply fact(Address address, Asked asked, String part, String value) {
        var body = body(asked);
        body.put("part", part);
        body.put("value", value);
        return ask(address, "fact", body, text -> said(text, asked));
    }

    private static Map<String, String> body(Asked asked) {
        var body = new LinkedHashMap<String, String>();
        body.put("resource", asked.resource());
        body.put("subject", asked.subject());
        body.put("agency", asked.agency());
        body.put("item", asked.item());
        body.put("purpose", asked.purpose());
        return body;
    }

    /** Reads an answer. */
    private interface Reading {
        Reply read(String text);
    }

    private Reply ask(Address address, String what, Map<String, String> body, Reading reading) {
        var request =
                HttpRequest.newBuilder(URI.create(address.base() + "/" + what))
                        .timeout(LONGEST_WAIT)
                        .header("Authorization", "Bearer " + address.key())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try {
            var answer =
                    client.send(
                            request,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                                    MOST_BYTES));
            return switch (answer.statusCode()) {
                case OK -> reading.read(answer.body());
                case NO_SUCH -> new Reply.Failed(Fault.WRONG, REST);
                case TOO_MANY -> new Reply.Failed(Fault.THROTTLED, retryAfter(answer));
                default -> new Reply.Failed(Fault.DOWN, REST);
            };
        } catch (HttpTimeoutException slow) {
            LOG.warn("{} did not answer in time", address);
            return new Reply.Failed(Fault.SLOW, REST);
        } catch (JacksonException | IllegalArgumentException wrong) {
            LOG.warn("{} answered something else than was asked", address);
            return new Reply.Failed(Fault.WRONG, REST);
        } catch (IOException down) {
            LOG.warn("{} cannot be reached: {}", address, down.getMessage());
            return new Reply.Failed(Fault.DOWN, REST);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Failed(Fault.DOWN, Duration.ZERO);
        }
    }

    private static Reply entry(String text, Asked asked) {
        var sent = JSON.readValue(text, Sent.class);
        if (!asked.subject().equals(sent.subject())) return wrong();
        if (!sent.found()) return new Reply.None();
        if (sent.number() == null
                || sent.issuer() == null
                || sent.state() == null
                || sent.data() == null
                || sent.number().isBlank()) {
            return wrong();
        }
        var tooLong =
                sent.data().values().stream()
                        .anyMatch(value -> value == null || value.length() > LONGEST_TEXT);
        return tooLong
                        || sent.number().length() > LONGEST_TEXT
                        || sent.issuer().length() > LONGEST_TEXT
                ? wrong()
                : new Reply.Known(
                        new RegisterEntry(
                                sent.number(),
                                sent.issuer(),
                                RegisterEntry.State.valueOf(sent.state().toUpperCase(Locale.ROOT)),
                                sent.validUntil(),
                                sent.data()));
    }

    private static Reply said(String text, Asked asked) {
        var sent = JSON.readValue(text, SentFact.class);
        return asked.subject().equals(sent.subject()) && sent.answer() != null
                ? new Reply.Said(Fact.valueOf(sent.answer().toUpperCase(Locale.ROOT)))
                : wrong();
    }

    /** One wrong answer says nothing about the next. */
    private static Reply wrong() {
        return new Reply.Failed(Fault.WRONG, Duration.ZERO);
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        var seconds =
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(Integer::parseInt)
                        .orElse((int) REST.toSeconds());
        var asked = Duration.ofSeconds(seconds);
        return asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
    }
}
