package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.database.EmbeddedDatabase;
import org.tongban.home.Home;
import org.tongban.home.HomeLock;
import org.tongban.home.HomeUnusable;

/** The application without its pages, for a command that needs its parts and ends. */
final class Quiet {

    private final Class<?> application;
    private final PrintStream out;

    private Quiet(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    /**
     * Nobody else may have the folder: what the command changes is kept in memory while serving.
     */
    static int with(
            Class<?> application,
            Home home,
            PrintStream out,
            ToIntFunction<ApplicationContext> work) {
        try {
            home.prepare();
            try (var _ = HomeLock.take(home)) {
                return new Quiet(application, out).run(Map.of(), work);
            }
        } catch (HomeUnusable running) {
            out.println(running.getMessage());
            return Commands.FAILED;
        } catch (IOException busy) {
            out.println(busy.getMessage());
            return Commands.FAILED;
        }
    }

    /** As above, or on the database of the application that serves at this moment. */
    static int besideServing(
            Class<?> application,
            Home home,
            PrintStream out,
            ToIntFunction<ApplicationContext> work) {
        try {
            var external = !System.getenv().getOrDefault("TONGBAN_DB_URL", "").isBlank();
            if (external) {
                return new Quiet(application, out).run(Map.of(), work);
            }
            var serving = EmbeddedDatabase.running(home.database());
            if (serving.isEmpty()) {
                return with(application, home, out, work);
            }
            return new Quiet(application, out)
                    .run(
                            Map.of(
                                    "TONGBAN_DB_URL", serving.get().url(),
                                    "TONGBAN_DB_USER", serving.get().user(),
                                    "TONGBAN_DB_PASSWORD", serving.get().password()),
                            work);
        } catch (IOException unreadable) {
            out.println(unreadable.getMessage());
            return Commands.FAILED;
        }
    }

    private int run(Map<String, Object> database, ToIntFunction<ApplicationContext> work) {
        var properties = new HashMap<String, Object>(database);
        properties.put("tongban.followers", "false");
        properties.put("logging.level.org.tongban", "warn");
        ConfigurableApplicationContext context;
        try {
            context =
                    new SpringApplicationBuilder(application)
                            .web(WebApplicationType.NONE)
                            .logStartupInfo(false)
                            .initializers(
                                    made ->
                                            made.getEnvironment()
                                                    .getPropertySources()
                                                    .addFirst(
                                                            new org.springframework.core.env
                                                                    .MapPropertySource(
                                                                    "launcher", properties)))
                            .properties(properties)
                            .run();
        } catch (RuntimeException failed) {
            out.println("没有启动成功：" + Commands.cause(failed));
            out.println("./tongban doctor 会检查这台机器和数据目录。");
            return Commands.FAILED;
        }
        try (context) {
            return work.applyAsInt(context);
        }
    }
}
