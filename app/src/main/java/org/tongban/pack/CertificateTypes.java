package org.tongban.pack;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;
import static org.tongban.schema.Tables.CERTIFICATE_TYPE_VERSION;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Types of certificates, as packs name them. A type that a pack no longer names stays; one that the
 * pack has not changed since its last import stays as it was designed meanwhile; every change is a
 * new version.
 */
@Component
class CertificateTypes {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;
    private final Clock clock;

    CertificateTypes(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A type as it is stored. */
    private record Stored(
            int version,
            PackContent.CertificateType type,
            Optional<PackContent.CertificateType> pack) {}

    void put(PackContent.CertificateType type) {
        var stored = stored(type.key());
        if (stored.flatMap(Stored::pack).filter(type::equals).isPresent()) return;
        var definition = JSONB.valueOf(MAPPER.writeValueAsString(type));
        var changes = stored.filter(one -> one.type().equals(type)).isEmpty();
        var version = stored.map(one -> one.version() + (changes ? 1 : 0)).orElse(1);
        db.insertInto(CERTIFICATE_TYPE)
                .set(CERTIFICATE_TYPE.TYPE_KEY, type.key())
                .set(CERTIFICATE_TYPE.NAME, type.name())
                .set(CERTIFICATE_TYPE.TYPE_CODE, type.typeCode())
                .set(CERTIFICATE_TYPE.VALID_YEARS, type.validYears())
                .set(CERTIFICATE_TYPE.DEFINITION, definition)
                .set(CERTIFICATE_TYPE.FROM_PACK, definition)
                .set(CERTIFICATE_TYPE.VERSION, version)
                .onConflict(CERTIFICATE_TYPE.TYPE_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        if (!changes) return;
        db.insertInto(CERTIFICATE_TYPE_VERSION)
                .set(CERTIFICATE_TYPE_VERSION.TYPE_KEY, type.key())
                .set(CERTIFICATE_TYPE_VERSION.VERSION, version)
                .set(CERTIFICATE_TYPE_VERSION.DEFINITION, definition)
                .set(
                        CERTIFICATE_TYPE_VERSION.PUBLISHED_AT,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .set(CERTIFICATE_TYPE_VERSION.PUBLISHED_BY, "")
                .set(CERTIFICATE_TYPE_VERSION.WHY, "")
                .execute();
    }

    private Optional<Stored> stored(String key) {
        return db.select(
                        CERTIFICATE_TYPE.VERSION,
                        CERTIFICATE_TYPE.DEFINITION,
                        CERTIFICATE_TYPE.FROM_PACK)
                .from(CERTIFICATE_TYPE)
                .where(CERTIFICATE_TYPE.TYPE_KEY.eq(key))
                .forUpdate()
                .fetchOptional(
                        row ->
                                new Stored(
                                        row.value1(),
                                        read(row.value2()),
                                        Optional.ofNullable(row.value3())
                                                .map(CertificateTypes::read)));
    }

    private static PackContent.CertificateType read(JSONB definition) {
        return MAPPER.readValue(definition.data(), PackContent.CertificateType.class);
    }

    /** All types by key. */
    List<PackContent.CertificateType> all() {
        return db.select(CERTIFICATE_TYPE.DEFINITION)
                .from(CERTIFICATE_TYPE)
                .orderBy(CERTIFICATE_TYPE.TYPE_CODE)
                .fetch(row -> read(row.value1()));
    }
}
