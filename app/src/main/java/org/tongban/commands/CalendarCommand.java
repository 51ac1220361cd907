package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Year;
import java.util.List;
import org.tongban.calendar.CalendarCsv;
import org.tongban.directory.LegalCalendar;
import org.tongban.home.Home;

/** Takes over the arrangement of a year's holidays from a file. */
final class CalendarCommand {

    private final Class<?> application;
    private final PrintStream out;
    private final Home home;

    CalendarCommand(Class<?> application, PrintStream out, Home home) {
        this.application = application;
        this.out = out;
        this.home = home;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 3 || !arguments.getFirst().equals("import")) {
            out.println(
                    "用法：./tongban calendar import 年 文件，例如 ./tongban calendar import 2027 holidays-2027.csv");
            return Commands.MISUSED;
        }
        try (var reader =
                Files.newBufferedReader(Path.of(arguments.get(2)), StandardCharsets.UTF_8)) {
            var year = Year.of(Integer.parseInt(arguments.get(1)));
            var arrangement = CalendarCsv.read(reader);
            arrangement.faults().forEach(fault -> out.println("  " + fault));
            if (!arrangement.faults().isEmpty()) {
                out.println("文件里有上面这些问题，什么也没有改。");
                return Commands.FAILED;
            }
            return Quiet.with(
                    application,
                    home,
                    out,
                    context -> {
                        context.getBean(LegalCalendar.class).publish(year, arrangement.days());
                        out.println(year + " 年的放假安排已装入，共 " + arrangement.days().size() + " 天。");
                        return Commands.DONE;
                    });
        } catch (IOException unreadable) {
            out.println("读不了文件 " + arguments.get(2));
            return Commands.FAILED;
        } catch (NumberFormatException | DateTimeException wrong) {
            out.println("年份应该是四位数字，例如 2027。");
            return Commands.MISUSED;
        }
    }
}
