package org.tongban.sharing.figures;

import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_MATERIAL;
import static org.tongban.schema.Tables.CERTIFICATE_USE;
import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.SHARED_USE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.Source;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;

/**
 * In how many applications of an office each material was fetched, and in how many it was brought,
 * over the last {@value #DAYS} days. Counts files: an original that only lay on the desk of a
 * window left none.
 */
@Component
@LegalBasis("practice/sharing/counted")
class CountedMaterials {

    static final int DAYS = 90;

    /** Materials of all items of one office; the largest in the pack has a tenth of it. */
    private static final int MOST = 5_000;

    private final DSLContext db;
    private final Catalogue catalogue;
    private final Resources resources;
    private final Clock clock;

    CountedMaterials(DSLContext db, Catalogue catalogue, Resources resources, Clock clock) {
        this.db = db;
        this.catalogue = catalogue;
        this.resources = resources;
        this.clock = clock;
    }

    /**
     * One material of an item.
     *
     * @param fetched in how many applications nobody had to bring it
     * @param brought in how many somebody did
     * @param way how asking for it would end
     */
    record Line(String item, String itemName, String material, int fetched, int brought, Way way) {}

    /** How asking for a material would end. */
    sealed interface Way {

        /**
         * It is fetched wherever it is known; who brought it was not in the library or register.
         */
        record Fetched(Optional<Resource> resource) implements Way {}

        /** A resource of the catalogue says the same, and nobody has tied the material to it. */
        record Could(Resource resource) implements Way {}

        /** An office issued it, and the catalogue has no resource for it. */
        record NoResource() implements Way {}
    }

    /** Counted files of a material, and how many of their cases had it fetched. */
    private record Count(int cases, int fetched) {}

    /** What is or could be fetched, the most often brought first. */
    List<Line> of(String agency) {
        var counts = counts(agency);
        var lines = new ArrayList<Line>();
        for (var key : items(agency)) {
            catalogue
                    .current(key)
                    .ifPresent(
                            item ->
                                    add(
                                            item.definition(),
                                            counts.getOrDefault(key, Map.of()),
                                            lines));
        }
        lines.sort(
                Comparator.comparingInt(Line::brought).thenComparingInt(Line::fetched).reversed());
        return lines;
    }

    private void add(ItemDefinition item, Map<String, Count> counts, List<Line> lines) {
        for (var material : item.materials()) {
            var count = counts.getOrDefault(material.key(), new Count(0, 0));
            way(material)
                    .filter(_ -> count.cases() > 0 || material.fetch() != null)
                    .ifPresent(
                            way ->
                                    lines.add(
                                            new Line(
                                                    item.key(),
                                                    item.name(),
                                                    material.name(),
                                                    count.fetched(),
                                                    count.cases() - count.fetched(),
                                                    way)));
        }
    }

    /** Empty where it can only come from the applicant. */
    private Optional<Way> way(Material material) {
        var fetch = material.fetch();
        if (fetch != null) {
            return Optional.of(new Way.Fetched(standing(fetch.certificate())));
        }
        var could =
                resources.all().stream()
                        .filter(one -> one.endsAsking().contains(material.name()))
                        .findFirst();
        return could.isPresent()
                ? could.map(Way.Could::new)
                : material.source() == Source.AGENCY
                        ? Optional.of(new Way.NoResource())
                        : Optional.empty();
    }

    private Optional<Resource> standing(@Nullable String certificate) {
        return resources.all().stream()
                .filter(one -> one.standsFor() != null && one.standsFor().equals(certificate))
                .findFirst();
    }

    private List<String> items(String agency) {
        return db.select(ITEM.ITEM_KEY)
                .from(ITEM)
                .where(ITEM.AGENCY_KEY.eq(agency))
                .and(ITEM.STATE.eq("in_use"))
                .orderBy(ITEM.PLACE_IN_LIST, ITEM.ITEM_KEY)
                .limit(MOST)
                .fetch(ITEM.ITEM_KEY);
    }

    private Map<String, Map<String, Count>> counts(String agency) {
        var since =
                OffsetDateTime.ofInstant(
                        clock.instant().minus(Duration.ofDays(DAYS)), ZoneOffset.UTC);
        var cases = DSL.countDistinct(CASE_FILE.CASE_ID);
        var fetched =
                DSL.countDistinct(CASE_FILE.CASE_ID)
                        .filterWhere(
                                CERTIFICATE_USE
                                        .USE_ID
                                        .isNotNull()
                                        .or(SHARED_USE.USE_ID.isNotNull()));
        var counts = new HashMap<String, Map<String, Count>>();
        db.select(CASE_FILE.ITEM_KEY, CASE_MATERIAL.MATERIAL_KEY, cases, fetched)
                .from(CASE_FILE)
                .join(CASE_MATERIAL)
                .on(CASE_MATERIAL.CASE_ID.eq(CASE_FILE.CASE_ID))
                .leftJoin(CERTIFICATE_USE)
                .on(CERTIFICATE_USE.CASE_ID.eq(CASE_FILE.CASE_ID))
                .and(CERTIFICATE_USE.MATERIAL_KEY.eq(CASE_MATERIAL.MATERIAL_KEY))
                .leftJoin(SHARED_USE)
                .on(SHARED_USE.CASE_ID.eq(CASE_FILE.CASE_ID))
                .and(SHARED_USE.MATERIAL_KEY.eq(CASE_MATERIAL.MATERIAL_KEY))
                .and(SHARED_USE.WAY.eq("fetched"))
                .where(
                        CASE_FILE.ITEM_KEY.in(
                                DSL.select(ITEM.ITEM_KEY)
                                        .from(ITEM)
                                        .where(ITEM.AGENCY_KEY.eq(agency))))
                .and(CASE_FILE.SUBMITTED_AT.ge(since))
                .groupBy(CASE_FILE.ITEM_KEY, CASE_MATERIAL.MATERIAL_KEY)
                .limit(MOST)
                .forEach(
                        row ->
                                counts.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                                        .put(row.value2(), new Count(row.value3(), row.value4())));
        return counts;
    }
}
