package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.tongban.casework.Audited;
import org.tongban.database.EmbeddedDatabase;
import org.tongban.home.Home;
import org.tongban.home.HomeLock;

/** Proves every case's line whole. Works beside a serving application and without one. */
final class VerifyAudit {

    private final PrintStream out;
    private final Home home;

    VerifyAudit(PrintStream out, Home home) {
        this.out = out;
        this.home = home;
    }

    int run() {
        var url = System.getenv().getOrDefault("TONGBAN_DB_URL", "");
        try {
            if (!url.isBlank()) {
                return verify(
                        url,
                        System.getenv().getOrDefault("TONGBAN_DB_USER", ""),
                        System.getenv().getOrDefault("TONGBAN_DB_PASSWORD", ""));
            }
            var running = EmbeddedDatabase.running(home.database());
            if (running.isPresent()) {
                return verify(running.get().url(), running.get().user(), running.get().password());
            }
            if (!Files.exists(home.database().resolve("PG_VERSION"))) {
                out.println("数据目录 " + home.folder() + " 里还没有数据库，没有可核对的。");
                return Commands.FAILED;
            }
            try (var _ = HomeLock.take(home);
                    var database = EmbeddedDatabase.start(home.database(), home.binaries())) {
                return verify(database.url(), database.user(), database.password());
            }
        } catch (IOException | SQLException unreachable) {
            out.println("连不上数据库：" + unreachable.getMessage());
            return Commands.FAILED;
        }
    }

    private int verify(String url, String user, String password) throws SQLException {
        out.println("正在逐件核对办件记录链……");
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var db = DSL.using(connection, SQLDialect.POSTGRES);
            if (!isMade(connection)) {
                out.println("这个数据库里还没有通办的数据，没有可核对的。");
                return Commands.FAILED;
            }
            var report = Audited.everything(db);
            report.faults().forEach(f -> out.println("  " + f.caseNo() + "：" + f.what()));
            out.printf(
                    "核对了 %,d 个办件、%,d 条记录：%s%n",
                    report.cases(),
                    report.events(),
                    report.isWhole() ? "全部完整，没有改动。" : "发现 " + report.faults().size() + " 处问题，见上。");
            return report.isWhole() ? Commands.DONE : Commands.FAILED;
        }
    }

    private static boolean isMade(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT to_regclass('case_event') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
