package org.tongban.catalogue.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
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
    Rendered show(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest request) {
        var item =
                catalogue
                        .current(key)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .definition();
        var reader = Preferences.of(request);
        // Who reads large type gets the short form by itself, and the whole one a link away.
        var brief = form.equals("short") || (reader.elder() && !form.equals("full"));
        return Rendered.of("catalogue/guide", view.of(item, region, bundles.in(reader.locale())))
                .with("brief", brief)
                .with("path", "/items/" + item.key())
                .with("qr", List.of(QrPicture.of(address(request, item.key()))));
    }

    /** Of this guide as the reader's own browser reached it. */
    private static String address(HttpServletRequest request, String key) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/items/{key}")
                .buildAndExpand(key)
                .encode()
                .toUriString();
    }
}
