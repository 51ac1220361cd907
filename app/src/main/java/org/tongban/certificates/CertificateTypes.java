package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE_TYPE;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of certificates this place issues; a hundred or so, read one at a time. */
@Component
public class CertificateTypes {

    private final DSLContext db;

    CertificateTypes(DSLContext db) {
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

    /**
     * Takes over the types of a pack, in the caller's transaction or one of its own. Importing them
     * again changes nothing; types that the pack no longer names stay, because certificates refer
     * to them.
     *
     * @param types checked before
     */
    @Transactional
    public void importAll(Collection<CertificateType> types) {
        for (var type : types) {
            db.insertInto(CERTIFICATE_TYPE)
                    .set(CERTIFICATE_TYPE.TYPE_KEY, type.key())
                    .set(CERTIFICATE_TYPE.NAME, type.name())
                    .set(CERTIFICATE_TYPE.TYPE_CODE, type.typeCode())
                    .set(CERTIFICATE_TYPE.VALID_YEARS, type.validYears())
                    .set(CERTIFICATE_TYPE.DEFINITION, JSONB.valueOf(CertificateJson.write(type)))
                    .onConflict(CERTIFICATE_TYPE.TYPE_KEY)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }
}
