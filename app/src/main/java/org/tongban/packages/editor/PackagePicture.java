package org.tongban.packages.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.graph.Drawing;
import org.tongban.packages.graph.Needs;
import org.tongban.web.Texts;

/** The picture of a package, and the same in words for who does not see it. */
@Component
class PackagePicture {

    private final Catalogue catalogue;

    PackagePicture(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Empty while something waits for itself: that cannot be drawn from left to right. */
    Optional<Drawing> drawing(PackageDefinition pack) {
        var needs = needs(pack);
        if (!Needs.circle(needs).isEmpty()) return Optional.empty();
        var names = names(pack);
        var parts = new ArrayList<Drawing.Part>();
        pack.queries()
                .forEach(
                        query ->
                                parts.add(
                                        new Drawing.Part(
                                                query.key(), query.name(), "lookup", List.of())));
        for (var member : pack.items()) {
            parts.add(
                    new Drawing.Part(
                            member.item(),
                            names.getOrDefault(member.item(), member.item()),
                            member.optional()
                                    ? "optional"
                                    : member.when() == null ? "item" : "when",
                            needs.getOrDefault(member.item(), List.of())));
        }
        return Optional.of(Drawing.of(parts));
    }

    private static Map<String, List<String>> needs(PackageDefinition pack) {
        var needs = new LinkedHashMap<String, List<String>>();
        pack.queries().forEach(query -> needs.put(query.key(), List.of()));
        pack.items()
                .forEach(
                        member ->
                                needs.put(
                                        member.item(),
                                        member.needs().stream().map(Need::on).toList()));
        return needs;
    }

    private Map<String, String> names(PackageDefinition pack) {
        var names = new LinkedHashMap<String, String>();
        pack.queries().forEach(query -> names.put(query.key(), query.name()));
        pack.items()
                .forEach(
                        member ->
                                names.put(
                                        member.item(),
                                        catalogue
                                                .current(member.item())
                                                .map(PublishedItem::name)
                                                .orElse(member.item())));
        return names;
    }

    /** A sentence for each item: when it is done, and after what. */
    List<String> words(PackageDefinition pack, Texts texts) {
        var names = names(pack);
        var words = new ArrayList<String>();
        for (var member : pack.items()) {
            var after =
                    String.join(
                            "、",
                            member.needs().stream()
                                    .map(need -> names.getOrDefault(need.on(), need.on()))
                                    .toList());
            var name = names.getOrDefault(member.item(), member.item());
            var said =
                    after.isEmpty()
                            ? texts.localize("package-editor.first", name)
                            : texts.localize("package-editor.after", name, after);
            if (member.optional()) said += texts.localize("package-editor.optional");
            if (member.when() != null) {
                said += texts.localize("package-editor.when", member.when());
            }
            words.add(said);
        }
        return words;
    }
}
