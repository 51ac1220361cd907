package org.tongban.commands;

import java.io.PrintStream;
import java.util.List;
import org.tongban.home.Home;

/** Configuration packs at the command line. */
final class PackCommand {

    private final Class<?> application;
    private final PrintStream out;
    private final Home home;

    PackCommand(Class<?> application, PrintStream out, Home home) {
        this.application = application;
        this.out = out;
        this.home = home;
    }

    int run(List<String> arguments) {
        out.println(application.getSimpleName() + home.folder());
        out.println("用法：./tongban pack check|import|export 目录，或 ./tongban pack import-items 文件");
        return Commands.MISUSED;
    }
}
