package org.tongban.casework.todo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.unnest;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_FILE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ClockKind;
import org.tongban.casework.ledger.CaseJson;

/**
 * Running clocks of the offices whose last day has passed or comes soon. The applicant's own time
 * to correct is not among them: nobody in an office is late with it.
 */
@Component
class DueClocks {

    static final int PAGE = 30;

    /** For each agency; beyond it a row says "99+". */
    static final int MOST_COUNTED = 99;

    private static final List<String> OF_OFFICES = ClockKind.ofOffices();

    /** Which clocks a page shows. */
    enum Which {
        /** Past their last day, or soon at it. */
        DUE,
        LATE,
        SOON,
        /** Standing still. */
        STOPPED
    }

    private static final Field<LocalDate> ORDER = field(name("ordered_by"), LocalDate.class);
    private static final Field<String> OFFICE = field(name("office_key"), String.class);

    /** One clock with its case; {@code dueOn} is the day it began where it stands still. */
    record Due(
            LocalDate dueOn,
            UUID caseId,
            int clockNo,
            ClockKind kind,
            String agency,
            String applicantName,
            CaseFile file) {

        String key() {
            return PageKey.write(dueOn, caseId, clockNo);
        }
    }

    /** How many clocks of an agency have run out, and how many soon will. */
    record Counts(int late, int soon) {}

    private final DSLContext db;

    DueClocks(DSLContext db) {
        this.db = db;
    }

    /**
     * A page of clocks, the first due first, those that stand still by the day they began; one more
     * if there is more.
     *
     * @param agencies whose clocks
     */
    List<Due> page(
            Which which, Worklist.Days days, List<String> agencies, Optional<PageKey> after) {
        if (agencies.isEmpty()) return List.of();
        var first = firstOf(which, days, agencies, after).asTable("due");
        var dueOn = first.field(ORDER);
        var caseId = first.field(CASE_CLOCK.CASE_ID);
        var clockNo = first.field(CASE_CLOCK.CLOCK_NO);
        return db.select(
                        dueOn,
                        caseId,
                        clockNo,
                        first.field(CASE_CLOCK.KIND),
                        first.field(CASE_CLOCK.AGENCY_KEY),
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.PROGRESS)
                .from(first)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(caseId))
                .orderBy(dueOn, caseId, clockNo)
                .fetch(
                        row ->
                                new Due(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        ClockKind.valueOf(
                                                row.value4().toUpperCase(java.util.Locale.ROOT)),
                                        row.value5(),
                                        row.value6(),
                                        CaseJson.readFile(row.value7().data())));
    }

    /**
     * Each agency is read by its own scan of {@code case_clock_of_agency}, which has the order
     * already; asked for all at once the database reads and sorts everything that is due.
     */
    private Select<?> firstOf(
            Which which, Worklist.Days days, List<String> agencies, Optional<PageKey> after) {
        var by = which == Which.STOPPED ? CASE_CLOCK.STARTED_ON : CASE_CLOCK.DUE_ON;
        var office = offices(agencies);
        var ofOffice =
                select(
                                by.as(ORDER),
                                CASE_CLOCK.CASE_ID,
                                CASE_CLOCK.CLOCK_NO,
                                CASE_CLOCK.KIND,
                                CASE_CLOCK.AGENCY_KEY)
                        .from(CASE_CLOCK)
                        .where(CASE_CLOCK.AGENCY_KEY.eq(office.field(OFFICE)))
                        .and(condition(which, days))
                        .and(CASE_CLOCK.KIND.in(OF_OFFICES))
                        .and(after.map(key -> behind(by, key)).orElse(noCondition()))
                        .orderBy(by, CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK_NO)
                        .limit(PAGE + 1)
                        .asTable("of_office");
        return select(ofOffice.fields())
                .from(office)
                .crossJoin(lateral(ofOffice))
                .orderBy(
                        ofOffice.field(ORDER),
                        ofOffice.field(CASE_CLOCK.CASE_ID),
                        ofOffice.field(CASE_CLOCK.CLOCK_NO))
                .limit(PAGE + 1);
    }

    private static Table<?> offices(List<String> agencies) {
        return unnest(agencies.toArray(String[]::new))
                .as(name("office"), OFFICE.getUnqualifiedName());
    }

    private static Condition condition(Which which, Worklist.Days days) {
        var running = CASE_CLOCK.STATE.eq(inline("running"));
        return switch (which) {
            case DUE -> running.and(CASE_CLOCK.DUE_ON.le(days.soonUntil()));
            case LATE -> running.and(CASE_CLOCK.DUE_ON.lt(days.today()));
            case SOON -> running.and(CASE_CLOCK.DUE_ON.between(days.today(), days.soonUntil()));
            case STOPPED -> CASE_CLOCK.STATE.eq(inline("stopped"));
        };
    }

    /**
     * Late and soon by agency, in the order given, without agencies where nothing waits. One
     * statement; each figure stops at the limit, so the work is bounded by the number of agencies.
     */
    Map<String, Counts> counts(List<String> agencies, LocalDate today, LocalDate soonUntil) {
        if (agencies.isEmpty()) return Map.of();
        var office = offices(agencies);
        var of = office.field(OFFICE);
        var late = count(of, CASE_CLOCK.DUE_ON.lt(today));
        var soon = count(of, CASE_CLOCK.DUE_ON.between(today, soonUntil));
        var found =
                db.select(of, late, soon)
                        .from(office)
                        .fetchMap(of, row -> new Counts(row.value2(), row.value3()));
        var counts = new LinkedHashMap<String, Counts>();
        for (var agency : agencies) {
            var both = found.get(agency);
            if (both != null && both.late() + both.soon() > 0) counts.put(agency, both);
        }
        return counts;
    }

    private static Field<Integer> count(Field<String> agency, Condition days) {
        var some =
                select(inline(1).as("one"))
                        .from(CASE_CLOCK)
                        .where(CASE_CLOCK.AGENCY_KEY.eq(agency))
                        .and(CASE_CLOCK.STATE.eq(inline("running")))
                        .and(CASE_CLOCK.KIND.in(OF_OFFICES))
                        .and(days)
                        .limit(MOST_COUNTED + 1)
                        .asTable("some");
        return field(selectCount().from(some));
    }

    private static Condition behind(Field<LocalDate> by, PageKey key) {
        return row(by, CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK_NO)
                .gt(key.day(), key.caseId(), key.no());
    }
}
