package org.tongban.catalogue.browse;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemPage;
import org.tongban.catalogue.TogetherWith;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.web.Assets;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Leads to an item: the list, the search, and what is proposed while somebody types. */
@Controller
class FindItems {

    /** Longer words than this are not repeated on the page; the search looks at no more either. */
    private static final int LONGEST_WORDS = 100;

    /** When no hit is sure, a long list would only look like an answer. */
    private static final int MOST_UNSURE = 5;

    private static final int MOST_NOT_HERE = 2;

    /** Only what the first hits belong to: the others are often far from what was meant. */
    private static final int MOST_TOGETHER = 2;

    private static final int LONGEST_VALUE = 60;

    private final Catalogue catalogue;
    private final Directory directory;
    private final ThemeNames themes;
    private final TextBundles bundles;
    private final TypingPace pace;
    private final ObjectProvider<TogetherWith> together;
    private final String stylesheet = Assets.marked("catalogue/find.css");

    FindItems(
            Catalogue catalogue,
            Directory directory,
            ThemeNames themes,
            TextBundles bundles,
            Clock clock,
            ObjectProvider<TogetherWith> together) {
        this.together = together;
        this.themes = themes;
        this.catalogue = catalogue;
        this.directory = directory;
        this.bundles = bundles;
        this.pace = new TypingPace(clock);
    }

    @GetMapping("/personal")
    @Open(door = Door.PUBLIC, audit = "items.listed")
    Rendered personal(HttpServletRequest request) {
        return items(Map.of(Side.AUDIENCE.key(), "person"), request);
    }

    @GetMapping("/business")
    @Open(door = Door.PUBLIC, audit = "items.listed")
    Rendered business(HttpServletRequest request) {
        return items(Map.of(Side.AUDIENCE.key(), "firm"), request);
    }

    @GetMapping("/items")
    @Open(door = Door.PUBLIC, audit = "items.listed")
    Rendered items(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var filter = filter(asked);
        var found = catalogue.browse(filter, value(asked, "cursor"));
        var narrowings = narrowings("/items", "", filter, texts);
        return page("items.title", "", found, found.found(), narrowings, texts);
    }

    @GetMapping("/search")
    @Open(door = Door.PUBLIC, audit = "items.searched")
    Rendered search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var words = shortened(q.strip());
        var filter = filter(asked);
        var found = catalogue.search(words, filter, value(asked, "cursor"));
        var narrowings = narrowings("/search", words, filter, texts);
        return page(
                words.isEmpty() ? "search.title.empty" : "search.title",
                words,
                found,
                found.sure() ? found.found() : found.found().stream().limit(MOST_UNSURE).toList(),
                narrowings,
                texts);
    }

    /** A part of a page, swapped in below the search box. Nothing when somebody asks too often. */
    @GetMapping("/search/suggestions")
    @Open(door = Door.PUBLIC, audit = "items.suggested")
    Rendered suggestions(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request) {
        if (!pace.take(request.getRemoteAddr())) {
            return Rendered.of("catalogue/suggestions", new SuggestionsPage(List.of()))
                    .status(HttpStatus.TOO_MANY_REQUESTS);
        }
        var items =
                catalogue.suggest(shortened(q.strip()), filter(asked)).stream()
                        .map(item -> new Link(item.name(), "/items/" + item.key()))
                        .toList();
        return Rendered.of("catalogue/suggestions", new SuggestionsPage(items));
    }

    private Rendered page(
            String title,
            String words,
            ItemPage found,
            List<ItemPage.Found> shown,
            Narrowings narrowings,
            Texts texts) {
        var pager =
                found.sure()
                        ? new Pager(
                                narrowings.at(found.previous()), narrowings.at(found.next()), "")
                        : new Pager("", "", "");
        var region = narrowings.region();
        return Rendered.of(
                "catalogue/items",
                new ItemsPage(
                        title,
                        words,
                        narrowings.kept(),
                        words.isEmpty() || !found.sure() ? List.of() : together(shown),
                        shown.stream().map(one -> line(one, region, texts)).toList(),
                        found.total(),
                        notices(words, found, texts),
                        found.sure() ? narrowings.of(found) : List.of(),
                        narrowings.where(),
                        pager,
                        narrowings.href(ItemFilter.ALL.in(region)),
                        directory.current().identity().map(Place.Identity::hotline).orElse(""),
                        stylesheet));
    }

    private List<Link> together(List<ItemPage.Found> shown) {
        var first = shown.stream().limit(MOST_TOGETHER).map(one -> one.item().key()).toList();
        return together.stream().flatMap(some -> some.of(first).stream()).toList();
    }

    private static ItemsPage.Line line(ItemPage.Found found, String region, Texts texts) {
        return new ItemsPage.Line(
                found.item(),
                Explained.why(found.why(), texts),
                found.item().region().equals(region) ? "" : found.item().regionName());
    }

    private static List<String> notices(String words, ItemPage found, Texts texts) {
        var notices = new ArrayList<String>();
        found.notHere().stream()
                .limit(MOST_NOT_HERE)
                .forEach(
                        word ->
                                notices.add(
                                        word.said().equals(word.term())
                                                ? texts.localize("search.not-here", word.term())
                                                : texts.localize(
                                                        "search.not-here.word",
                                                        word.said(),
                                                        word.term())));
        if (!found.sure() && !found.isEmpty()) notices.add(texts.localize("search.unsure", words));
        if (!found.indexing().complete()) {
            notices.add(texts.localize("search.indexing", found.indexing().entries()));
        }
        return notices;
    }

    private Narrowings narrowings(String path, String words, ItemFilter filter, Texts texts) {
        return new Narrowings(
                path, words, filter, texts, directory.current(), catalogue.lifeEvents(), themes);
    }

    private static ItemFilter filter(Map<String, String> asked) {
        var filter = ItemFilter.ALL.in(value(asked, "region"));
        for (var side : Side.values()) {
            filter = filter.with(side, value(asked, side.key()));
        }
        return filter;
    }

    private static String value(Map<String, String> asked, String name) {
        var value = asked.getOrDefault(name, "").strip();
        return value.length() <= LONGEST_VALUE || name.equals("cursor")
                ? value
                : value.substring(0, LONGEST_VALUE);
    }

    /** Never cuts a character in two. */
    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS));
    }
}
