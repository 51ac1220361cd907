package org.tongban.pack;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Types of certificates, as packs name them. A type that a pack no longer names stays. */
@Component
class CertificateTypes {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    CertificateTypes(DSLContext db) {
        this.db = db;
    }

    void put(PackContent.CertificateType type) {
        db.insertInto(CERTIFICATE_TYPE)
                .set(CERTIFICATE_TYPE.TYPE_KEY, type.key())
                .set(CERTIFICATE_TYPE.NAME, type.name())
                .set(CERTIFICATE_TYPE.TYPE_CODE, type.typeCode())
                .set(CERTIFICATE_TYPE.VALID_YEARS, type.validYears())
                .set(CERTIFICATE_TYPE.DEFINITION, JSONB.valueOf(MAPPER.writeValueAsString(type)))
                .onConflict(CERTIFICATE_TYPE.TYPE_KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** All types by key. */
    List<PackContent.CertificateType> all() {
        return db.select(CERTIFICATE_TYPE.DEFINITION)
                .from(CERTIFICATE_TYPE)
                .orderBy(CERTIFICATE_TYPE.TYPE_CODE)
                .fetch(
                        row ->
                                MAPPER.readValue(
                                        row.value1().data(), PackContent.CertificateType.class));
    }
}
