package org.tongban.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.tongban.TestDatabase;
import org.tongban.Tongban;

/**
 * One running house for all stories: the real application with the Sandu pack, served over HTTP.
 */
final class House {

    private static final String PASSWORD = "tongban-2026";
    private static final House ONLY = open();

    private final int port;

    private House(int port) {
        this.port = port;
    }

    static House theOnly() {
        return ONLY;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    String password() {
        return PASSWORD;
    }

    private static House open() {
        try {
            var database = TestDatabase.fresh();
            var properties = new HashMap<String, Object>();
            properties.put("server.port", "0");
            properties.put("TONGBAN_DB_URL", database.url());
            properties.put("TONGBAN_DB_USER", "postgres");
            properties.put("TONGBAN_DB_CONNECTIONS", "8");
            properties.put("TONGBAN_HOME", Files.createTempDirectory("tongban-story-").toString());
            properties.put("tongban.demo", "true");
            properties.put("tongban.fill", "true");
            properties.put("tongban.demo-cases", "40");
            properties.put(
                    "tongban.pack",
                    Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu").toString());
            var application = new SpringApplication(Tongban.class);
            application.setDefaultProperties(properties);
            application.addInitializers(
                    context ->
                            context.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(
                                            new org.springframework.core.env.MapPropertySource(
                                                    "house", properties)));
            var context = application.run();
            return new House(((WebServerApplicationContext) context).getWebServer().getPort());
        } catch (java.io.IOException noRoom) {
            throw new IllegalStateException("no folder for the house", noRoom);
        }
    }
}
