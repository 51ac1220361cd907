package org.tongban.packages.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.PlaceSettings;
import org.tongban.catalogue.Catalogue;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.WholeTags;
import org.tongban.packages.progress.ParentView;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** 清单管理: which packages there are, who leads them, what they have come to. */
@Controller
class OverviewPages {

    static final String PATH = "/staff/packages";

    private static final String ARRANGE = PATH + "/arrange";

    private final Packages packages;
    private final Figures figures;
    private final PackageCases store;
    private final ParentView view;
    private final Catalogue catalogue;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final TextBundles bundles;

    OverviewPages(
            Packages packages,
            Figures figures,
            PackageCases store,
            ParentView view,
            Catalogue catalogue,
            Directory directory,
            PlaceSettings.Source place,
            TextBundles bundles) {
        this.packages = packages;
        this.figures = figures;
        this.store = store;
        this.view = view;
        this.catalogue = catalogue;
        this.directory = directory;
        this.place = place;
        this.bundles = bundles;
    }

    static boolean mayRead(StaffPrincipal staff) {
        return Stream.of("accept", "review", "decide", "supervise", "administer")
                .anyMatch(staff::has);
    }

    private static void requireReader(StaffPrincipal staff) {
        if (!mayRead(staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "packages.overseen")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        requireReader(staff);
        var texts = bundles.in(Preferences.of(request).locale());
        var counted = figures.all();
        return Rendered.of(
                "packages/overview",
                new OverviewPage(
                        packages.all().stream()
                                .map(
                                        pack ->
                                                row(
                                                        pack,
                                                        counted.getOrDefault(
                                                                pack.key(), Figures.Figure.NONE),
                                                        staff.has("administer"),
                                                        texts))
                                .toList(),
                        staff.has("administer") ? ARRANGE : ""));
    }

    private OverviewPage.Row row(
            PublishedPackage pack, Figures.Figure figure, boolean mayEdit, Texts texts) {
        var definition = pack.definition();
        var unverified =
                definition.items().stream()
                        .filter(member -> !member.verified())
                        .map(PackageDefinition.Member::item)
                        .map(this::itemName)
                        .collect(Collectors.joining("、"));
        return new OverviewPage.Row(
                definition.name(),
                PATH + "/" + pack.key(),
                mayEdit ? ARRANGE + "/" + pack.key() : "",
                shortName(definition.lead()),
                others(definition),
                Optional.ofNullable(definition.plannedBy())
                        .orElse(texts.localize("packages.none-stated")),
                String.valueOf(figure.volume()),
                texts.localize("packages.ended", figure.ended(), figure.whole()),
                figure.days()
                        .map(days -> days.setScale(1, RoundingMode.HALF_UP).toPlainString())
                        .orElse(texts.localize("packages.none-yet")),
                texts.localize(
                        "packages.saved.figures",
                        figure.fields(),
                        figure.materials(),
                        figure.visits()),
                unverified.isEmpty() ? "" : texts.localize("packages.unverified", unverified));
    }

    private String others(PackageDefinition pack) {
        return Stream.concat(
                        pack.items().stream()
                                .flatMap(member -> catalogue.current(member.item()).stream())
                                .map(item -> item.definition().agency()),
                        pack.queries().stream().map(PackageDefinition.Query::agency))
                .distinct()
                .filter(agency -> !agency.equals(pack.lead()))
                .map(this::shortName)
                .collect(Collectors.joining("、"));
    }

    private String itemName(String key) {
        return catalogue.current(key).map(item -> item.name()).orElse(key);
    }

    private String shortName(String agency) {
        return directory.current().agency(agency).map(Agency::shortName).orElse(agency);
    }

    @GetMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, audit = "package-cases.listed")
    Rendered ofPackage(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        requireReader(staff);
        var texts = bundles.in(Preferences.of(request).locale());
        var pack = packages.latest(key).orElseThrow(OverviewPages::notFound);
        var found =
                store.ofPackage(key, after.isEmpty() ? Optional.empty() : store.numbered(after));
        var shown = found.stream().limit(PackageCases.PAGE).toList();
        var first = PATH + "/" + key;
        var next = found.size() > shown.size() ? first + "?after=" + shown.getLast().no() : "";
        return Rendered.of(
                "packages/cases",
                new PackageListPage(
                        pack.definition().name(),
                        opened(key, pack, texts),
                        first + "/walks",
                        after.isEmpty()
                                ? figures.months(key).stream()
                                        .map(month -> month(month, texts))
                                        .toList()
                                : List.of(),
                        shown.stream().map(one -> row(one, texts)).toList(),
                        new Pager(after.isEmpty() ? "" : first, next, "")));
    }

    /** When it was to be open, and since when it is. */
    private String opened(String key, PublishedPackage pack, Texts texts) {
        var dates = new Dates(texts.locale());
        return texts.localize(
                "packages.opened",
                Optional.ofNullable(pack.definition().plannedBy())
                        .map(java.time.LocalDate::parse)
                        .map(dates::fullDay)
                        .orElse(texts.localize("packages.none-stated")),
                packages.version(key, 1)
                        .map(first -> first.publishedAt().atZone(place.current().zone()))
                        .map(moment -> dates.fullDay(moment.toLocalDate()))
                        .orElse(""));
    }

    private static PackageListPage.Month month(Figures.Month month, Texts texts) {
        var figure = month.figure();
        return new PackageListPage.Month(
                month.month(),
                String.valueOf(figure.volume()),
                texts.localize("packages.ended", figure.ended(), figure.whole()),
                figure.days()
                        .map(days -> days.setScale(1, RoundingMode.HALF_UP).toPlainString())
                        .orElse(texts.localize("packages.none-yet")),
                String.valueOf(figure.fields()),
                String.valueOf(figure.materials()),
                String.valueOf(figure.visits()));
    }

    private PackageListPage.Row row(PackageCase one, Texts texts) {
        var dates = new Dates(texts.locale());
        return new PackageListPage.Row(
                one.no(),
                PATH + "/cases/" + one.no(),
                dates.moment(one.submittedAt().atZone(place.current().zone()).toLocalDateTime()),
                dates.fullDay(one.promisedOn()),
                WholeTags.of(one, texts));
    }

    /**
     * Who has a part of it, or oversees all, may see how the others stand; no answers are shown.
     */
    @GetMapping(PATH + "/cases/{no}")
    @Open(door = Door.STAFF, audit = "package-case.read")
    Rendered one(@PathVariable String no, StaffPrincipal staff, HttpServletRequest request) {
        requireReader(staff);
        var texts = bundles.in(Preferences.of(request).locale());
        var whole = store.numbered(no).orElseThrow(OverviewPages::notFound);
        var hasPart = whole.parts().stream().map(PackageCase.Part::agency).anyMatch(staff::reaches);
        if (!hasPart) throw notFound();
        return Rendered.of("packages/whole", view.page(whole, true, texts))
                .with("back", new Link(view.name(whole), PATH + "/" + whole.packageKey()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
