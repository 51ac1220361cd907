package org.tongban.catalogue.search;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.CancelledProof;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Faq;
import org.tongban.catalogue.ItemDefinition.Fee;
import org.tongban.catalogue.ItemDefinition.Fund;
import org.tongban.catalogue.ItemDefinition.Investment;
import org.tongban.catalogue.ItemDefinition.Limits;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.ItemFilter.Side;
import org.tongban.catalogue.ItemSummary;
import org.tongban.catalogue.Listed;
import org.tongban.catalogue.PublicList;
import org.tongban.crypto.Sm3;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import org.tongban.directory.Region;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Makes entries of the index from items: everything that is needed beside the items themselves. */
final class Recipe {

    /** Raise it when entries are made another way: every index is then made anew. */
    private static final int VERSION = 3;

    /** Digits of the place in lists before the key. */
    private static final int ORDER_DIGITS = 14;

    private static final String FULLY_ONLINE = "full";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final String mark;
    private final Meanings meanings;
    private final Place place;
    private final Map<String, String> names;
    private final Map<String, String> lifeEvents = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<String>> within = new HashMap<>();
    private final Map<String, Set<String>> eventsOf = new HashMap<>();

    /** The part of a definition that is shown or searched. */
    private record Shown(
            String key,
            String name,
            String summary,
            List<String> alsoCalled,
            String catalogCode,
            int level,
            List<Audience> audience,
            List<String> themes,
            CaseKind caseKind,
            Limits limits,
            int visits,
            String onlineDepth,
            List<Fee> fee,
            List<Question> questions,
            List<Faq> faq,
            String type,
            boolean tolerant,
            boolean mayFollow,
            boolean vouched,
            boolean fromOthers,
            boolean told,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<CancelledProof> cancelledProofs,
            @Nullable Fund fund,
            @Nullable Investment investment) {

        Listed listed(boolean batched) {
            return new Listed(
                    type,
                    level,
                    caseKind,
                    visits,
                    onlineDepth,
                    tolerant && mayFollow,
                    vouched,
                    fromOthers,
                    !cancelledProofs.isEmpty(),
                    fund != null,
                    investment != null,
                    batched);
        }
    }

    /**
     * @param database which database the items are of
     * @param names of the items that the words name by key
     */
    Recipe(String database, Place place, PeoplesWords words, Map<String, String> names) {
        this.place = place;
        this.names = Map.copyOf(names);
        this.meanings = new Meanings(words, names);
        var text = new StringBuilder().append(VERSION).append('\n').append(database).append('\n');
        for (var agency : place.agencies()) {
            places.put(agency.key(), places.size());
            text.append(agency.key())
                    .append(' ')
                    .append(agency.shortName())
                    .append(' ')
                    .append(agency.region())
                    .append('\n');
        }
        for (var region : place.regions()) {
            within.put(
                    region.code(), place.pathTo(region.code()).stream().map(Region::code).toList());
            text.append(region.code()).append(' ').append(region.parent().orElse("")).append('\n');
        }
        for (var event : words.lifeEvents()) {
            lifeEvents.put(event.key(), event.name());
            event.items().stream()
                    .filter(names::containsKey)
                    .forEach(
                            item ->
                                    eventsOf.computeIfAbsent(
                                                    names.get(item), _ -> new LinkedHashSet<>())
                                            .add(event.key()));
        }
        text.append(JSON.writeValueAsString(words)).append(new java.util.TreeMap<>(names));
        this.mark = Sm3.hex(text.toString()).substring(0, MARK_LENGTH);
    }

    private static final int MARK_LENGTH = 16;

    /** Equal for recipes that make the same entries. */
    String mark() {
        return mark;
    }

    /** Whether these are the names it was made with. */
    boolean knows(Map<String, String> others) {
        return names.equals(others);
    }

    Map<String, String> lifeEvents() {
        return lifeEvents;
    }

    Meanings meanings() {
        return meanings;
    }

