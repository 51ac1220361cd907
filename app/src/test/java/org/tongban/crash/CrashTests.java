package org.tongban.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongban.casework.Audited;
import org.tongban.database.EmbeddedDatabase;
import org.tongban.schema.Tables;

/**
 * Kills the application, and the database under it, in mid-load; then counts what was acknowledged.
 */
@Tag("B13")
@Tag("H3")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrashTests {

    private static final int ACTS_BEFORE_THE_KILL = 400;
    private static final int ACTS_AFTER_THE_KILL = 300;
    private static final Pattern ACKNOWLEDGED = Pattern.compile("done ([0-9a-f-]{36}) (\\d+)");

    private final Path home;
    private final Map<UUID, Integer> acknowledged = new HashMap<>();

    CrashTests() throws IOException {
        home = Files.createTempDirectory("tongban-crash-");
    }

    @BeforeEach
    void nothingIsAcknowledgedYet() {
        acknowledged.clear();
    }

    @AfterEach
    void stopWhatIsLeft() throws IOException {
        EmbeddedDatabase.running(home.resolve("database")).ifPresent(_ -> stop());
    }

    @Test
    void aKilledApplicationLosesNoAcknowledgedActAndMakesNoneTwice() throws Exception {
        for (var round = 0; round < 2; round++) {
            var load = startLoad();
            try (var lines = load.inputReader(StandardCharsets.UTF_8)) {
                listen(lines, ACTS_BEFORE_THE_KILL);
                // Through the handle: destroying the process object closes what it still has to
                // say.
                load.toHandle().destroyForcibly();
                // What it managed to say before it died was acknowledged as well.
                listen(lines, Integer.MAX_VALUE);
            }
        }

        assertEverythingIsThereOnce();
    }

    @Test
    void aKilledDatabaseComesBackAndLosesNoAcknowledgedAct() throws Exception {
        var load = startLoad();
        try (var lines = load.inputReader(StandardCharsets.UTF_8)) {
            listen(lines, ACTS_BEFORE_THE_KILL);
            var server =
                    Long.parseLong(
                            Files.readAllLines(home.resolve("database/postmaster.pid"))
                                    .getFirst()
                                    .strip());
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            listenUntilItHasBeenAway(lines);
            listen(lines, ACTS_AFTER_THE_KILL);
            load.toHandle().destroyForcibly();
            listen(lines, Integer.MAX_VALUE);
        }

        assertEverythingIsThereOnce();
    }

    private Process startLoad() throws IOException {
        var root = Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-DTONGBAN_HOME=" + home,
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashLoad.class.getName(),
                        root.resolve("packs/sandu").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Reads so many acknowledgements, or all there are until the process has ended. */
    private void listen(BufferedReader lines, int count) throws IOException {
        for (var heard = 0; heard < count; ) {
            var line = lines.readLine();
            if (line == null) {
                return;
            }
            if (heard(line)) {
                heard++;
            }
        }
    }

    private void listenUntilItHasBeenAway(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("away")) {
                return;
            }
            heard(line);
        }
    }

    /** Notes what a line acknowledges; the last line of a killed process may be cut short. */
    private boolean heard(String line) {
        var said = ACKNOWLEDGED.matcher(line);
        if (!said.matches()) {
            return false;
        }
        acknowledged.merge(
                UUID.fromString(said.group(1)), Integer.parseInt(said.group(2)), Math::max);
        return true;
    }

    private void assertEverythingIsThereOnce() throws Exception {
        assertThat(acknowledged).isNotEmpty();
        try (var database =
                        EmbeddedDatabase.start(
                                home.resolve("database"), home.resolve("postgresql"));
                var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password())) {
            var db = DSL.using(connection, SQLDialect.POSTGRES);
            var kept =
                    db.select(Tables.CASE_FILE.CASE_ID, Tables.CASE_FILE.VERSION)
                            .from(Tables.CASE_FILE)
                            .fetchMap(Tables.CASE_FILE.CASE_ID, Tables.CASE_FILE.VERSION);
            acknowledged.forEach(
                    (caseId, version) ->
                            assertThat(kept.getOrDefault(caseId, -1))
                                    .as("case %s", caseId)
                                    .isGreaterThanOrEqualTo(version));
            assertThat(Audited.everything(db).faults()).isEmpty();
        }
    }

    private void stop() {
        try (var database =
                EmbeddedDatabase.start(home.resolve("database"), home.resolve("postgresql"))) {
            assertThat(database.url()).isNotEmpty();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
