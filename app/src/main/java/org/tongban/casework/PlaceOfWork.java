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
import org.tongban.directory.Directory;
import org.tongban.directory.LegalCalendar;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What casework takes from the directory: the place's settings, and how its offices sign. */
@Component
class PlaceOfWork implements PlaceSettings.Source, OfficeName.Source {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Directory directory;
    private final LegalCalendar calendar;
    private final ZoneId zone;

    /** Policies are read once for each directory that has been in force, not at every act. */
    private final Map<Place.Identity, Settled> settled = new ConcurrentHashMap<>();

    PlaceOfWork(Directory directory, LegalCalendar calendar, Clock clock) {
        this.directory = directory;
        this.calendar = calendar;
        this.zone = clock.getZone();
    }

    @Override
    public PlaceSettings current() {
        var place =
                directory
                        .current()
                        .identity()
                        .orElseThrow(
                                () -> new IllegalStateException("no pack has been imported yet"));
        var read = settled.computeIfAbsent(place, PlaceOfWork::read);
        return new PlaceSettings(
                place.region(),
                zone,
                calendar.of(place.region()),
                read.policy(),
                this::agencyOf,
                place.hotline(),
                read.reviewBody(),
                read.court());
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

    private static Settled read(Place.Identity place) {
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
                text(tree, "reviewBody", "上一级行政机关"),
                text(tree, "court", "有管辖权的人民法院"));
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
    private record Settled(CasePolicy policy, String reviewBody, String court) {}
}
