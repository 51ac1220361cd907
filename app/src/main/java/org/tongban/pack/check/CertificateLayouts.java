package org.tongban.pack.check;

import java.util.List;
import java.util.Set;
import org.tongban.pack.text.Node;

/** A layout shows the parts that every certificate has, and fields of its own type. */
final class CertificateLayouts implements PackRule {

    private static final List<String> PARTS =
            List.of(
                    "title",
                    "number",
                    "identifier",
                    "holder",
                    "holderNumber",
                    "issuer",
                    "issuedOn",
                    "validUntil",
                    "lines",
                    "text",
                    "frame",
                    "qr",
                    "seal");

    @Override
    public void check(Pack pack) {
        pack.certificateFiles()
                .forEach(
                        file ->
                                FaultSheet.each(
                                        pack.file(file).list(),
                                        "",
                                        (type, path) ->
                                                type.at("layout")
                                                        .ifPresent(
                                                                layout ->
                                                                        layout(
                                                                                layout,
                                                                                path + ".layout",
                                                                                Pack.texts(
                                                                                        type.list(
                                                                                                "fields"),
                                                                                        "key"),
                                                                                pack.sheet(
                                                                                        file)))));
    }

    private static void layout(Node layout, String path, Set<String> fields, FaultSheet sheet) {
        FaultSheet.each(
                layout.list("places"),
                path + ".places",
                (place, below) -> {
                    var shown = place.text("show");
                    if (!PARTS.contains(shown) && !fields.contains(shown)) {
                        sheet.error(
                                place,
                                below,
                                "show",
                                "版面上没有“" + shown + "”这一部分",
                                String.join("、", PARTS) + "，或者 fields 里的 key");
                    }
                });
        if (layout.list("places").stream().noneMatch(place -> place.text("show").equals("seal"))) {
            sheet.errorAt(layout.line(), path, "版面上要有盖章的位置", "show: seal");
        }
    }
}
