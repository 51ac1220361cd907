package org.tongban.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tongban.sharing.RegisterAddresses;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated registers, on a port of this machine that nobody else reaches, asked as real ones
 * are (docs/sharing.md): over HTTP, with a key.
 */
@Component
@ConditionalOnProperty(name = "tongban.demo", havingValue = "true")
public class SimulatedRegisters implements RegisterAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedRegisters.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int KEY_BYTES = 16;
    private static final int MOST_BYTES = 64 * 1024;
    private static final long SLOW_SECONDS = 30;
    private static final int RETRY_SECONDS = 20;

    private static final int OK = 200;
    private static final int WRONG_REQUEST = 400;
    private static final int WRONG_KEY = 401;
    private static final int NO_SUCH = 404;
    private static final int TOO_MANY = 429;
    private static final int NOT_WORKING = 503;

    private final SimulatedEntries entries;
    private final Map<String, Mode> modes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, SimulatedEntries.Entry>> changed =
            new ConcurrentHashMap<>();
    private final String key;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopping = new CountDownLatch(1);

    SimulatedRegisters() throws IOException {
        this.entries = SimulatedEntries.read();
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = HexFormat.of().formatHex(bytes);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        LOG.info("simulated registers answer on port {}", server.getAddress().getPort());
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        server.stop(0);
        threads.close();
    }

    @Override
    public Optional<Address> find(String register) {
        return entries.registers().containsKey(register)
                ? Optional.of(
                        new Address(
                                URI.create(
                                        "http://localhost:%d/%s"
                                                .formatted(
                                                        server.getAddress().getPort(), register)),
                                key,
                                true))
                : Optional.empty();
    }

    /** The names of the registers. */
    public List<String> names() {
        return List.copyOf(entries.registers().keySet());
    }

    /** How a register behaves now. */
    public Mode mode(String register) {
        return modes.getOrDefault(register, Mode.OK);
    }

    /** Makes a register behave otherwise, from the next question on. */
    public void behave(String register, Mode mode) {
        modes.put(register, mode);
    }

    /** Changes the state of an entry: {@code valid}, {@code suspended}, {@code ended}. */
    public void enter(String register, String subject, String state) {
        entries.find(register, subject)
                .ifPresent(
                        one ->
                                change(
                                        register,
                                        subject,
                                        new SimulatedEntries.Entry(
                                                one.number(),
                                                one.issuer(),
                                                state,
                                                one.validUntil(),
                                                one.data())));
    }

    private void change(String register, String subject, SimulatedEntries.Entry entry) {
        changed.computeIfAbsent(register, _ -> Collections.synchronizedMap(new LinkedHashMap<>()))
                .put(subject, entry);
    }

    private Optional<SimulatedEntries.Entry> entry(String register, String subject) {
        return Optional.ofNullable(changed.getOrDefault(register, Map.of()).get(subject))
                .or(() -> entries.find(register, subject));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parts = exchange.getRequestURI().getPath().split("/", -1);
            if (parts.length != 3 || !entries.registers().containsKey(parts[1])) {
                send(exchange, NO_SUCH, Map.of());
            } else if (!("Bearer " + key)
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, WRONG_KEY, Map.of());
            } else {
                answer(exchange, parts[1], parts[2]);
            }
        }
    }

    private void answer(HttpExchange exchange, String register, String what) throws IOException {
        var mode = mode(register);
        if (mode == Mode.SLOW && !waited()) return;
        if (mode == Mode.DOWN) {
            send(exchange, NOT_WORKING, Map.of());
            return;
        }
        if (mode == Mode.THROTTLED) {
            exchange.getResponseHeaders().set("Retry-After", "" + RETRY_SECONDS);
            send(exchange, TOO_MANY, Map.of());
            return;
        }
        Map<String, String> asked;
        try {
            asked =
                    JSON.readValue(
                            exchange.getRequestBody().readNBytes(MOST_BYTES),
                            new TypeReference<>() {});
        } catch (JacksonException unreadable) {
            send(exchange, WRONG_REQUEST, Map.of());
            return;
        }
        var subject = asked.getOrDefault("subject", "");
        var named = mode == Mode.WRONG ? "990101199001010019" : subject;
        switch (what) {
            case "one" -> send(exchange, OK, one(named, entry(register, subject)));
            case "fact" -> send(exchange, OK, fact(named, asked, entry(register, subject)));
            default -> send(exchange, NO_SUCH, Map.of());
        }
    }

    private static Map<String, Object> one(String subject, Optional<SimulatedEntries.Entry> entry) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("subject", subject);
        answer.put("found", entry.isPresent());
        entry.ifPresent(
                one -> {
                    answer.put("number", one.number());
                    answer.put("issuer", one.issuer());
                    answer.put("state", one.state());
                    if (one.validUntil() != null) answer.put("validUntil", one.validUntil());
                    answer.put("data", one.data());
                });
        return answer;
    }

    private static Map<String, Object> fact(
            String subject, Map<String, String> asked, Optional<SimulatedEntries.Entry> entry) {
        var part = asked.getOrDefault("part", "");
        var value = asked.getOrDefault("value", "");
        var answer =
                entry.flatMap(one -> Optional.ofNullable(one.data().get(part)))
                        .map(says -> says.equals(value) ? "yes" : "no")
                        .orElse("unknown");
        return Map.of("subject", subject, "answer", answer);
    }

    /** False when the house is being shut down meanwhile. */
    private boolean waited() {
        try {
            return !stopping.await(SLOW_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> answer)
            throws IOException {
        var body = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
