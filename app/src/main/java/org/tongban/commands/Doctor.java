package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.database.EmbeddedDatabase;
import org.tongban.documents.font.SystemFonts;
import org.tongban.home.Home;
import org.tongban.home.HomeLock;
import org.tongban.home.HomeUnusable;

/** Looks at the machine and the data folder, and says of each thing whether it is well. */
final class Doctor {

    private static final String CALENDAR = "法定日历";

    /** The month in which the arrangement of the coming year is as a rule made known. */
    private static final int PUBLISHED_BY = 11;

    private final PrintStream out;
    private final Home home;
    private boolean well = true;

    /** Years that were taken over; empty while no database could be asked. */
    private Optional<Set<Integer>> imported = Optional.empty();

    Doctor(PrintStream out, Home home) {
        this.out = out;
        this.home = home;
    }

    int run() {
        say(
                true,
                "Java",
                System.getProperty("java.version")
                        + "，"
                        + Runtime.getRuntime().availableProcessors()
                        + " 个处理器");
        folder();
        keys();
        database();
        calendar();
        font();
        out.println(well ? "一切正常。" : "有需要处理的地方，见上面带 ✗ 的行。");
        return well ? Commands.DONE : Commands.FAILED;
    }

    private void folder() {
        try {
            home.prepare();
            say(true, "数据目录", home.folder() + "，磁盘剩余 " + (home.freeBytes() >> 30) + " GB");
        } catch (HomeUnusable unusable) {
            say(false, "数据目录", String.valueOf(unusable.getMessage()));
            return;
        }
        try (var _ = HomeLock.take(home)) {
            say(true, "运行状态", "没有在运行");
        } catch (HomeUnusable running) {
            say(true, "运行状态", "正在运行");
        } catch (IOException unreadable) {
            say(false, "运行状态", String.valueOf(unreadable.getMessage()));
        }
    }

    private void keys() {
        var made = Files.isDirectory(home.keys());
        var data = Files.exists(home.database().resolve("PG_VERSION"));
        say(
                made || !data,
                "密钥",
                made ? "已有" : data ? "有数据而没有密钥，请从备份恢复 " + home.keys() : "第一次启动时生成");
    }

    private void database() {
        var url = System.getenv().getOrDefault("TONGBAN_DB_URL", "");
        try {
            if (!url.isBlank()) {
                ask(
                        url,
                        System.getenv().getOrDefault("TONGBAN_DB_USER", ""),
                        System.getenv().getOrDefault("TONGBAN_DB_PASSWORD", ""));
                return;
            }
            var running = EmbeddedDatabase.running(home.database());
            if (running.isPresent()) {
                ask(running.get().url(), running.get().user(), running.get().password());
            } else {
                say(
                        true,
                        "数据库",
                        Files.exists(home.database().resolve("PG_VERSION"))
                                ? "内置，没有在运行"
                                : "内置，第一次启动时建立");
            }
        } catch (IOException | SQLException unreachable) {
            say(false, "数据库", "连不上：" + unreachable.getMessage());
        }
    }

    private void ask(String url, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT current_setting('server_version'), current_setting('fsync'),"
                                        + " current_setting('synchronous_commit'),"
                                        + " current_setting('full_page_writes')")) {
            row.next();
            var durable =
                    "on".equals(row.getString(2))
                            && !"off".equals(row.getString(3))
                            && "on".equals(row.getString(4));
            say(
                    durable,
                    "数据库",
                    "PostgreSQL "
                            + row.getString(1)
                            + (durable
                                    ? "，断电不丢已确认的办件"
                                    : "，没有打开持久化（fsync、synchronous_commit、full_page_writes）"));
            imported = Optional.of(imported(statement));
        }
    }

    /** This year's arrangement must be there; next year's is published in autumn. */
    private void calendar() {
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        var year = today.getYear();
        var next =
                today.getMonthValue() < PUBLISHED_BY || isKnown(year + 1)
                        ? ""
                        : "；" + (year + 1) + " 年的还没有装入，国务院公布后请用 ./tongban calendar import 装入";
        if (isKnown(year)) {
            say(true, CALENDAR, year + " 年已收录" + next);
        } else if (imported.isEmpty()) {
            say(true, CALENDAR, year + " 年不在内置的年份里；是否装入过，运行时才查得到");
        } else {
            say(false, CALENDAR, year + " 年的放假安排没有收录，请用 ./tongban calendar import 装入");
        }
    }

    private boolean isKnown(int year) {
        return WorkingCalendar.national().publishedYears().contains(Year.of(year))
                || imported.filter(years -> years.contains(year)).isPresent();
    }

    /** Years that were taken over; nothing before the first start has made the table. */
    private static Set<Integer> imported(Statement statement) throws SQLException {
        try (var table =
                statement.executeQuery("SELECT to_regclass('calendar_year') IS NOT NULL")) {
            table.next();
            if (!table.getBoolean(1)) return Set.of();
        }
        var years = new HashSet<Integer>();
        try (var rows = statement.executeQuery("SELECT year FROM calendar_year")) {
            while (rows.next()) years.add(rows.getInt(1));
        }
        return years;
    }

    private void font() {
        var found = SystemFonts.find(System.getenv().getOrDefault("TONGBAN_FONT", ""));
        say(found.isPresent(), "中文字体", found.map(Path::toString).orElse(SystemFonts.ADVICE));
    }

    private void say(boolean good, String what, @Nullable String how) {
        well &= good;
        out.println((good ? "  ✓ " : "  ✗ ") + what + "：" + how);
    }
}
