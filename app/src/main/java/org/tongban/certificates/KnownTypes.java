package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;
import static org.tongban.schema.Tables.CERTIFICATE_TYPE_VERSION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The kinds of certificates this place issues, as its pack brought them or as they were designed
 * here. A change is in force after half a minute at the latest, on every node.
 */
@Component
public class KnownTypes {

    private static final Duration READ_AGAIN = Duration.ofSeconds(30);

    private static final int MOST = 1_000;

    private final DSLContext db;
    private final Cache<String, Versioned> types;

    /** A type as it is in force, with the number of its version. */
    public record Versioned(CertificateType type, int version) {}

    KnownTypes(DSLContext db) {
        this.db = db;
        this.types = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(READ_AGAIN).build();
    }

    /** What is missing is not remembered: a pack put right counts at once. */
    public Optional<CertificateType> find(String key) {
        return current(key).map(Versioned::type);
    }

    /** The type with its version, for what stays on it; see {@link #find(String)}. */
    public Optional<Versioned> current(String key) {
        return Optional.ofNullable(types.getIfPresent(key))
                .or(
                        () -> {
                            var read = read(key);
                            read.ifPresent(type -> types.put(key, type));
                            return read;
                        });
    }

    /** The type as it was in a version. */
    public Optional<CertificateType> find(String key, int version) {
        return db.select(CERTIFICATE_TYPE_VERSION.DEFINITION)
                .from(CERTIFICATE_TYPE_VERSION)
                .where(CERTIFICATE_TYPE_VERSION.TYPE_KEY.eq(key))
                .and(CERTIFICATE_TYPE_VERSION.VERSION.eq(version))
                .fetchOptional(row -> CertificateJson.readType(row.value1().data()));
    }

    /** This node sees a change at once. */
    public void changed(String key) {
        types.invalidate(key);
    }

    private Optional<Versioned> read(String key) {
        return db.select(CERTIFICATE_TYPE.DEFINITION, CERTIFICATE_TYPE.VERSION)
                .from(CERTIFICATE_TYPE)
                .where(CERTIFICATE_TYPE.TYPE_KEY.eq(key))
                .fetchOptional(
                        row ->
                                new Versioned(
                                        CertificateJson.readType(row.value1().data()),
                                        row.value2()));
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
