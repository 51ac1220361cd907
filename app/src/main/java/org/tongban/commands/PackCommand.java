package org.tongban.commands;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.tongban.home.Home;
import org.tongban.pack.ForeignItems;
import org.tongban.pack.PackCommands;
import org.tongban.pack.PackExport;
import org.tongban.pack.PackImport;

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
        if (arguments.size() != 2) {
            return misused();
        }
        var commands = new PackCommands(out);
        var path = Commands.file(arguments.get(1));
        return switch (arguments.getFirst()) {
            case "check" -> commands.check(path);
            case "import" ->
                    Quiet.with(
                            application,
                            home,
                            out,
                            context ->
                                    commands.importInto(
                                            context.getBean(PackImport.class),
                                            path,
                                            Optional.empty()));
            case "export" ->
                    Quiet.with(
                            application,
                            home,
                            out,
                            context -> commands.export(context.getBean(PackExport.class), path));
            case "import-items" ->
                    Quiet.with(
                            application,
                            home,
                            out,
                            context ->
                                    commands.importItems(
                                            context.getBean(ForeignItems.class), path));
            default -> misused();
        };
    }

    private int misused() {
        out.println("用法：./tongban pack check|import|export 目录，或 ./tongban pack import-items 文件");
        return Commands.MISUSED;
    }
}
