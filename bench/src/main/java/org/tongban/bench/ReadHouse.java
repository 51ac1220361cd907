package org.tongban.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.tongban.Tongban;

/** The whole application with a demonstration's people and cases, read over HTTP. */
final class ReadHouse implements AutoCloseable {

    private static final String PASSWORD = "tongban-2026";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int TEMPLATES = 600;
    private static final int MOST_SECONDS_TO_TELL = 300;

    private final ConfigurableApplicationContext context;
    private final String address;
    private final Statements statements;

    /** Writes down what is sent to the database while somebody wants to know. */
    private static final class Statements implements ExecuteListener {

        private static final long serialVersionUID = 1;

        private final transient List<String> heard =
                Collections.synchronizedList(new ArrayList<>());
        private volatile boolean listening;

        @Override
        public void executeStart(ExecuteContext execution) {
            var query = execution.query();
            if (listening && query != null) {
                heard.add(
                        DSL.using(
                                        SQLDialect.POSTGRES,
                                        new Settings()
                                                .withStatementType(StatementType.STATIC_STATEMENT))
                                .renderInlined(query));
            }
        }
    }

    private ReadHouse(ConfigurableApplicationContext context, Statements statements) {
        this.context = context;
        this.statements = statements;
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) throw new BenchFailed("the application serves no pages");
        this.address = "http://localhost:" + server.getPort();
    }

    /**
     * Starts, and waits until the demonstration has told its cases and the certificates are out.
     */
    static ReadHouse open(String url, String user) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("tongban-lists-");
        var properties = new HashMap<String, Object>();
        properties.put("server.port", "0");
        properties.put("TONGBAN_DB_URL", url);
        properties.put("TONGBAN_DB_USER", user);
        properties.put("TONGBAN_DB_CONNECTIONS", "8");
        properties.put("TONGBAN_HOME", home.toString());
        properties.put("tongban.demo", "true");
        properties.put("tongban.fill", "true");
        properties.put("tongban.demo-cases", String.valueOf(TEMPLATES));
        properties.put("tongban.pack", Path.of("packs", "sandu").toString());
        properties.put("logging.level.org.tongban", "warn");
        properties.put("logging.level.audit", "warn");
        var statements = new Statements();
        var context =
                new SpringApplicationBuilder(Tongban.class)
                        .initializers(
                                made -> {
                                    made.getEnvironment()
                                            .getPropertySources()
                                            .addFirst(new MapPropertySource("bench", properties));
                                    ((GenericApplicationContext) made)
                                            .registerBean(
                                                    DefaultExecuteListenerProvider.class,
                                                    () ->
                                                            new DefaultExecuteListenerProvider(
                                                                    statements));
                                })
                        .run();
        var mark = home.resolve("demonstration");
        for (var second = 0; !Files.readString(mark).startsWith("done"); second++) {
            if (second > MOST_SECONDS_TO_TELL)
                throw new BenchFailed("the demonstration never ended");
            Thread.sleep(1_000);
        }
        // The followers issue certificates and deliver after the gate has opened.
        Thread.sleep(15_000);
        return new ReadHouse(context, statements);
    }

    /** Somebody who has signed in, or nobody in particular. */
    HttpClient reader(String signInPath, String login) throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        if (login.isEmpty()) return client;
        var answer =
                post(
                        client,
                        signInPath,
                        Map.of(
                                "login",
                                login,
                                "password",
                                PASSWORD,
                                "_csrf",
                                token(client, signInPath)));
        if (answer.uri().getPath().endsWith("sign-in"))
            throw new BenchFailed(login + " does not get in");
        return client;
    }

    /** What a form at this address has to send back. */
    String token(HttpClient client, String path) throws IOException, InterruptedException {
        var form = TOKEN.matcher(get(client, path));
        if (!form.find()) throw new BenchFailed("no form at " + path);
        return form.group(1);
    }

    /** Sends a form and follows where the answer leads. */
    HttpResponse<String> post(HttpClient client, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body =
                fields.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The page; anything but 200 ends the run. */
    String get(HttpClient client, String path) throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new BenchFailed(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** Reads the page; the status of the answer. */
    int status(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** What the page asks of the database, with the values in it. */
    List<String> statementsOf(HttpClient client, String path)
            throws IOException, InterruptedException {
        statements.heard.clear();
        statements.listening = true;
        get(client, path);
        statements.listening = false;
        return List.copyOf(statements.heard);
    }

    @Override
    public void close() {
        context.close();
    }
}
