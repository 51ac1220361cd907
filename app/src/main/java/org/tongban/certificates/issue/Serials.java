package org.tongban.certificates.issue;

import static org.tongban.schema.Sequences.CERTIFICATE_SERIAL;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Running numbers of certificates: unique and rising over all types, with gaps where issuing
 * failed. Nobody waits for anybody, however many are issued at the same time.
 */
@Component
class Serials {

    private final DSLContext db;

    Serials(DSLContext db) {
        this.db = db;
    }

    long next() {
        return db.nextval(CERTIFICATE_SERIAL);
    }
}
