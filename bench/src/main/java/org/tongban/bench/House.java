package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.Tongban;
import org.tongban.pack.PackImport;

/** A running Tongban on a database of the bench, with pages on a port of its own. */
final class House implements AutoCloseable {

    private static final Path PACK = Path.of("packs", "sandu");

    private final ConfigurableApplicationContext context;
    private final Duration started;

    private House(ConfigurableApplicationContext context, Duration started) {
        this.context = context;
        this.started = started;
    }

    /** Starts on the database; its folder keeps keys and index for another start. */
    static House start(String url, Path folder) throws IOException {
        Files.createDirectories(folder);
        var properties = new HashMap<String, Object>();
        properties.put("TONGBAN_DB_URL", url);
        properties.put("TONGBAN_DB_USER", "postgres");
        properties.put("TONGBAN_DB_CONNECTIONS", "8");
        properties.put("TONGBAN_HOME", folder.toAbsolutePath().toString());
        properties.put("server.port", "0");
        properties.put("tongban.followers", "false");
        var began = System.nanoTime();
        var context = new SpringApplicationBuilder(Tongban.class).properties(properties).run();
        return new House(context, Duration.ofNanos(System.nanoTime() - began));
    }

    void importPack() throws IOException {
        var imported = context.getBean(PackImport.class).run(PACK, Optional.empty());
        if (!imported.isDone()) {
            throw new BenchFailed("the pack has faults; ./tongban pack check " + PACK);
        }
    }

    /** With applicants who can sign in. */
    void importDemonstration() throws IOException {
        var imported = context.getBean(PackImport.class).run(PACK, Optional.of("tongban-2026"));
        if (!imported.isDone()) {
            throw new BenchFailed("the pack has faults; ./tongban pack check " + PACK);
        }
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /** From the beginning until pages are served. */
    Duration started() {
        return started;
    }

    String address() {
        return "http://localhost:"
                + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
