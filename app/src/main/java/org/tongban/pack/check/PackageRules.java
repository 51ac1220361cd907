package org.tongban.pack.check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.PackTrees;
import org.tongban.packages.PackageCheck;

/**
 * Packages of items: looked at once the items themselves are right, because everything that a
 * package says is about them.
 */
final class PackageRules implements PackRule {

    @Override
    public void check(Pack pack) {
        var files =
                pack.files().keySet().stream()
                        .filter(file -> file.startsWith(PackText.PACKAGES))
                        .toList();
        if (files.isEmpty() || hasErrors(pack)) return;
        var items = items(pack);
        var known =
                new PackageCheck.Known(
                        key -> Optional.ofNullable(items.get(key)),
                        pack.known().agencies(),
                        certificates(pack));
        var once = new Pack.OnceInAll();
        for (var file : files) {
            var node = pack.file(file);
            var sheet = pack.sheet(file);
            once.check(node, "", sheet);
            var name = Path.of(file).getFileName().toString();
            if (!name.equals(node.text("key") + ".yaml")) {
                sheet.error(node, "", "key", "和文件名“" + name + "”不一致");
            }
            fits(node, known, sheet);
        }
    }

    /** Holds one package to what it is a package of. */
    static void fits(Node node, PackageCheck.Known known, FaultSheet sheet) {
        for (var fault : PackageCheck.check(PackTrees.ofPackage(node), known)) {
            sheet.errorAt(line(node, fault.path()), fault.path(), fault.message(), "");
        }
    }

    private static boolean hasErrors(Pack pack) {
        return pack.faults().stream().anyMatch(PackFault::isError);
    }

    private static Map<String, ItemDefinition> items(Pack pack) {
        var items = new HashMap<String, ItemDefinition>();
        pack.items()
                .forEach((file, node) -> items.put(node.text("key"), PackTrees.ofItem(file, node)));
        return items;
    }

    private static Map<String, Set<String>> certificates(Pack pack) {
        return pack.certificateFiles()
                .flatMap(file -> pack.file(file).list().stream())
                .collect(
                        Collectors.toMap(
                                type -> type.text("key"),
                                type ->
                                        type.list("fields").stream()
                                                .map(field -> field.text("key"))
                                                .collect(Collectors.toSet()),
                                (first, _) -> first));
    }

    /** The line of what a path such as {@code items[2].needs[0].on} leads to, as far as it goes. */
    private static int line(Node top, String path) {
        var node = top;
        for (var step : path.split("[.\\[\\]]+", -1)) {
            var next =
                    step.matches("\\d+")
                            ? node.list().stream().skip(Integer.parseInt(step)).findFirst()
                            : node.at(step);
            if (next.isEmpty()) return node.line();
            node = next.get();
        }
        return node.line();
    }
}
