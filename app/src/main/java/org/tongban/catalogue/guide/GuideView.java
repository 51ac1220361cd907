package org.tongban.catalogue.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.accounts.RealName;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Limit;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.catalogue.ItemDefinition.StepKind;
import org.tongban.catalogue.ItemDefinition.Unit;
import org.tongban.catalogue.MeasuredDuration;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.web.Fact;
import org.tongban.web.Option;
import org.tongban.web.Tag;
import org.tongban.web.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the guide of an entry into words; also for one that is still a draft. */
@Component
public class GuideView {

    private static final int MOST_REGIONS = 120;
    private static final int HALF = 50;
    private static final int MOST_OF_THEM = 90;

    private final Directory directory;
    private final ObjectProvider<MeasuredDuration> measured;

    public GuideView(Directory directory, ObjectProvider<MeasuredDuration> measured) {
        this.directory = directory;
        this.measured = measured;
    }

    /** The page of an entry, seen from the place's own region. */
    public GuidePage of(ItemDefinition item, Texts texts) {
        return of(item, "", texts);
    }

    /**
     * The page of an entry.
     *
     * @param region code of the region from which places are near or far; an unknown one is the
     *     place's own
     */
    public GuidePage of(ItemDefinition item, String region, Texts texts) {
        var place = directory.current();
        var own = place.identity().map(Place.Identity::region).orElse("");
        var from = place.region(region).isPresent() ? region : own;
        var agency = place.agency(item.agency());
        var remedies = remedies(place);
        return new GuidePage(
                item,
                audience(item),
                realName(item),
                facts(item, texts),
                item.materials().stream().map(material -> need(material, texts)).toList(),
                how(item, texts),
                flow(item, texts),
                agency.map(Agency::name).orElse(""),
                agency.map(Agency::address).orElse(""),
                agency.map(Agency::phone).orElse(""),
                agency.map(Agency::complaintPhone).orElse(""),
                remedies.path("reviewBody").asString(""),
                remedies.path("court").asString(""),
                NearbyPlaces.of(place, item.agency(), from),
                regions(place, own),
                from);
    }

    /** The place's own region and those directly below it. */
    private static List<Option> regions(Place place, String own) {
        var regions = new ArrayList<Option>();
        place.region(own).ifPresent(region -> regions.add(new Option(own, region.name())));
        place.childrenOf(own).stream()
                .limit(MOST_REGIONS)
                .forEach(region -> regions.add(new Option(region.code(), region.name())));
        return regions;
    }

    /** The way through the offices, from acceptance to delivery. */
    public static Flow flow(ItemDefinition item, Texts texts) {
        return Flow.of(
                item.steps(),
                texts.localize("guide.flow.accept"),
                texts.localize("guide.flow.deliver"),
                step -> step.days() == 0 ? "" : texts.count("item.days.working", step.days()));
    }

    private static JsonNode remedies(Place place) {
        return JsonMapper.shared()
                .readTree(place.identity().map(Place.Identity::policies).orElse("{}"))
                .path("remedies");
    }

    private static String audience(ItemDefinition item) {
        if (item.audience().size() > 1) return "guide.audience.both";
        return item.audience().contains(Audience.FIRM)
                ? "guide.audience.firm"
                : "guide.audience.person";
    }

    /** Key of what is asked of whoever acts; empty when their own word is enough. */
    private static String realName(ItemDefinition item) {
        return item.leastRealName() == RealName.DECLARED
                ? ""
                : "guide.real-name." + item.leastRealName().name().toLowerCase(Locale.ROOT);
    }

    private List<Fact> facts(ItemDefinition item, Texts texts) {
        var own = item.materials().stream().filter(GuideView::isBroughtAlways).count();
        var rest = item.materials().size() - own;
        return List.of(
                new Fact(texts.localize("guide.term"), term(item, texts), termNote(item, texts)),
                new Fact(
                        texts.localize("guide.trips"),
                        texts.localize("guide.trips.value", item.visits()),
                        item.visits() == 0
                                ? texts.localize("guide.trips.online")
                                : item.visitReason()),
                new Fact(
                        texts.localize("guide.fee"),
                        texts.localize(item.isFree() ? "item.free" : "item.fee"),
                        texts.localize(item.isFree() ? "guide.fee.none" : "guide.fee.some")),
                new Fact(
                        texts.localize("guide.prepare"),
                        texts.localize("guide.prepare.value", own),
                        rest > 0
                                ? texts.localize("guide.prepare.fetched", rest)
                                : own == 0 ? texts.localize("guide.prepare.nothing") : ""));
    }

    private static boolean isBroughtAlways(Material material) {
        return material.isRequired() && material.when() == null;
    }

    private static String term(ItemDefinition item, Texts texts) {
        return item.caseKind() == CaseKind.AT_ONCE
                ? texts.localize("item.at-once")
                : length(item.limits().promised(), texts);
    }

    private String termNote(ItemDefinition item, Texts texts) {
        var notes = new ArrayList<String>();
        if (item.limits().statutory().days() > 0) {
            notes.add(
                    texts.localize(
                            "guide.term.statutory", length(item.limits().statutory(), texts)));
        }
        Optional.ofNullable(measured.getIfAvailable())
                .ifPresent(
                        durations ->
                                durations
                                        .workingDays(item.key(), HALF)
                                        .ifPresent(
                                                half ->
                                                        notes.add(
                                                                texts.localize(
                                                                        "guide.term.measured",
                                                                        half,
                                                                        durations
                                                                                .workingDays(
                                                                                        item.key(),
                                                                                        MOST_OF_THEM)
                                                                                .orElse(half)))));
        return String.join(" · ", notes);
    }

    private static String length(Limit limit, Texts texts) {
        return texts.count(
                limit.unit() == Unit.WORKING ? "item.days.working" : "item.days.calendar",
                limit.days());
    }

    private static GuidePage.Need need(Material material, Texts texts) {
        return new GuidePage.Need(
                material.name(),
                Objects.requireNonNullElse(material.hint(), ""),
                tag(material, texts),
                material.when() != null);
    }

    private static Tag tag(Material material, Texts texts) {
        if (!material.isRequired()) return Tag.plain(texts.localize("guide.need.optional"));
        if (material.tolerated()) return Tag.you(texts.localize("guide.need.later"));
        return Tag.you(
                texts.localize(
                        material.form() == MaterialForm.PAPER
                                ? "guide.need.paper"
                                : "guide.need.upload"));
    }

    private static List<String> how(ItemDefinition item, Texts texts) {
        var how = new ArrayList<String>();
        how.add(texts.localize("guide.how.submit"));
        how.add(texts.localize("guide.how.accept"));
        item.steps().stream().map(step -> words(step, texts)).forEach(how::add);
        how.add(
                item.result().kind() == ItemDefinition.ResultKind.NONE
                        ? texts.localize("guide.how.done")
                        : texts.localize("guide.how.result", item.result().name()));
        return how;
    }

    private static String words(Step step, Texts texts) {
        if (step.when() != null) return texts.localize("guide.how.when", step.name());
        return step.days() == 0 || step.kind() == StepKind.DECISION
                ? step.name()
                : texts.localize("guide.how.step", step.name(), step.days());
    }
}
