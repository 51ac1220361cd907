package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.tongban.casework.Audited;
import org.tongban.database.EmbeddedDatabase;
import org.tongban.home.Home;

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
            try (var database = EmbeddedDatabase.start(home.database(), home.binaries())) {
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
            var report = Audited.everything(DSL.using(connection, SQLDialect.POSTGRES));
            report.faults().forEach(f -> out.println("  " + f.caseNo() + "：" + f.what()));
            out.printf(
                    "核对了 %,d 个办件、%,d 条记录：%s%n",
                    report.cases(),
                    report.events(),
                    report.isWhole() ? "全部完整，没有改动。" : "发现 " + report.faults().size() + " 处问题，见上。");
            return report.isWhole() ? Commands.DONE : Commands.FAILED;
        }
    }
}
