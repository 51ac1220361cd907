package org.tongban.pack.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackText;

/** Zones name only packages and items that the pack has. */
final class ZoneRules implements PackRule {

    @Override
    public void check(Pack pack) {
        if (!pack.files().containsKey(PackText.ZONES)) return;
        var sheet = pack.sheet(PackText.ZONES);
        var once = new Pack.OnceInAll();
        var items =
                pack.items().values().stream()
                        .map(item -> item.text("key"))
                        .collect(Collectors.toSet());
        var packages =
                pack.files().keySet().stream()
                        .filter(file -> file.startsWith(PackText.PACKAGES))
                        .map(file -> pack.file(file).text("key"))
                        .collect(Collectors.toSet());
        var zones = pack.file(PackText.ZONES).list();
        for (var at = 0; at < zones.size(); at++) {
            var zone = zones.get(at);
            once.check(zone, "[" + at + "]", sheet);
            var sections = zone.list("sections");
            for (var part = 0; part < sections.size(); part++) {
                var path = "[" + at + "].sections[" + part + "]";
                named(sections.get(part), "packages", packages, path, sheet);
                named(sections.get(part), "items", items, path, sheet);
            }
        }
    }

    private static void named(
            Node section, String list, Set<String> there, String path, FaultSheet sheet) {
        var keys = section.list(list);
        for (var at = 0; at < keys.size(); at++) {
            var key = keys.get(at);
            if (!there.contains(key.text())) {
                sheet.errorAt(
                        key.line(),
                        path + "." + list + "[" + at + "]",
                        "没有“" + key.text() + "”",
                        "");
            }
        }
    }
}
