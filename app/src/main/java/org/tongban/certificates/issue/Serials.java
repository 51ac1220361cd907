package org.tongban.certificates.issue;

import static org.tongban.schema.Tables.RUNNING_NUMBER;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Running numbers of certificates, without gaps: taken one by one in the transaction that issues,
 * and given back with it when that fails. One node issues at a time, so nobody waits for the row.
 */
@Component
class Serials {

    private final DSLContext db;

    Serials(DSLContext db) {
        this.db = db;
    }

    /** The next number of a type in a year, from 1. */
    long next(String typeCode, int year) {
        var after =
                db.insertInto(RUNNING_NUMBER)
                        .set(RUNNING_NUMBER.SERIES, "certificate:" + typeCode + ":" + year)
                        .set(RUNNING_NUMBER.NEXT, 2L)
                        .onConflict(RUNNING_NUMBER.SERIES)
                        .doUpdate()
                        .set(RUNNING_NUMBER.NEXT, RUNNING_NUMBER.NEXT.plus(1L))
                        .returningResult(RUNNING_NUMBER.NEXT)
                        .fetchSingle(RUNNING_NUMBER.NEXT);
        return after - 1;
    }
}
