package org.tongban.commands;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.tongban.home.Home;
import org.tongban.home.HomeUnusable;

/** Finds the command that the launcher names, runs it, and answers with the exit code. */
public final class Commands {

    private static final Set<String> SERVING = Set.of("run", "demo");

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private final Class<?> application;
    private final PrintStream out;

    public Commands(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    /**
     * Runs a command.
     *
     * @return 0 when done, 1 when it could not be done, 2 when it was not understood; a serving
     *     command returns once it serves
     */
    public int run(String... arguments) {
        var command = arguments.length == 0 ? "run" : arguments[0];
        var rest =
                arguments.length == 0
                        ? List.<String>of()
                        : Arrays.asList(arguments).subList(1, arguments.length);
        var home = Home.of(System.getenv());
        if (!SERVING.contains(command)) {
            // A command answers in its own words; the libraries' belong to a server's log.
            LoggingSystem.get(getClass().getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        }
        try {
            return switch (command) {
                case "run" -> new Serve(application, out, home).run(rest, false);
                case "demo" -> new Serve(application, out, home).run(rest, true);
                case "doctor" -> new Doctor(out, home).run();
                case "verify-audit" -> new VerifyAudit(out, home).run();
                case "pack" -> new PackCommand(application, out, home).run(rest);
                case "calendar" -> new CalendarCommand(application, out, home).run(rest);
                default -> {
                    out.println("没有“" + command + "”这条命令；./tongban help 列出全部命令。");
                    yield MISUSED;
                }
            };
        } catch (HomeUnusable unusable) {
            out.println(unusable.getMessage());
            return FAILED;
        }
    }
}
