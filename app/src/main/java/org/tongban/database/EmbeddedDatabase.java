package org.tongban.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the application. Runs as a process of its own on the loopback
 * address behind a password made at first start; outlives a crash of the application and is taken
 * in again at the next start; is started again when it dies.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /**
     * What durability means here. Stated on the command line, where no configuration file can undo
     * it.
     */
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=100",
                    "shared_buffers=256MB",
                    "max_wal_size=2GB",
                    "wal_compression=on",
                    "jit=off",
                    "timezone=Asia/Shanghai");

    private static final int START_SECONDS = 60;

    private static final String USER = "tongban";

    /** Counted from 0, in the server's pid file. */
    private static final int PORT_LINE = 3;

    private static final Executor OWN_THREAD =
            task -> Thread.ofVirtual().name("database-watch").start(task);

    private final PostgresBinaries binaries;
    private final Path data;
    private final int port;
    private final String password;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile CompletableFuture<Void> watching = new CompletableFuture<>();

    private EmbeddedDatabase(PostgresBinaries binaries, Path data, int port, String password) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the database of the folder, making it first if there is none.
     *
     * @param data folder of the cluster
     * @param programs where PostgreSQL's programs are unpacked to
     * @throws IOException with a message for the person who started the program
     */
    public static EmbeddedDatabase start(Path data, Path programs) throws IOException {
        var binaries = PostgresBinaries.unpackedBelow(programs);
        var secret = data.resolveSibling("database.secret");
        var password = Files.exists(secret) ? Files.readString(secret).strip() : made(secret);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, data, secret);
        }
        var database = new EmbeddedDatabase(binaries, data, freePort(), password);
        database.stopWhatIsLeft();
        database.startServer();
        database.watch();
        return database;
    }

    /**
     * How to reach a server that runs on this cluster now, started by whomever; empty if none does.
     */
    public static Optional<Access> running(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        var secret = data.resolveSibling("database.secret");
        if (!Files.exists(pidFile) || !Files.exists(secret)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() <= PORT_LINE
                || ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Access(
                        urlOf(Integer.parseInt(lines.get(PORT_LINE).strip())),
                        USER,
                        Files.readString(secret).strip()));
    }

    /** What a client needs to connect. */
    public record Access(String url, String user, String password) {
        @Override
        public String toString() {
            return url;
        }
    }

    public String url() {
        return urlOf(port);
    }

    private static String urlOf(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The process id of the server, for tests that kill it. */
    public long processId() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    @Override
    public void close() throws IOException {
        if (closing.getAndSet(true)) {
            return;
        }
        watching.cancel(false);
        run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w"));
    }

    /**
     * A cluster is made beside its place and moved there whole, so that half a cluster is never
     * met.
     */
    private static void initialise(PostgresBinaries binaries, Path data, Path secret)
            throws IOException {
        var work = data.resolveSibling("database.new");
        deleteTree(work);
        run(
                List.of(
                        binaries.program("initdb").toString(),
                        "-D",
                        work.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret,
                        "-E",
                        "UTF-8",
                        "--locale=C.UTF-8",
                        "--data-checksums"));
        deleteTree(data);
        Files.move(work, data);
    }

    /**
     * After a crash of the application the server may still run, or be gone and have left its pid
     * file. We hold the folder's lock, so whatever is left belongs to nobody.
     */
    private void stopWhatIsLeft() throws IOException {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        var process = ProcessHandle.of(processId());
        if (process.isPresent() && isOurs(process.get())) {
            LOG.info("上次退出时数据库仍在运行，正在停下它");
            run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "immediate", "-w"));
        }
    }

    /**
     * A pid is used again after a reboot: only a PostgreSQL started on this very folder is ours.
     */
    private boolean isOurs(ProcessHandle process) {
        var line = process.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(data.toString());
    }

    private void startServer() throws IOException {
        var options = new ArrayList<String>();
        options.add("-p " + port);
        for (var setting : SETTINGS) {
            options.add("-c " + setting);
        }
        run(
                List.of(
                        program("pg_ctl"),
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        data.resolveSibling("database.log").toString(),
                        "-o",
                        String.join(" ", options),
                        "-t",
                        String.valueOf(START_SECONDS),
                        "-w"));
    }

    /**
     * Starts the server again when it dies while we run; readers meanwhile are told to try again.
     */
    private void watch() throws IOException {
        watching =
                ProcessHandle.of(processId())
                        .map(server -> server.onExit().thenRunAsync(this::restart, OWN_THREAD))
                        .orElseGet(() -> CompletableFuture.runAsync(this::restart, OWN_THREAD));
    }

    private void restart() {
        for (var attempt = 1; !closing.get(); attempt++) {
            LOG.error("数据库进程意外结束，正在重新启动（第 {} 次）", attempt);
            try {
                startServer();
                watch();
                LOG.info("数据库已恢复");
                return;
            } catch (IOException notYet) {
                LOG.error(
                        "数据库未能启动（磁盘剩余 {} MB，原因见 {}）：{}",
                        data.toFile().getUsableSpace() >> 20,
                        data.resolveSibling("database.log"),
                        notYet.getMessage());
                // The dead server's children may need a moment to leave the shared memory.
                waitSeconds(Math.min(attempt, 10));
            }
        }
    }

    private static void waitSeconds(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String program(String name) {
        return binaries.program(name).toString();
    }

    private static void run(List<String> command) throws IOException {
        var whole = new ArrayList<String>();
        // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
        if ("root".equals(System.getProperty("user.name")) && isLinux()) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        var output = Files.createTempFile("tongban-database", ".out");
        try {
            // To a file: a pipe would be held open by the server that pg_ctl leaves running.
            var process =
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(
                        "数据库命令失败（%s）：%s"
                                .formatted(
                                        Path.of(command.getFirst()).getFileName(),
                                        Files.readString(output).strip()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("被中断", stopped);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    private static String made(Path secret) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.createDirectories(secret.getParent());
        Files.createFile(
                secret,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                secret, password, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
        return password;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
