package org.tongban.catalogue.guide;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/** Shows what an item is, what it takes and where it starts. */
@Controller
class ShowGuide {

    private final Catalogue catalogue;
    private final GuideView view;
    private final TextBundles bundles;

    ShowGuide(Catalogue catalogue, GuideView view, TextBundles bundles) {
        this.catalogue = catalogue;
        this.view = view;
        this.bundles = bundles;
    }

    @GetMapping("/items/{key}")
    @Open(door = Door.PUBLIC, audit = "guide.read")
    Rendered show(@PathVariable String key, HttpServletRequest request) {
        var item =
                catalogue
                        .current(key)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .definition();
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of("catalogue/guide", view.of(item, texts));
    }
}
