package org.tongban.casework;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongban.casework.engine.CasePolicy;
import org.tongban.casework.engine.SpecialProcedures;
import org.tongban.casework.notice.OfficeName;
import org.tongban.casework.notice.wording.PaperWords;
import org.tongban.directory.Directory;
import org.tongban.directory.LegalCalendar;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.web.TextBundles;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What casework takes from the directory: the place's settings, and how its offices sign. */
@Component
class PlaceOfWork implements PlaceSettings.Source, OfficeName.Source {

    /** Under this name the words of the papers stand beside the place's policies. */
    private static final String NOTICES = "notices";

    /** For a place that does not say what it calls soon. */
    private static final int SOON_DAYS = 2;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Directory directory;
    private final LegalCalendar calendar;
    private final ZoneId zone;
    private final PaperWords standardWords;

    /** Policies are read once for each directory that has been in force, not at every act. */
    private final Map<Place.Identity, Settled> settled = new ConcurrentHashMap<>();

    PlaceOfWork(Directory directory, LegalCalendar calendar, TextBundles bundles, Clock clock) {
        this.directory = directory;
        this.calendar = calendar;
        this.zone = clock.getZone();
        this.standardWords = PaperWords.standard(bundles);
    }

    @Override
    public PlaceSettings current() {
        var place =
                directory
                        .current()
                        .identity()
                        .orElseThrow(
                                () -> new IllegalStateException("no pack has been imported yet"));
        var read = settled.computeIfAbsent(place, this::read);
        return new PlaceSettings(
                place.region(),
                zone,
                calendar.of(place.region()),
                read.policy(),
                read.soonDays(),
                this::agencyOf,
                place.hotline(),
                read.reviewBody(),
                read.court(),
                read.paperWords());
    }

    @Override
    public OfficeName of(String agencyKey) {
        var agency =
                directory
                        .current()
                        .agency(agencyKey)
                        .orElseThrow(
                                () -> new IllegalStateException("no such agency: " + agencyKey));
        return new OfficeName(
                agency.name(), agency.noticeMark(), agency.phone(), agency.complaintPhone());
    }

    private Optional<String> agencyOf(String post) {
        return directory.current().post(post).flatMap(Post::agency);
    }

    private Settled read(Place.Identity place) {
        var tree = JSON.readTree(place.policies());
        var policies = tree.has("policies") ? tree.get("policies") : tree;
        var standard = CasePolicy.defaults();
        return new Settled(
                new CasePolicy(
                        policies.path("applicantCorrectionDays")
                                .asInt(standard.applicantCorrectionDays()),
                        policies.path("extensionMovesPromise")
                                .asBoolean(standard.extensionMovesPromise()),
                        policies.path("afterCheckDays").asInt(standard.afterCheckDays()),
                        policies.path("pleadingDays").asInt(standard.pleadingDays()),
                        procedures(policies)),
                policies.path("soonDays").asInt(SOON_DAYS),
                text(tree, "reviewBody", "上一级行政机关"),
                text(tree, "court", "有管辖权的人民法院"),
                standardWords.with(ownWords(tree)));
    }

    private static Map<String, Map<String, String>> ownWords(JsonNode tree) {
        return tree.has(NOTICES)
                ? JSON.convertValue(tree.get(NOTICES), new TypeReference<>() {})
                : Map.of();
    }

    private static SpecialProcedures procedures(JsonNode policies) {
        return SpecialProcedures.with(
                policies.path("procedures")
                        .valueStream()
                        .map(
                                one ->
                                        new SpecialProcedures.Kind(
                                                one.path("name").asString(),
                                                one.path("basis").asString(),
                                                one.path("stops").asBoolean(false)))
                        .toList());
    }

    private static String text(JsonNode tree, String key, String otherwise) {
        return tree.path("remedies").path(key).asString(otherwise);
    }

    /** What the pack settles. */
    private record Settled(
            CasePolicy policy,
            int soonDays,
            String reviewBody,
            String court,
            PaperWords paperWords) {}
}
