package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.tongban.home.Home;
import org.tongban.home.HomeLock;
import org.tongban.home.HomeUnusable;

/** The application without its pages, for a command that needs its parts and ends. */
final class Quiet {

    private Quiet() {}

    static int with(
            Class<?> application,
            Home home,
            PrintStream out,
            ToIntFunction<ApplicationContext> work) {
        home.prepare();
        try (var _ = HomeLock.take(home);
                var context =
                        new SpringApplicationBuilder(application)
                                .web(WebApplicationType.NONE)
                                .properties(Map.of("tongban.followers", "false"))
                                .run()) {
            return work.applyAsInt(context);
        } catch (HomeUnusable running) {
            out.println(running.getMessage());
            return Commands.FAILED;
        } catch (IOException busy) {
            out.println(busy.getMessage());
            return Commands.FAILED;
        }
    }
}
