package org.tongban.catalogue.browse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.Theme;
import org.tongban.directory.Directory;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Leads to an item: the list, the search. */
@Controller
class FindItems {

    /** Longer words than this are not repeated on the page. */
    private static final int LONGEST_WORDS = 60;

    private final Catalogue catalogue;
    private final Directory directory;
    private final ThemeNames themes;
    private final TextBundles bundles;

    FindItems(Catalogue catalogue, Directory directory, ThemeNames themes, TextBundles bundles) {
        this.themes = themes;
        this.catalogue = catalogue;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/personal")
    @Open(door = Door.PUBLIC, audit = "items.listed")
    Rendered personal(HttpServletRequest request) {
        return items("person", "", "", 1, request);
    }

    @GetMapping("/business")
    @Open(door = Door.PUBLIC, audit = "items.listed")
    Rendered business(HttpServletRequest request) {
        return items("firm", "", "", 1, request);
    }

    @GetMapping("/items")
    @Open(door = Door.PUBLIC, audit = "items.listed")
    Rendered items(
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var found =
                catalogue.browse(
                        new ItemFilter(audience(audience), stated(theme), stated(agency)), page);
        var here =
                UriComponentsBuilder.fromPath("/items")
                        .queryParamIfPresent("audience", stated(audience))
                        .queryParamIfPresent("theme", stated(theme))
                        .queryParamIfPresent("agency", stated(agency));
        return Rendered.of(
                "catalogue/items",
                new ItemsPage(
                        "items.title",
                        "",
                        found,
                        List.of(
                                new Link(texts.localize("items.everybody"), "/items"),
                                new Link(texts.localize("items.person"), "/items?audience=person"),
                                new Link(texts.localize("items.firm"), "/items?audience=firm")),
                        catalogue.themes().stream().map(one -> link(one, texts)).toList(),
                        agencies(),
                        pager(found, here, texts)));
    }

    @GetMapping("/search")
    @Open(door = Door.PUBLIC, audit = "items.searched")
    Rendered search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var words = shortened(q.strip());
        var found = catalogue.search(q, audience(audience), page);
        var here =
                UriComponentsBuilder.fromPath("/search")
                        .queryParam("q", words)
                        .queryParamIfPresent("audience", stated(audience));
        return Rendered.of(
                "catalogue/items",
                new ItemsPage(
                        words.isEmpty() ? "search.title.empty" : "search.title",
                        words,
                        found,
                        List.of(),
                        List.of(),
                        List.of(),
                        pager(found, here, texts)));
    }

    private List<Link> agencies() {
        return directory.current().agencies().stream()
                .filter(agency -> !catalogue.ofAgency(agency.key()).isEmpty())
                .map(agency -> new Link(agency.shortName(), "/items?agency=" + agency.key()))
                .toList();
    }

    private Link link(Theme theme, Texts texts) {
        return new Link(
                themes.in(texts.locale(), theme.name()),
                UriComponentsBuilder.fromPath("/items")
                        .queryParam("theme", "{theme}")
                        .build(theme.name())
                        .toString());
    }

    private static Pager pager(ItemPage found, UriComponentsBuilder here, Texts texts) {
        return new Pager(
                found.page() > 1 ? at(here, found.page() - 1) : "",
                found.page() < found.pages() ? at(here, found.page() + 1) : "",
                texts.localize("items.page", found.page(), found.pages()));
    }

    private static String at(UriComponentsBuilder here, int page) {
        return here.cloneBuilder().replaceQueryParam("page", page).build().encode().toUriString();
    }

    private static Optional<Audience> audience(String typed) {
        return switch (typed) {
            case "person" -> Optional.of(Audience.PERSON);
            case "firm" -> Optional.of(Audience.FIRM);
            default -> Optional.empty();
        };
    }

    private static Optional<String> stated(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(typed);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }
}
