package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The kinds of certificates this place issues, as its pack brought them. A change is in force after
 * half a minute at the latest, on every node.
 */
@Component
public class KnownTypes {

    private static final Duration READ_AGAIN = Duration.ofSeconds(30);

    private static final int MOST = 1_000;

    private final DSLContext db;
    private final Cache<String, CertificateType> types;

    KnownTypes(DSLContext db) {
        this.db = db;
        this.types = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(READ_AGAIN).build();
    }

    /** What is missing is not remembered: a pack put right counts at once. */
    public Optional<CertificateType> find(String key) {
        return Optional.ofNullable(types.getIfPresent(key))
                .or(
                        () -> {
                            var read = read(key);
                            read.ifPresent(type -> types.put(key, type));
                            return read;
                        });
    }

    private Optional<CertificateType> read(String key) {
        return db.select(CERTIFICATE_TYPE.DEFINITION)
                .from(CERTIFICATE_TYPE)
                .where(CERTIFICATE_TYPE.TYPE_KEY.eq(key))
                .fetchOptional(CERTIFICATE_TYPE.DEFINITION)
                .map(definition -> CertificateJson.readType(definition.data()));
    }

    /** All types, by name. */
    public List<CertificateType> all() {
        return db.select(CERTIFICATE_TYPE.DEFINITION)
                .from(CERTIFICATE_TYPE)
                .orderBy(CERTIFICATE_TYPE.NAME, CERTIFICATE_TYPE.TYPE_KEY)
                .limit(MOST)
                .fetch(row -> CertificateJson.readType(row.value1().data()));
    }

    /** The names of all types by key. */
    public Map<String, String> names() {
        return db.select(CERTIFICATE_TYPE.TYPE_KEY, CERTIFICATE_TYPE.NAME)
                .from(CERTIFICATE_TYPE)
                .fetchMap(CERTIFICATE_TYPE.TYPE_KEY, CERTIFICATE_TYPE.NAME);
    }
}
