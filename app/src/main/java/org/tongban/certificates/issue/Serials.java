package org.tongban.certificates.issue;

import static org.tongban.schema.Sequences.CERTIFICATE_SERIAL;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Running numbers of certificates: unique over all types, rising on each node, with gaps where
 * issuing failed or a node ended. A node takes them from the sequence in blocks, so that most
 * certificates cost no statement for theirs and nobody waits for anybody.
 */
@Component
public class Serials {

    /** The sequence's increment. */
    static final int BLOCK = 20;

    private final DSLContext db;
    private long next;
    private long end;

    Serials(DSLContext db) {
        this.db = db;
    }

    /** The next number. */
    public synchronized long next() {
        if (next == end) {
            next = db.nextval(CERTIFICATE_SERIAL);
            end = next + BLOCK;
        }
        return next++;
    }
}
