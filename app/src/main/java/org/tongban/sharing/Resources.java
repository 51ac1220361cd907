package org.tongban.sharing;

import static org.tongban.schema.Tables.SHARED_RESOURCE;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of what offices share, as the pack brought it. A change is in force after half a
 * minute at the latest, on every node.
 */
@Component
public class Resources {

    /** No county lists a tenth of them. */
    private static final int MOST = 5_000;

    private static final Duration READ_AGAIN = Duration.ofSeconds(30);
    private static final String ALL = "all";

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    // A definition of a newer node may say more.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final DSLContext db;
    private final LoadingCache<String, List<Resource>> known;

    Resources(DSLContext db) {
        this.db = db;
        this.known =
                Caffeine.newBuilder()
                        .expireAfterWrite(READ_AGAIN)
                        .maximumSize(1)
                        .build(_ -> read());
    }

    /** All of them, by code. */
    public List<Resource> all() {
        var all = known.get(ALL);
        // A house into which no pack has been imported yet asks again at once.
        if (all.isEmpty()) known.invalidate(ALL);
        return all;
    }

    public Optional<Resource> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The connected one that stands for a type of certificate. */
    public Optional<Resource> standingFor(String certificateType, boolean person) {
        var other = person ? Resource.Subject.FIRM : Resource.Subject.PERSON;
        return all().stream()
                .filter(one -> certificateType.equals(one.standsFor()))
                .filter(one -> one.connection().isPresent())
                .filter(one -> one.subject() != other)
                .findFirst();
    }

    /** The connected one that says who the parents and guardians of a child are. */
    public Optional<Resource> ofGuardians() {
        return all().stream()
                .filter(one -> one.connection().isPresent() && one.saysGuardians())
                .findFirst();
    }

    private List<Resource> read() {
        return db.select(SHARED_RESOURCE.DEFINITION)
                .from(SHARED_RESOURCE)
                .orderBy(SHARED_RESOURCE.CODE)
                .limit(MOST)
                .fetch(row -> MAPPER.readValue(row.value1().data(), Resource.class));
    }
}
