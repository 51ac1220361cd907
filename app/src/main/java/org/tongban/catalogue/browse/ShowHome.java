package org.tongban.catalogue.browse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Theme;
import org.tongban.catalogue.WaitsForYou;
import org.tongban.directory.Centre;
import org.tongban.directory.Directory;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The first page. */
@Controller
class ShowHome {

    private static final int MOST_THEMES = 12;
    private static final int MOST_HALLS = 3;

    /**
     * What the chips below the search say; each finds its item, which a test of the search holds.
     */
    private static final List<String> EXAMPLES =
            List.of(
                    "home.example.1",
                    "home.example.2",
                    "home.example.3",
                    "home.example.4",
                    "home.example.5");

    private final Catalogue catalogue;
    private final Directory directory;
    private final ThemeNames themes;
    private final TextBundles bundles;
    private final ObjectProvider<WaitsForYou> waits;

    ShowHome(
            Catalogue catalogue,
            Directory directory,
            ThemeNames themes,
            TextBundles bundles,
            ObjectProvider<WaitsForYou> waits) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.themes = themes;
        this.bundles = bundles;
        this.waits = waits;
    }

    @GetMapping("/")
    @Open(door = Door.PUBLIC, audit = "home.read")
    Rendered home(HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of(
                "catalogue/home",
                new HomePage(
                        waits.stream().flatMap(w -> w.of(request).stream()).toList(),
                        EXAMPLES.stream().map(key -> example(texts.localize(key))).toList(),
                        catalogue.themes().stream()
                                .limit(MOST_THEMES)
                                .map(theme -> card(theme, texts))
                                .toList(),
                        directory.current().centres().stream()
                                .limit(MOST_HALLS)
                                .map(centre -> hall(centre, texts))
                                .toList()));
    }

    private static Link example(String words) {
        return new Link(
                words,
                UriComponentsBuilder.fromPath("/search")
                        .queryParam("q", words)
                        .encode()
                        .toUriString());
    }

    private HomePage.ThemeCard card(Theme theme, Texts texts) {
        return new HomePage.ThemeCard(
                new Link(
                        themes.in(texts.locale(), theme.name()),
                        UriComponentsBuilder.fromPath("/items")
                                .queryParam("theme", theme.name())
                                .encode()
                                .toUriString()),
                String.join("、", theme.first()));
    }

    private static HomePage.Hall hall(Centre centre, Texts texts) {
        return new HomePage.Hall(
                centre.name(),
                centre.address(),
                centre.hours(),
                texts.count("home.windows", centre.windows().size()));
    }
}
