package org.tongban.packages.zones;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.packages.ServiceZone;
import org.tongban.packages.Zones;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The zones of the place: what they name and can be applied for now. */
@Controller
class ShowZones {

    private final Zones zones;
    private final Packages packages;
    private final Catalogue catalogue;
    private final TextBundles bundles;

    ShowZones(Zones zones, Packages packages, Catalogue catalogue, TextBundles bundles) {
        this.zones = zones;
        this.packages = packages;
        this.catalogue = catalogue;
        this.bundles = bundles;
    }

    @GetMapping("/zones")
    @Open(door = Door.PUBLIC, audit = "zones.listed")
    Rendered list(HttpServletRequest request) {
        return Rendered.of("packages/zones")
                .with(
                        "zones",
                        zones.all().stream()
                                .map(
                                        zone ->
                                                new ZonePage.Entry(
                                                        zone.name(),
                                                        zone.summary(),
                                                        "/zones/" + zone.key(),
                                                        ""))
                                .toList());
    }

    @GetMapping("/zones/{key}")
    @Open(door = Door.PUBLIC, audit = "zone.read")
    Rendered show(@PathVariable String key, HttpServletRequest request) {
        var zone =
                zones.find(key)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of(
                "packages/zone",
                new ZonePage(
                        zone.name(),
                        zone.summary(),
                        Objects.requireNonNullElse(zone.note(), ""),
                        zone.sections().stream()
                                .map(section -> section(section, texts))
                                .filter(section -> !section.entries().isEmpty())
                                .toList()));
    }

    private ZonePage.Section section(ServiceZone.Section section, Texts texts) {
        return new ZonePage.Section(
                section.title(),
                Objects.requireNonNullElse(section.text(), ""),
                Stream.concat(packages(section, texts), items(section)).toList());
    }

    private Stream<ZonePage.Entry> packages(ServiceZone.Section section, Texts texts) {
        return section.packages().stream()
                .flatMap(key -> packages.current(key).stream())
                .map(PublishedPackage::definition)
                .map(one -> entry(one, texts));
    }

    private static ZonePage.Entry entry(PackageDefinition one, Texts texts) {
        return new ZonePage.Entry(
                one.name(),
                one.summary(),
                "/packages/" + one.key(),
                texts.localize("packages.card", one.items().size(), one.limitDays()));
    }

    private Stream<ZonePage.Entry> items(ServiceZone.Section section) {
        return section.items().stream()
                .flatMap(key -> catalogue.current(key).stream())
                .map(item -> entry(item.key(), item.definition()));
    }

    private static ZonePage.Entry entry(String key, ItemDefinition item) {
        return new ZonePage.Entry(item.name(), item.summary(), "/items/" + key, "");
    }
}
