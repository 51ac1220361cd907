package org.tongban.catalogue.figures;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.MeasuredDuration;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.web.Link;
import org.tongban.web.Tag;
import org.tongban.web.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Within how many days a place wants things done, and within how many it promises to: 3-5-50
 * (企业开办、不动产登记、施工许可, A7). Which items are meant is the place's own list, {@code
 * policies.termTargets} in its pack.
 */
@Component
class TermTargets {

    private static final int MEDIAN = 50;

    private final Directory directory;
    private final Catalogue catalogue;
    private final ObjectProvider<MeasuredDuration> measured;

    TermTargets(
            Directory directory, Catalogue catalogue, ObjectProvider<MeasuredDuration> measured) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.measured = measured;
    }

    /** Each target of the place with the items behind it. */
    List<FiguresPage.Target> of(Texts texts) {
        var policies =
                JsonMapper.shared()
                        .readTree(
                                directory
                                        .current()
                                        .identity()
                                        .map(Place.Identity::policies)
                                        .orElse("{}"));
        var own = policies.has("policies") ? policies.get("policies") : policies;
        return own.path("termTargets").valueStream().map(one -> target(one, texts)).toList();
    }

    private FiguresPage.Target target(JsonNode stated, Texts texts) {
        var days = stated.path("days").asInt();
        var items =
                stated.path("items")
                        .valueStream()
                        .map(key -> catalogue.current(key.asString()))
                        .flatMap(Optional::stream)
                        .map(known -> known.definition())
                        .toList();
        var promised = items.stream().mapToDouble(TermTargets::days);
        var isSum = stated.path("together").asBoolean();
        var all = (int) Math.ceil(isSum ? promised.sum() : promised.max().orElse(0));
        var isMet = !items.isEmpty() && all <= days;
        return new FiguresPage.Target(
                stated.path("name").asString(),
                texts.localize(isSum ? "figures.target.sum" : "figures.target.each", days, all),
                isMet
                        ? Tag.got(texts.localize("figures.target.met"))
                        : Tag.late(texts.localize("figures.target.missed")),
                items.stream()
                        .map(
                                item ->
                                        new FiguresPage.Behind(
                                                new Link(item.name(), "/items/" + item.key()),
                                                texts.localize(
                                                        "figures.target.promised",
                                                        (int) Math.ceil(days(item))),
                                                really(item, texts)))
                        .toList());
    }

    private static double days(ItemDefinition item) {
        return item.limits().promised().workingDays();
    }

    /** Empty where too few cases were decided lately. */
    private String really(ItemDefinition item, Texts texts) {
        return measured.stream()
                .findFirst()
                .flatMap(found -> found.workingDays(item.key(), MEDIAN))
                .map(median -> texts.localize("figures.target.really", median))
                .orElse("");
    }
}
