package org.tongban.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.tongban.calendar.CalendarCsv;
import org.tongban.calendar.CalendarDay;
import org.tongban.casework.RecountTerms;
import org.tongban.directory.LegalCalendar;
import org.tongban.home.Home;

/** Takes over the arrangement of a year's holidays from a file. */
final class CalendarCommand {

    /** Monday to Friday; an arrangement that makes one of them a working day says nothing. */
    private static final int WORKING_WEEKDAYS = 5;

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
        if (!arguments.get(1).matches("20[0-9]{2}")) {
            out.println("年份应该是四位数字，例如 2027，不是“" + arguments.get(1) + "”。");
            return Commands.MISUSED;
        }
        var year = Year.of(Integer.parseInt(arguments.get(1)));
        try (var reader =
                Files.newBufferedReader(Commands.file(arguments.get(2)), StandardCharsets.UTF_8)) {
            var arrangement = CalendarCsv.read(reader);
            var faults = faults(year, arrangement);
            if (!faults.isEmpty()) {
                faults.forEach(fault -> out.println("  " + fault));
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
                        var moved = context.getBean(RecountTerms.class).run();
                        out.println("正在办理的件，跨到这一年的期限已经按新安排重新计算：" + moved + " 件有变化，办件的经过里都有记录。");
                        return Commands.DONE;
                    });
        } catch (CharacterCodingException notUtf8) {
            out.println("文件 " + arguments.get(2) + " 不是 UTF-8 编码；用表格软件另存为“CSV UTF-8”再试。");
            return Commands.FAILED;
        } catch (NoSuchFileException missing) {
            out.println("没有文件 " + missing.getFile() + "。");
            return Commands.FAILED;
        } catch (IOException unreadable) {
            out.println("读不了文件 " + arguments.get(2) + "：" + unreadable.getMessage());
            return Commands.FAILED;
        }
    }

    private static List<String> faults(Year year, CalendarCsv.Arrangement arrangement) {
        var faults = new ArrayList<String>();
        arrangement.faults().forEach(fault -> faults.add(words(fault)));
        if (faults.isEmpty() && arrangement.days().isEmpty()) {
            return List.of("一天也没有。放假安排至少写明法定节假日。");
        }
        arrangement.days().stream()
                .filter(day -> day.day().getYear() != year.getValue())
                .forEach(day -> faults.add(day.day() + " 不在 " + year + " 年。"));
        arrangement.days().stream()
                .filter(day -> day.kind() == CalendarDay.Kind.WORK)
                .filter(day -> day.day().getDayOfWeek().getValue() <= WORKING_WEEKDAYS)
                .forEach(day -> faults.add(day.day() + " 本来就是工作日，不用写 work。"));
        return faults;
    }

    private static String words(CalendarCsv.Fault fault) {
        var what =
                switch (fault.reason()) {
                    case HEADER_MISSING -> "第一行应该是 day,kind,name，现在是";
                    case COLUMNS_NOT_THREE -> "应该是三列：日期,rest 或 work,节日名，现在是";
                    case DAY_IMPOSSIBLE -> "日期应该像 2027-01-01 这样写，现在是";
                    case KIND_UNKNOWN -> "应该写 rest（放假）或 work（上班），现在是";
                    case NAME_MISSING_OR_LONG -> "节日名不能空，也不能太长，现在是";
                    case DAY_REPEATED -> "这一天前面写过了：";
                    case TOO_MANY_ROWS -> "行数太多，从这一行起没有读";
                };
        return "第 " + fault.line() + " 行：" + what + "“" + fault.given() + "”";
    }
}
