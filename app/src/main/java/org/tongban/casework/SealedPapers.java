package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_NOTICE_DOCUMENT;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether a sealed file is a paper that this house issued, told by the file's hash. */
@Component
public class SealedPapers {

    private final DSLContext db;

    SealedPapers(DSLContext db) {
        this.db = db;
    }

    public boolean issued(String sm3) {
        return db.fetchExists(CASE_NOTICE_DOCUMENT, CASE_NOTICE_DOCUMENT.SM3.eq(sm3));
    }
}
