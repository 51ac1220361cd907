package org.tongban.sharing.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.sharing.Resource;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows an office what it did not ask for, what it still asks for, and what would end that. */
@Controller
class ShowNotAsked {

    static final String PATH = "/staff/not-asked";

    private final CountedMaterials counted;
    private final Directory directory;
    private final TextBundles bundles;

    ShowNotAsked(CountedMaterials counted, Directory directory, TextBundles bundles) {
        this.counted = counted;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "not-asked.shown")
    Rendered show(
            @RequestParam Optional<String> agency,
            StaffPrincipal staff,
            HttpServletRequest request) {
        if (!staff.has("decide") && !staff.has("supervise")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = bundles.in(Preferences.of(request).locale());
        var within =
                directory.current().agencies().stream()
                        .filter(one -> staff.reaches(one.key()))
                        .toList();
        var chosen =
                within.stream()
                        .filter(one -> agency.isEmpty() || one.key().equals(agency.get()))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Rendered.of("sharing/figures/list", page(chosen, within, texts));
    }

    private NotAskedPage page(Agency chosen, List<Agency> within, Texts texts) {
        var lines = counted.of(chosen.key());
        return new NotAskedPage(
                chosen.name(),
                within.stream()
                        .filter(one -> !one.equals(chosen))
                        .map(one -> new Link(one.shortName(), PATH + "?agency=" + one.key()))
                        .toList(),
                texts.localize(
                        "sharing.not-asked.sum",
                        CountedMaterials.DAYS,
                        lines.stream().mapToInt(CountedMaterials.Line::fetched).sum(),
                        lines.stream().mapToInt(CountedMaterials.Line::brought).sum()),
                lines.stream()
                        .map(
                                line ->
                                        new NotAskedPage.Line(
                                                new Link(line.itemName(), "/items/" + line.item()),
                                                line.material(),
                                                line.fetched(),
                                                line.brought(),
                                                way(line.way(), texts)))
                        .toList());
    }

    private static Link way(CountedMaterials.Way way, Texts texts) {
        return switch (way) {
            case CountedMaterials.Way.Fetched(var resource) ->
                    resource.map(
                                    one ->
                                            new Link(
                                                    texts.localize(
                                                            "sharing.not-asked.register",
                                                            one.name()),
                                                    path(one)))
                            .orElseGet(
                                    () ->
                                            new Link(
                                                    texts.localize("sharing.not-asked.library"),
                                                    ""));
            case CountedMaterials.Way.Could(var resource) ->
                    new Link(
                            texts.localize("sharing.not-asked.could", resource.name()),
                            path(resource));
            case CountedMaterials.Way.NoResource() ->
                    new Link(texts.localize("sharing.not-asked.nothing"), "");
        };
    }

    private static String path(Resource resource) {
        return "/staff/resources/" + resource.key();
    }
}
