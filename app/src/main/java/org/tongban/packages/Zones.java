package org.tongban.packages;

import static org.tongban.schema.Tables.SERVICE_ZONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The zones of the place, as its pack composes them. */
@Component
public class Zones {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A page of more zones than this helps nobody. */
    private static final int MOST = 50;

    private final DSLContext db;

    Zones(DSLContext db) {
        this.db = db;
    }

    /** All, in the place's order. */
    public List<ServiceZone> all() {
        return db.select(SERVICE_ZONE.DEFINITION)
                .from(SERVICE_ZONE)
                .orderBy(SERVICE_ZONE.PLACE_IN_LIST, SERVICE_ZONE.ZONE_KEY)
                .limit(MOST)
                .fetch(row -> read(row.value1()));
    }

    /** All as the pack writes them. */
    public List<Map<String, Object>> trees() {
        return all().stream().map(Zones::stored).toList();
    }

    /** One of them. */
    public Optional<ServiceZone> find(String key) {
        return db.select(SERVICE_ZONE.DEFINITION)
                .from(SERVICE_ZONE)
                .where(SERVICE_ZONE.ZONE_KEY.eq(key))
                .fetchOptional(row -> read(row.value1()));
    }

    /** Puts these in place of what was there. Runs within the caller's transaction. */
    public void replaceWith(List<ServiceZone> zones) {
        db.deleteFrom(SERVICE_ZONE).execute();
        for (var place = 0; place < zones.size(); place++) {
            db.insertInto(SERVICE_ZONE)
                    .set(SERVICE_ZONE.ZONE_KEY, zones.get(place).key())
                    .set(SERVICE_ZONE.PLACE_IN_LIST, place + 1)
                    .set(
                            SERVICE_ZONE.DEFINITION,
                            JSONB.valueOf(JSON.writeValueAsString(stored(zones.get(place)))))
                    .execute();
        }
    }

    /** What is written; the helpers that look like properties are not. */
    private static Map<String, Object> stored(ServiceZone zone) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("key", zone.key());
        tree.put("name", zone.name());
        tree.put("summary", zone.summary());
        tree.put("note", zone.note());
        tree.put(
                "sections",
                zone.sections().stream()
                        .map(
                                section -> {
                                    var part = new LinkedHashMap<String, Object>();
                                    part.put("title", section.title());
                                    part.put("text", section.text());
                                    part.put("packages", section.packages());
                                    part.put("items", section.items());
                                    return part;
                                })
                        .toList());
        return tree;
    }

    private static ServiceZone read(JSONB stored) {
        return JSON.readValue(stored.data(), ServiceZone.class);
    }
}
