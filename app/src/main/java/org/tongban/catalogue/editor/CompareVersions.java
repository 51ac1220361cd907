package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.entry.Difference;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Two versions of an entry side by side. */
@Controller
class CompareVersions {

    private final PublishedVersions versions;
    private final Catalogue catalogue;
    private final TextBundles bundles;

    CompareVersions(PublishedVersions versions, Catalogue catalogue, TextBundles bundles) {
        this.versions = versions;
        this.catalogue = catalogue;
        this.bundles = bundles;
    }

    @GetMapping("/staff/entries/of/{itemKey}/difference")
    @Open(door = Door.STAFF, audit = "entry.compared")
    Rendered difference(
            @PathVariable String itemKey,
            @RequestParam int from,
            @RequestParam int to,
            StaffPrincipal staff,
            HttpServletRequest request) {
        EntryNavigation.mustEnter(staff);
        var texts = texts(request);
        var known = versions.of(itemKey).stream().map(EntryPage.Version::number).toList();
        if (!known.contains(from) || !known.contains(to)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var before = catalogue.version(itemKey, from).definition();
        var after = catalogue.version(itemKey, to).definition();
        return Rendered.of("catalogue/editor/difference")
                .with("name", after.name())
                .with("from", from)
                .with("to", to)
                .with("back", EntryNavigation.ENTRIES + "/of/" + itemKey)
                .with(
                        "changes",
                        Difference.between(EntryTree.of(before), EntryTree.of(after), texts));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
