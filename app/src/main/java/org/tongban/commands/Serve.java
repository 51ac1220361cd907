package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.tongban.database.StartingDatabase;
import org.tongban.home.Home;
import org.tongban.home.HomeLock;

/** Starts the application and keeps it up; in a demonstration with the pack and a history in it. */
final class Serve {

    private static final int USUAL_PORT = 8080;

    private final Class<?> application;
    private final PrintStream out;
    private final Home home;

    Serve(Class<?> application, PrintStream out, Home home) {
        this.application = application;
        this.out = out;
        this.home = home;
    }

    int run(List<String> arguments, boolean demonstration) {
        var strange = arguments.stream().filter(argument -> !argument.equals("--reset")).toList();
        if (!strange.isEmpty()) {
            out.println(
                    "不认识“%s”。%s"
                            .formatted(
                                    String.join(" ", strange),
                                    demonstration
                                            ? "可以用的只有：./tongban demo --reset"
                                            : "./tongban run 后面不带任何选项。"));
            return Commands.MISUSED;
        }
        var port = port();
        if (port < 0) {
            out.println("TONGBAN_PORT 应该是 1 到 65535 的数字。");
            return Commands.MISUSED;
        }
        home.prepare();
        // Held until the process ends, however it ends.
        var lock = HomeLock.take(home);
        if (isTaken(port)) {
            out.println("端口 " + port + " 已被别的程序占用；请停掉它，或换一个端口，例如 TONGBAN_PORT=8081 ./tongban run");
            close(lock);
            return Commands.FAILED;
        }
        if (arguments.contains("--reset")) {
            if (!demonstration) {
                out.println("只有演示可以清空重来：./tongban demo --reset");
                close(lock);
                return Commands.MISUSED;
            }
            if (!reset()) {
                close(lock);
                return Commands.FAILED;
            }
        }
        var wrongFolder = wrongFolder(demonstration);
        if (wrongFolder.isPresent()) {
            out.println(wrongFolder.get());
            close(lock);
            return Commands.FAILED;
        }
        out.println("正在启动（数据目录 " + home.folder() + "）……");
        var database = database();
        var spring = new SpringApplication(application);
        spring.addInitializers(
                context -> {
                    var properties = new java.util.HashMap<String, Object>();
                    properties.put("tongban.demo", String.valueOf(demonstration));
                    properties.put("tongban.fill", String.valueOf(demonstration));
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(
                                    new org.springframework.core.env.MapPropertySource(
                                            "launcher", properties));
                    database.ifPresent(
                            starting ->
                                    context.getBeanFactory()
                                            .registerSingleton("startingDatabase", starting));
                });
        try {
            var context = spring.run();
            context.addApplicationListener(
                    (org.springframework.context.event.ContextClosedEvent _) -> close(lock));
            if (!demonstration) {
                out.println("通办已启动：http://localhost:" + port + "/    （按 Ctrl+C 停止）");
            }
            return Commands.DONE;
        } catch (RuntimeException failed) {
            out.println("没有启动成功：" + Commands.cause(failed));
            out.println("./tongban doctor 会检查这台机器和数据目录。");
            database.ifPresent(Serve::abandon);
            close(lock);
            return Commands.FAILED;
        }
    }

    /** Begun before everything else, because it takes longest; empty if the place has its own. */
    private Optional<StartingDatabase> database() {
        var external = System.getenv().getOrDefault("TONGBAN_DB_URL", "");
        return external.isBlank() ? Optional.of(StartingDatabase.begin(home)) : Optional.empty();
    }

    private static void abandon(StartingDatabase database) {
        try {
            database.abandon();
        } catch (IOException stillRunning) {
            // The next start in this folder stops it.
        }
    }

    /**
     * A demonstration has accounts whose password everybody knows: its folder is never served as a
     * real one, and no real one becomes a demonstration.
     */
    private Optional<String> wrongFolder(boolean demonstration) {
        var marked = Files.exists(mark());
        if (!demonstration) {
            return marked
                    ? Optional.of(
                            "数据目录 "
                                    + home.folder()
                                    + " 里是演示数据，演示账号的密码人人知道，不能正式运行。请用 TONGBAN_HOME 另指一个目录，"
                                    + "或运行 ./tongban demo。")
                    : Optional.empty();
        }
        if (!marked && Files.exists(home.keys())) {
            return Optional.of(
                    "数据目录 "
                            + home.folder()
                            + " 里已有数据，而且不是演示数据，不能装入演示账号。请用 TONGBAN_HOME 另指一个目录做演示。");
        }
        try {
            if (!marked) {
                // Before anything else is made, so that a start cut short is still a
                // demonstration's.
                Files.createFile(mark());
            }
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of("数据目录 " + home.folder() + " 写不进去：" + refused.getMessage());
        }
    }

    private Path mark() {
        return home.folder().resolve("demonstration");
    }

    /**
     * Only what a demonstration made: the mark is set when a demonstration first fills the folder.
     */
    private boolean reset() {
        if (Files.exists(home.database()) && !Files.exists(mark())) {
            out.println("数据目录 " + home.folder() + " 里不是演示数据，不能清空。请用 TONGBAN_HOME 另指一个目录做演示。");
            return false;
        }
        try {
            stopDatabase();
            for (var folder : List.of(home.database(), home.keys(), home.files())) {
                delete(folder);
            }
            Files.deleteIfExists(home.folder().resolve("database.secret"));
            Files.deleteIfExists(mark());
            return true;
        } catch (IOException busy) {
            out.println("清空演示数据没有成功：" + busy.getMessage());
            return false;
        }
    }

    private void stopDatabase() throws IOException {
        if (Files.exists(home.database().resolve("PG_VERSION"))) {
            org.tongban.database.EmbeddedDatabase.start(home.database(), home.binaries()).close();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static int port() {
        var stated = System.getenv().getOrDefault("TONGBAN_PORT", "");
        try {
            var port = stated.isBlank() ? USUAL_PORT : Integer.parseInt(stated.strip());
            return port >= 1 && port <= 65_535 ? port : -1;
        } catch (NumberFormatException wrong) {
            return -1;
        }
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static void close(HomeLock lock) {
        try {
            lock.close();
        } catch (IOException gone) {
            // The lock ends with the process anyway.
        }
    }
}
