package org.tongban.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackReader;

/**
 * What {@code ./tongban pack …} does. Each command says in Chinese what it found and did, and ends
 * with what to do next.
 */
public final class PackCommands {

    /** Everything went well. */
    public static final int DONE = 0;

    /** The pack or the list has faults; nothing was changed. */
    public static final int REFUSED = 1;

    /** Files could not be read or written. */
    public static final int UNREADABLE = 2;

    private final PrintStream out;

    public PackCommands(PrintStream out) {
        this.out = out;
    }

    /** A command that reads or writes files. */
    private interface Work {
        int run() throws IOException;
    }

    /** Checks a pack; needs no database. */
    public int check(Path folder) {
        return guarded(
                () -> {
                    out.println("检查配置包 " + folder);
                    var checked = PackCheck.check(PackReader.read(folder));
                    print(checked.faults());
                    return checked.content()
                            .map(
                                    pack -> {
                                        out.printf(
                                                "可以导入：%d 个部门，%d 个岗位，基本目录 %d 条，%d 个事项，%d 种证照。%n",
                                                pack.agencies().size(),
                                                pack.staff().posts().size(),
                                                pack.base().size(),
                                                pack.items().size(),
                                                pack.certificateTypes().size());
                                        out.println("下一步：./tongban pack import " + folder);
                                        return DONE;
                                    })
                            .orElseGet(() -> refused(folder));
                });
    }

    /**
     * Imports a pack.
     *
     * @param demonstrationPassword see {@link PackImport#run}
     */
    public int importInto(PackImport imports, Path folder, Optional<String> demonstrationPassword) {
        return guarded(
                () -> {
                    out.println("导入配置包 " + folder);
                    var imported = imports.run(folder, demonstrationPassword);
                    print(imported.faults());
                    if (!imported.isDone()) return refused(folder);
                    out.printf("基本目录：新的和有变化的 %d 条。%n", imported.baseChanged());
                    out.printf(
                            "导入完成：新事项 %d 个，有新版本 %d 个，没有变化 %d 个。%n",
                            imported.created(), imported.changed(), imported.unchanged());
                    if (!imported.noLongerNamed().isEmpty()) {
                        out.println(
                                "库里有、包里没有的事项（保留，没有删除）："
                                        + String.join("、", imported.noLongerNamed()));
                    }
                    out.println("下一步：./tongban run");
                    return DONE;
                });
    }

    /** Writes what is in force as a pack. */
    public int export(PackExport exports, Path folder) {
        return guarded(
                () -> {
                    try {
                        out.println("导出到 " + folder);
                        var items = exports.run(folder);
                        out.printf("导出完成：%d 个事项。申请人是个人信息，不在包里。%n", items);
                        out.println("下一步：./tongban pack check " + folder);
                        return DONE;
                    } catch (PackExport.NothingToExport e) {
                        out.println("还没有装入任何配置包，没有可以导出的。");
                        return REFUSED;
                    } catch (PackExport.FolderNotEmpty e) {
                        out.println("文件夹里已有文件。请换一个空文件夹。");
                        return REFUSED;
                    }
                });
    }

    /** Takes over another place's list of items. */
    public int importItems(ForeignItems foreign, Path file) {
        return guarded(
                () -> {
                    try {
                        out.println("读入事项清单 " + file);
                        var taken = foreign.take(file);
                        for (var row : taken.rows()) {
                            if (row.faults().isEmpty()) continue;
                            out.printf(
                                    "第 %d 行 %s：%s%n",
                                    row.line(),
                                    row.name(),
                                    String.join(
                                            "；",
                                            row.faults().stream()
                                                    .map(ForeignItems.Fault::words)
                                                    .toList()));
                        }
                        taken.counts()
                                .forEach((f, count) -> out.printf("%s：%d 行%n", f.words(), count));
                        out.printf(
                                "共 %d 行，全部保存；没有问题的 %d 行。导入编号 %s%n",
                                taken.rows().size(), taken.sound(), taken.importId());
                        return DONE;
                    } catch (ForeignItems.NotSuchAList e) {
                        out.println(e.getMessage());
                        return REFUSED;
                    }
                });
    }

    private int refused(Path folder) {
        out.println("有错误，没有导入任何内容。改好以后再运行：./tongban pack check " + folder);
        return REFUSED;
    }

    private void print(List<PackFault> faults) {
        faults.forEach(fault -> out.println(fault.printed()));
        var errors = faults.stream().filter(PackFault::isError).count();
        out.printf("错误 %d 处，提示 %d 处。%n", errors, faults.size() - errors);
    }

    private int guarded(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            out.println("读写文件出错：" + e.getMessage());
            return UNREADABLE;
        }
    }
}
