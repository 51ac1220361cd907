package org.tongban.pack.check;

import java.util.Optional;
import org.tongban.pack.text.Node;

/** The face of a certificate may use only what every item that issues it asks for. */
final class CertificateFaces implements PackRule {

    @Override
    public void check(Pack pack) {
        pack.certificateFiles()
                .forEach(
                        file ->
                                FaultSheet.each(
                                        pack.file(file).list(),
                                        "",
                                        (type, path) -> face(type, path, pack, pack.sheet(file))));
    }

    private static void face(Node type, String path, Pack pack, FaultSheet sheet) {
        pack.items()
                .forEach(
                        (itemFile, item) -> {
                            if (issued(item).equals(Optional.of(type.text("key")))) {
                                lines(type, path, itemFile, item, sheet);
                            }
                        });
    }

    private static Optional<String> issued(Node item) {
        return item.at("result").map(result -> result.text("certificate"));
    }

    private static void lines(
            Node type, String path, String itemFile, Node item, FaultSheet sheet) {
        var names = Item.names(item);
        FaultSheet.each(
                type.list("fields"),
                path + ".fields",
                (line, below) ->
                        Expressions.valueFaults(line.text("from"), names)
                                .forEach(
                                        fault ->
                                                sheet.error(
                                                        line,
                                                        below,
                                                        "from",
                                                        fault + "（事项 " + itemFile + "）")));
    }
}
