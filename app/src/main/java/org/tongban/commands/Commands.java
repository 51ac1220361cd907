package org.tongban.commands;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
                case "doctor" ->
                        rest.isEmpty() ? new Doctor(out, home).run() : unknown(command, rest);
                case "verify-audit" ->
                        rest.isEmpty() ? new VerifyAudit(out, home).run() : unknown(command, rest);
                case "password" -> new PasswordCommand(application, out, home).run(rest);
                case "pack" -> new PackCommand(application, out, home).run(rest);
                case "calendar" -> new CalendarCommand(application, out, home).run(rest);
                default -> {
                    out.println("没有“" + command + "”这条命令；./tongban help 列出全部命令。");
                    yield MISUSED;
                }
            };
        } catch (InvalidPathException wrong) {
            out.println("“" + wrong.getInput() + "”不能用作文件或目录的名字。");
            return MISUSED;
        } catch (HomeUnusable unusable) {
            out.println(unusable.getMessage());
            return FAILED;
        }
    }

    private int unknown(String command, List<String> arguments) {
        out.println(
                "./tongban %s 后面不带任何选项，不认识“%s”。".formatted(command, String.join(" ", arguments)));
        return MISUSED;
    }

    /** A file as the person at the terminal named it: seen from the folder that they stand in. */
    static Path file(String named) {
        return Path.of(System.getProperty("tongban.here", "")).resolve(named);
    }

    /** The first cause in words; what stands above it says only that something failed. */
    static String cause(Throwable failed) {
        var cause = failed;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
