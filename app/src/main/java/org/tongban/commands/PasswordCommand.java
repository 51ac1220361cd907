package org.tongban.commands;

import java.io.PrintStream;
import java.util.List;
import org.tongban.directory.StaffAccounts;
import org.tongban.home.Home;

/**
 * Gives a member of staff a new password at the terminal: the way in for the first administrator,
 * and back in for one who has locked themselves out. Works beside a serving application.
 */
final class PasswordCommand {

    private final Class<?> application;
    private final PrintStream out;
    private final Home home;

    PasswordCommand(Class<?> application, PrintStream out, Home home) {
        this.application = application;
        this.out = out;
        this.home = home;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            out.println("用法：./tongban password 登录名，例如 ./tongban password admin1");
            return Commands.MISUSED;
        }
        var login = arguments.getFirst();
        return Quiet.besideServing(
                application,
                home,
                out,
                context ->
                        context.getBean(StaffAccounts.class)
                                .newPassword(login)
                                .map(
                                        password -> {
                                            out.println("“" + login + "”的新密码（只显示这一次）：" + password);
                                            out.println("登录的地方：/staff/sign-in");
                                            return Commands.DONE;
                                        })
                                .orElseGet(
                                        () -> {
                                            out.println(
                                                    "没有登录名是“"
                                                            + login
                                                            + "”的在岗工作人员。工作人员写在配置包的 staff.yaml 里，"
                                                            + "装入用 ./tongban pack import 目录。");
                                            return Commands.FAILED;
                                        }));
    }
}
