package org.tongban.catalogue.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.search.Tallies;
import org.tongban.catalogue.search.Tallies.Tally;
import org.tongban.catalogue.search.Tallies.What;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.directory.Region;
import org.tongban.web.Assets;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows the figures of a region, for everybody. */
@Controller
class ShowFigures {

    private static final String FIGURES = "/figures";
    private static final List<String> COLUMNS =
            List.of(
                    "items",
                    "hall",
                    "one-window",
                    "online",
                    "no-trip",
                    "once",
                    "at-once",
                    "guide",
                    "cut",
                    "lag");

    private final Tallies tallies;
    private final PublicationLag lag;
    private final TermTargets targets;
    private final Directory directory;
    private final TextBundles bundles;
    private final String stylesheet = Assets.marked("catalogue/find.css");

    ShowFigures(
            Tallies tallies,
            PublicationLag lag,
            TermTargets targets,
            Directory directory,
            TextBundles bundles) {
        this.tallies = tallies;
        this.lag = lag;
        this.targets = targets;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(FIGURES)
    @Open(door = Door.PUBLIC, audit = "figures.shown")
    Rendered show(@RequestParam(defaultValue = "") String region, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var place = directory.current();
        var own = place.identity().map(Place.Identity::region).orElse("");
        var code = place.region(region).isPresent() ? region : own;
        var all = tallies.of(code);
        var lags = lag.byAgency(code);
        var regions = new ArrayList<FiguresPage.Line>();
        regions.add(line(place.region(code), all, lags, place, texts, false));
        for (var below : place.childrenOf(code)) {
            var inside = all.stream().filter(isWithin(place, below.code())).toList();
            if (!inside.isEmpty()) {
                regions.add(line(Optional.of(below), inside, lags, place, texts, true));
            }
        }
        var agencies =
                all.stream()
                        .filter(
                                tally ->
                                        place.agency(tally.agency())
                                                .filter(one -> one.region().equals(code))
                                                .isPresent())
                        .map(tally -> line(tally, lags, place, texts))
                        .toList();
        return Rendered.of(
                "catalogue/figures/figures",
                new FiguresPage(
                        stylesheet,
                        place.region(code).map(Region::name).orElse(""),
                        place.pathTo(code).stream()
                                .filter(above -> !above.code().equals(code))
                                .map(above -> new Link(above.name(), at(above.code())))
                                .toList(),
                        COLUMNS.stream().map(one -> texts.localize("figures." + one)).toList(),
                        regions,
                        agencies,
                        code.equals(own) ? targets.of(texts) : List.of()));
    }

    /** The publications of an agency that came late. */
    @GetMapping(FIGURES + "/lag")
    @Open(door = Door.PUBLIC, audit = "figures.lag-shown")
    Rendered lag(@RequestParam String agency) {
        var office =
                directory
                        .current()
                        .agency(agency)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Rendered.of("catalogue/figures/lag")
                .with("agency", office.name())
                .with("back", at(office.region()))
                .with(
                        "late",
                        lag.late(office.region(), agency).stream()
                                .map(
                                        one ->
                                                new FiguresPage.Late(
                                                        new Link(one.name(), "/items/" + one.key()),
                                                        one.changedOn().toString(),
                                                        one.publishedOn().toString(),
                                                        one.days()))
                                .toList());
    }

    private FiguresPage.Line line(
            Optional<Region> region,
            List<Tally> inside,
            Map<String, PublicationLag.Lag> lags,
            Place place,
            Texts texts,
            boolean leads) {
        var code = region.map(Region::code).orElse("");
        return new FiguresPage.Line(
                new Link(region.map(Region::name).orElse(""), leads ? at(code) : ""),
                cells(inside, lags, place, _ -> leads ? at(code) : "", texts));
    }

    private FiguresPage.Line line(
            Tally tally, Map<String, PublicationLag.Lag> lags, Place place, Texts texts) {
        var office = place.agency(tally.agency());
        var region = office.map(Agency::region).orElse("");
        return new FiguresPage.Line(
                new Link(office.map(Agency::shortName).orElse(tally.agency()), ""),
                cells(
                        List.of(tally),
                        lags,
                        place,
                        column -> behind(column, tally.agency(), region),
                        texts));
    }

    /** Where the items of a figure are listed. */
    private static String behind(String column, String agency, String region) {
        var filters = new LinkedHashMap<String, Object>();
        filters.put("agency", agency);
        filters.put("region", region);
        var path =
                switch (column) {
                    case "hall", "online", "once", "at-once" -> {
                        filters.put("list", column);
                        yield "/items";
                    }
                    case "no-trip" -> {
                        filters.put("trips", "none");
                        yield "/items";
                    }
                    case "guide" -> {
                        filters.put("guide", "gaps");
                        yield "/items";
                    }
                    case "cut" -> "/lists/limits";
                    case "lag" -> {
                        filters.remove("region");
                        yield FIGURES + "/lag";
                    }
                    default -> "/items";
                };
        var address = UriComponentsBuilder.fromPath(path);
        filters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(filters).toUriString();
    }

    private interface Way {
        String to(String column);
    }

    private static List<Link> cells(
            Collection<Tally> tallies,
            Map<String, PublicationLag.Lag> lags,
            Place place,
            Way way,
            Texts texts) {
        var items = tallies.stream().mapToInt(Tally::items).sum();
        var hall = sum(tallies, What.HALL);
        var inHall = sumOf(tallies, What.HALL, tally -> isInTheHall(place, tally.agency()));
        var oneWindow = sumOf(tallies, What.HALL, tally -> isComprehensive(place, tally.agency()));
        var statutory = tallies.stream().mapToLong(Tally::statutory).sum();
        var promised = tallies.stream().mapToLong(Tally::promised).sum();
        var told = 0;
        var inTime = 0;
        for (var tally : tallies) {
            var one = lags.getOrDefault(tally.agency(), new PublicationLag.Lag(0, 0));
            told += one.told();
            inTime += one.inTime();
        }
        var words = new LinkedHashMap<String, String>();
        words.put("items", Integer.toString(items));
        words.put("hall", share(inHall, hall, texts));
        words.put("one-window", share(oneWindow, hall, texts));
        words.put("online", share(sum(tallies, What.ONLINE), items, texts));
        words.put("no-trip", share(sum(tallies, What.NO_TRIP), items, texts));
        words.put("once", share(sum(tallies, What.ONCE), items, texts));
        words.put("at-once", share(sum(tallies, What.AT_ONCE), items, texts));
        words.put("guide", share(sum(tallies, What.WHOLE_GUIDE), items, texts));
        words.put("cut", share(statutory - promised, statutory, texts));
        words.put("lag", share(inTime, told, texts));
        var none = texts.localize("figures.none");
        return COLUMNS.stream()
                .map(column -> Map.entry(column, words.getOrDefault(column, none)))
                .map(
                        cell ->
                                new Link(
                                        cell.getValue(),
                                        cell.getValue().equals(none) ? "" : way.to(cell.getKey())))
                .toList();
    }

    private static int sum(Collection<Tally> tallies, What what) {
        return tallies.stream().mapToInt(tally -> tally.of(what)).sum();
    }

    private static int sumOf(Collection<Tally> tallies, What what, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToInt(tally -> tally.of(what)).sum();
    }

    private static String share(long part, long whole, Texts texts) {
        return whole == 0
                ? texts.localize("figures.none")
                : "%.1f%%".formatted(100.0 * part / whole);
    }

    /** With a window of its own, or served at the comprehensive ones. */
    private static boolean isInTheHall(Place place, String agency) {
        return isComprehensive(place, agency)
                || place.windows().stream()
                        .anyMatch(window -> window.agency().filter(agency::equals).isPresent());
    }

    private static boolean isComprehensive(Place place, String agency) {
        return place.agency(agency)
                .filter(one -> one.windowKind() == Agency.WindowKind.COMPREHENSIVE)
                .isPresent();
    }

    private static Predicate<Tally> isWithin(Place place, String code) {
        return tally ->
                place.agency(tally.agency())
                        .filter(
                                one ->
                                        place.pathTo(one.region()).stream()
                                                .anyMatch(above -> above.code().equals(code)))
                        .isPresent();
    }

    private static String at(String region) {
        return FIGURES + "?region=" + region;
    }
}
