package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The kinds of certificates this place issues, as its pack brought them; read one at a time. */
@Component
public class KnownTypes {

    private final DSLContext db;

    KnownTypes(DSLContext db) {
        this.db = db;
    }

    public Optional<CertificateType> find(String key) {
        return db.select(CERTIFICATE_TYPE.DEFINITION)
                .from(CERTIFICATE_TYPE)
                .where(CERTIFICATE_TYPE.TYPE_KEY.eq(key))
                .fetchOptional(CERTIFICATE_TYPE.DEFINITION)
                .map(definition -> CertificateJson.readType(definition.data()));
    }

    /** The names of all types by key. */
    public Map<String, String> names() {
        return db.select(CERTIFICATE_TYPE.TYPE_KEY, CERTIFICATE_TYPE.NAME)
                .from(CERTIFICATE_TYPE)
                .fetchMap(CERTIFICATE_TYPE.TYPE_KEY, CERTIFICATE_TYPE.NAME);
    }
}
