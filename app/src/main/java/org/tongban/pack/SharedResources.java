package org.tongban.pack;

import static org.tongban.schema.Tables.SHARED_RESOURCE;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of shared data, as packs name it. A resource that a pack no longer names stays. */
@Component
class SharedResources {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    SharedResources(DSLContext db) {
        this.db = db;
    }

    void put(PackContent.SharedResource resource) {
        db.insertInto(SHARED_RESOURCE)
                .set(SHARED_RESOURCE.RESOURCE_KEY, resource.key())
                .set(SHARED_RESOURCE.CODE, resource.code())
                .set(SHARED_RESOURCE.NAME, resource.name())
                .set(SHARED_RESOURCE.PROVIDER_KEY, resource.provider())
                .set(SHARED_RESOURCE.DEFINITION, JSONB.valueOf(MAPPER.writeValueAsString(resource)))
                .onConflict(SHARED_RESOURCE.RESOURCE_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** All resources by code. */
    List<PackContent.SharedResource> all() {
        return db.select(SHARED_RESOURCE.DEFINITION)
                .from(SHARED_RESOURCE)
                .orderBy(SHARED_RESOURCE.CODE)
                .fetch(
                        row ->
                                MAPPER.readValue(
                                        row.value1().data(), PackContent.SharedResource.class));
    }
}
