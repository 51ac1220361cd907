package org.tongban.casework.takeover;

import static org.jooq.impl.DSL.noCondition;
import static org.tongban.schema.Tables.CASE_FILE;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The cases of an item that an agency has not decided yet, by the index of items. */
@Component
class CasesThatRun {

    static final int BATCH = 200;

    private final DSLContext db;

    CasesThatRun(DSLContext db) {
        this.db = db;
    }

    /** Enough to move one, and to go on behind it. */
    record Running(UUID caseId, OffsetDateTime submittedAt, int itemVersion) {}

    /** One batch, the latest first. */
    List<Running> of(String itemKey, String agency, Optional<Running> after) {
        return db.select(CASE_FILE.CASE_ID, CASE_FILE.SUBMITTED_AT, CASE_FILE.ITEM_VERSION)
                .from(CASE_FILE)
                .where(CASE_FILE.ITEM_KEY.eq(itemKey))
                .and(CASE_FILE.AGENCY_KEY.eq(agency))
                .and(
                        CASE_FILE.STATE.in(
                                "received", "correcting", "reviewing", "forwarded", "prepared"))
                .and(after.map(CasesThatRun::behind).orElse(noCondition()))
                .orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.CASE_ID)
                .limit(BATCH)
                .fetch(found -> new Running(found.value1(), found.value2(), found.value3()));
    }

    private static Condition behind(Running last) {
        return CASE_FILE
                .SUBMITTED_AT
                .lt(last.submittedAt())
                .or(
                        CASE_FILE
                                .SUBMITTED_AT
                                .eq(last.submittedAt())
                                .and(CASE_FILE.CASE_ID.gt(last.caseId())));
    }
}
