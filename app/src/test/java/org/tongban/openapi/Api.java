package org.tongban.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system, over real HTTP. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String house;
    private final String token;

    /** What came back. */
    record Answer(int status, String type, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String at(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    private Api(String house, String token) {
        this.house = house;
        this.token = token;
    }

    static Api without(int port) {
        return new Api("http://localhost:" + port, "");
    }

    static Api with(int port, String token) {
        return new Api("http://localhost:" + port, token);
    }

    static Api signedIn(int port, String client, String secret, String scopes) {
        var basic =
                Base64.getEncoder()
                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var asked =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=client_credentials&scope="
                                                + scopes.replace(" ", "%20")))
                        .build();
        var answer = without(port).send(asked);
        return new Api("http://localhost:" + port, answer.at("/access_token"));
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    Answer send(String method, String path, String type, String body) {
        return send(
                request(path)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    Answer upload(String path, String material, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--mark\r\nContent-Disposition: form-data; name=\"material\"\r\n\r\n"
                                + material
                                + "\r\n--mark\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\""
                                + name
                                + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--mark--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=mark")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(house + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException("the house did not answer", fault);
        }
    }
}
