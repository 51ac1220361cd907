package org.tongban.casework.checks;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_FILE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ClockKind;
import org.tongban.casework.ledger.CaseJson;

/**
 * Decided cases that are not over for the office: grants on an applicant's word whose check, or
 * whose hearing of the person, is owed, and objections that wait for their answer.
 */
@Component
class OpenChecks {

    static final int PAGE = 30;

    /** Where a page begins: behind this clock. */
    record Key(LocalDate dueOn, UUID caseId, int clockNo) {

        private static final int PARTS = 3;

        String written() {
            return dueOn + "_" + caseId + "_" + clockNo;
        }

        /** As it was written into an address; one that nobody here wrote begins at the front. */
        static Optional<Key> read(String text) {
            var parts = text.split("_", -1);
            if (parts.length != PARTS) return Optional.empty();
            try {
                return Optional.of(
                        new Key(
                                LocalDate.parse(parts[0]),
                                UUID.fromString(parts[1]),
                                Integer.parseInt(parts[2])));
            } catch (DateTimeException | IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    /** One clock with its case. */
    record Waiting(
            LocalDate dueOn, int clockNo, ClockKind kind, String applicantName, CaseFile file) {

        /** Where the page behind this one begins. */
        Key key() {
            return new Key(dueOn, file.caseId(), clockNo);
        }
    }

    private final DSLContext db;

    OpenChecks(DSLContext db) {
        this.db = db;
    }

    /** A page of the reader's agencies, the first due first; one more if there is more. */
    List<Waiting> page(StaffPrincipal staff, Optional<Key> after) {
        return db.select(
                        CASE_CLOCK.DUE_ON,
                        CASE_CLOCK.CLOCK_NO,
                        CASE_CLOCK.KIND,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.PROGRESS)
                .from(CASE_CLOCK)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(CASE_CLOCK.CASE_ID))
                .where(CASE_CLOCK.STATE.eq(inline("running")))
                .and(
                        CASE_CLOCK.KIND.in(
                                inline("after_check"), inline("pleading"), inline("objection")))
                .and(
                        staff.wholeRegion()
                                ? noCondition()
                                : CASE_CLOCK.AGENCY_KEY.in(staff.agencies()))
                .and(
                        after.map(
                                        key ->
                                                row(
                                                                CASE_CLOCK.DUE_ON,
                                                                CASE_CLOCK.CASE_ID,
                                                                CASE_CLOCK.CLOCK_NO)
                                                        .gt(
                                                                key.dueOn(),
                                                                key.caseId(),
                                                                key.clockNo()))
                                .orElse(noCondition()))
                .orderBy(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK_NO)
                .limit(PAGE + 1)
                .fetch(
                        row ->
                                new Waiting(
                                        row.value1(),
                                        row.value2(),
                                        ClockKind.valueOf(row.value3().toUpperCase(Locale.ROOT)),
                                        row.value4(),
                                        CaseJson.readFile(row.value5().data())));
    }
}
