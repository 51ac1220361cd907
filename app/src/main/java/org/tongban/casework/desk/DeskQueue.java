package org.tongban.casework.desk;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.codes.CaseNumber;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.crypto.LookupHash;
import org.tongban.web.Typed;

/** The lists of the desk: what waits for an answer or for hand-over, and what was looked for. */
@Component
class DeskQueue {

    static final int PAGE = 30;

    /** Where a page begins: behind this case. */
    record Key(LocalDate dueOn, UUID caseId) {}

    /** One case of a list. */
    record Entry(LocalDate dueOn, String applicantName, CaseFile file) {}

    private final DSLContext db;
    private final LookupHash lookup;

    DeskQueue(DSLContext db, LookupHash lookup) {
        this.db = db;
        this.lookup = lookup;
    }

    /**
     * Received and not yet answered, the first due first; one more than a page if there is more.
     */
    List<Entry> waiting(StaffPrincipal staff, Optional<Key> after) {
        return running("answer", staff, noCondition(), after);
    }

    /** Accepted while promised papers are still owed, the first due first. */
    List<Entry> owed(StaffPrincipal staff, Optional<Key> after) {
        return running("supplement", staff, noCondition(), after);
    }

    /** Decided and to be handed over at the window, the first due first. */
    List<Entry> toDeliver(StaffPrincipal staff, Optional<Key> after) {
        var atWindow = condition("{0} ->> 'delivery' = {1}", CASE_FILE.PROGRESS, inline("WINDOW"));
        return running("delivery", staff, atWindow, after);
    }

    /**
     * Finds cases in the reader's scope by case number, by the number of the applicant, or by the
     * exact name among those in which a term still runs.
     */
    List<Entry> find(StaffPrincipal staff, String typed) {
        var words = Typed.tidy(typed);
        if (words.isEmpty()) return List.of();
        var caseNo = CaseNumber.read(words).value().map(CaseNumber::value);
        if (caseNo.isPresent()) return cases(staff, CASE_FILE.CASE_NO.eq(caseNo.get()));
        var number =
                CitizenId.read(words)
                        .value()
                        .map(CitizenId::value)
                        .or(() -> CreditCode.read(words).value().map(CreditCode::value));
        return number.isPresent()
                ? cases(
                        staff,
                        CASE_FILE.APPLICANT_HASH.eq(lookup.of(number.get(), Casework.APPLICANT)))
                : named(staff, words);
    }

    private List<Entry> cases(StaffPrincipal staff, Condition which) {
        return db.select(CASE_FILE.RECEIVED_ON, CASE_FILE.APPLICANT_NAME, CASE_FILE.PROGRESS)
                .from(CASE_FILE)
                .where(which)
                .and(reach(staff))
                .orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.CASE_ID)
                .limit(PAGE)
                .fetch(DeskQueue::entry);
    }

    private List<Entry> named(StaffPrincipal staff, String name) {
        // With a limit: looked up for each case of that name, not read for all cases that run.
        var open =
                field(
                        select(CASE_CLOCK.CLOCK_NO)
                                .from(CASE_CLOCK)
                                .where(CASE_CLOCK.CASE_ID.eq(CASE_FILE.CASE_ID))
                                .and(CASE_CLOCK.STATE.eq(inline("running")))
                                .limit(1));
        return cases(staff, CASE_FILE.APPLICANT_NAME.eq(name).and(open.isNotNull()));
    }

    private List<Entry> running(
            String kind, StaffPrincipal staff, Condition which, Optional<Key> after) {
        return db.select(CASE_CLOCK.DUE_ON, CASE_FILE.APPLICANT_NAME, CASE_FILE.PROGRESS)
                .from(CASE_CLOCK)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(CASE_CLOCK.CASE_ID))
                .where(CASE_CLOCK.KIND.eq(inline(kind)))
                .and(CASE_CLOCK.STATE.eq(inline("running")))
                .and(reach(staff))
                .and(which)
                .and(after.map(DeskQueue::behind).orElse(noCondition()))
                .orderBy(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID)
                .limit(PAGE + 1)
                .fetch(DeskQueue::entry);
    }

    /** Cases of the agencies within reach, and those that they took in themselves. */
    private static Condition reach(StaffPrincipal staff) {
        if (staff.wholeRegion()) return noCondition();
        var own =
                exists(
                        selectOne()
                                .from(CASE_EVENT)
                                .where(CASE_EVENT.CASE_ID.eq(CASE_FILE.CASE_ID))
                                .and(CASE_EVENT.SEQ.eq(1))
                                .and(CASE_EVENT.ACTOR_ID.eq(staff.staffId().toString())));
        return staff.agencies().isEmpty() ? own : CASE_FILE.AGENCY_KEY.in(staff.agencies()).or(own);
    }

    private static Condition behind(Key key) {
        return row(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID).gt(key.dueOn(), key.caseId());
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(0, LocalDate.class),
                row.get(CASE_FILE.APPLICANT_NAME),
                CaseJson.readFile(row.get(CASE_FILE.PROGRESS).data()));
    }
}