    /** Keys of items that the words refer to. */
    static Set<String> named(PeoplesWords words) {
        var keys = new HashSet<String>();
        words.meanings().forEach(meaning -> keys.addAll(meaning.items()));
        words.lifeEvents().forEach(event -> keys.addAll(event.items()));
        return keys;
    }

    /**
     * The entry of an item.
     *
     * @param definition the part of it that is shown or searched, as JSON
     */
    Entry entry(Changes.Change change, String definition) {
        var item = JSON.readValue(definition, Shown.class);
        var agency = place.agency(change.agency());
        var region = agency.map(Agency::region).orElse("");
        var line =
                new ItemSummary(
                        change.key(),
                        item.name(),
                        change.agency(),
                        "",
                        item.summary(),
                        item.caseKind(),
                        item.limits().promised(),
                        item.visits(),
                        item.fee().isEmpty(),
                        item.audience(),
                        item.themes(),
                        item.level(),
                        item.onlineDepth().equals(FULLY_ONLINE),
                        region,
                        "");
        return new Entry(
                change.key(),
                region,
                within.getOrDefault(region, List.of(region)),
                Entry.Marked.of(text(item, agency.map(Agency::shortName).orElse(""))),
                line,
                "%06d%08d%s"
                        .formatted(
                                places.getOrDefault(change.agency(), places.size()),
                                change.placeInList(),
                                change.key()),
                hundredths(item.limits().statutory()),
                hundredths(item.limits().promised()),
                facets(line, item.listed(change.batched()), item.told() && canBeAsked(agency)));
    }

    /** A guide that does not say where to ask and where to complain is not whole. */
    private static boolean canBeAsked(Optional<Agency> agency) {
        return agency.filter(one -> !one.phone().isBlank())
                .filter(one -> !one.complaintPhone().isBlank())
                .filter(one -> !one.address().isBlank())
                .isPresent();
    }

    private static long hundredths(ItemDefinition.Limit limit) {
        return Math.round(limit.workingDays() * 100);
    }

    private static ItemText text(Shown item, String agency) {
        var asks = new LinkedHashSet<String>();
        item.faq().forEach(faq -> asks.add(faq.question()));
        item.questions()
                .forEach(
                        question -> question.choices().forEach(choice -> asks.add(choice.label())));
        return new ItemText(
                item.name(),
                item.catalogCode(),
                agency,
                item.alsoCalled(),
                item.themes(),
                item.summary(),
                List.copyOf(asks));
    }

    private Set<String> facets(ItemSummary line, Listed listed, boolean isWhole) {
        var facets = new LinkedHashSet<String>();
        line.audience()
                .forEach(
                        who ->
                                facets.add(
                                        facet(
                                                Side.AUDIENCE,
                                                who.name().toLowerCase(java.util.Locale.ROOT))));
        eventsOf.getOrDefault(line.name(), Set.of())
                .forEach(event -> facets.add(facet(Side.LIFE, event)));
        line.themes().forEach(theme -> facets.add(facet(Side.THEME, theme)));
        facets.add(facet(Side.AGENCY, line.agency()));
        facets.add(facet(Side.LEVEL, Integer.toString(line.level())));
        if (line.visits() == 0) facets.add(facet(Side.TRIPS, "none"));
        if (line.online()) facets.add(facet(Side.ONLINE, "yes"));
        if (line.caseKind() == CaseKind.AT_ONCE) facets.add(facet(Side.ONCE, "yes"));
        facets.add(facet(Side.GUIDE, isWhole ? "whole" : "gaps"));
        for (var list : PublicList.values()) {
            if (list.holds(listed)) facets.add(facet(Side.LIST, list.key()));
        }
        return facets;
    }

    /** The key with which the place in lists ends. */
    static String keyIn(String order) {
        return order.substring(ORDER_DIGITS);
    }

    static String facet(Side side, String value) {
        return side.key() + ':' + value;
    }
}
