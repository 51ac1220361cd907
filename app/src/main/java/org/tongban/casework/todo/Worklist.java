package org.tongban.casework.todo;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ledger.CaseJson;

/**
 * The open tasks of some posts by the day on which the step is due, and what somebody has finished.
 * Each post is read by its own scan of {@code case_task_todo}, which already has the order; the
 * scans are merged. Reads one row more than a page, which tells whether there is another.
 */
@Component
class Worklist {

    static final int PAGE = 30;

    /** A page says "99+" beyond this. */
    static final int MOST_COUNTED = 99;

    /** Which open tasks are asked for. */
    enum Filter {
        ALL,
        LATE,
        SOON,
        STOPPED
    }

    /** Where a page begins: behind this task. */
    record Key(LocalDate dueOn, UUID caseId, int taskNo) {}

    /** One open task with its case. */
    record Task(Key key, String stepName, String applicantName, CaseFile file) {}

    /** One task that somebody has finished. */
    record Finished(
            UUID caseId,
            int taskNo,
            Instant at,
            String stepName,
            String applicantName,
            CaseFile file) {

        String key() {
            return PageKey.write(at, caseId, taskNo);
        }
    }

    /**
     * What the filters mean today.
     *
     * @param soonUntil the last day that is called soon
     */
    record Days(LocalDate today, LocalDate soonUntil) {}

    private final DSLContext db;

    Worklist(DSLContext db) {
        this.db = db;
    }

    /** A page of open tasks, the first due first; one more than a page if there is more. */
    List<Task> open(Collection<String> posts, Filter filter, Days days, Optional<Key> after) {
        if (posts.isEmpty()) return List.of();
        var keys = keys(posts, condition(filter, days), after, PAGE + 1).asTable("todo");
        var dueOn = keys.field(CASE_TASK.DUE_ON);
        var caseId = keys.field(CASE_TASK.CASE_ID);
        var taskNo = keys.field(CASE_TASK.TASK_NO);
        return db.select(
                        dueOn,
                        caseId,
                        taskNo,
                        keys.field(CASE_TASK.STEP_NAME),
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.PROGRESS)
                .from(keys)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(caseId))
                .orderBy(dueOn, caseId, taskNo)
                .limit(PAGE + 1)
                .fetch(
                        row ->
                                new Task(
                                        new Key(row.value1(), row.value2(), row.value3()),
                                        row.value4(),
                                        row.value5(),
                                        CaseJson.readFile(row.value6().data())));
    }

    /** How many there are, up to one more than a page says in figures. */
    int count(Collection<String> posts, Filter filter, Days days) {
        if (posts.isEmpty()) return 0;
        var found = keys(posts, condition(filter, days), Optional.empty(), MOST_COUNTED + 1);
        return db.fetchCount(db.selectOne().from(found.asTable("found")).limit(MOST_COUNTED + 1));
    }

    /** The statement of {@link #open}, for looking at its plan. */
    Select<? extends Record> keys(Collection<String> posts, Optional<Key> after) {
        return keys(posts, noCondition(), after, PAGE + 1);
    }

    private Select<Record4<LocalDate, UUID, Integer, String>> keys(
            Collection<String> posts, Condition which, Optional<Key> after, int most) {
        return posts.stream()
                .sorted()
                .map(post -> db.selectFrom(ofPost(post, which, after, most)))
                .<Select<Record4<LocalDate, UUID, Integer, String>>>map(each -> each)
                .reduce(Select::unionAll)
                .orElseThrow();
    }

    private Table<Record4<LocalDate, UUID, Integer, String>> ofPost(
            String post, Condition which, Optional<Key> after, int most) {
        return db.select(
                        CASE_TASK.DUE_ON, CASE_TASK.CASE_ID, CASE_TASK.TASK_NO, CASE_TASK.STEP_NAME)
                .from(CASE_TASK)
                .where(CASE_TASK.POST_KEY.eq(post))
                .and(CASE_TASK.STATE.eq(inline("open")))
                .and(which)
                .and(
                        after.map(
                                        key ->
                                                row(
                                                                CASE_TASK.DUE_ON,
                                                                CASE_TASK.CASE_ID,
                                                                CASE_TASK.TASK_NO)
                                                        .gt(
                                                                key.dueOn(),
                                                                key.caseId(),
                                                                key.taskNo()))
                                .orElse(noCondition()))
                .orderBy(CASE_TASK.DUE_ON, CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                .limit(most)
                .asTable("of_post");
    }

    /** A step whose case stands still is neither late nor soon. */
    private static Condition condition(Filter filter, Days days) {
        var stopped =
                selectOne()
                        .from(CASE_CLOCK)
                        .where(CASE_CLOCK.CASE_ID.eq(CASE_TASK.CASE_ID))
                        .and(CASE_CLOCK.STATE.eq(inline("stopped")));
        return switch (filter) {
            case ALL -> noCondition();
            case LATE -> CASE_TASK.DUE_ON.lt(days.today()).and(notExists(stopped));
            case SOON ->
                    CASE_TASK
                            .DUE_ON
                            .between(days.today(), days.soonUntil())
                            .and(notExists(stopped));
            case STOPPED -> exists(stopped);
        };
    }

    /**
     * What a member of staff has finished, the latest first. Tasks name who did them as people read
     * it; two of the same name are told apart by the line of the act, which was written in the same
     * moment.
     */
    List<Finished> finished(UUID staffId, String name, Optional<PageKey> after) {
        return db.select(
                        CASE_TASK.CASE_ID,
                        CASE_TASK.TASK_NO,
                        CASE_TASK.CLOSED_AT,
                        CASE_TASK.STEP_NAME,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.PROGRESS)
                .from(CASE_TASK)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(CASE_TASK.CASE_ID))
                .where(CASE_TASK.DONE_BY.eq(name))
                .and(CASE_TASK.STATE.eq(inline("done")))
                .and(actor().eq(staffId.toString()))
                .and(after.map(Worklist::before).orElse(noCondition()))
                .orderBy(CASE_TASK.CLOSED_AT.desc(), CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                .limit(PAGE + 1)
                .fetch(
                        row ->
                                new Finished(
                                        row.value1(),
                                        row.value2(),
                                        row.value3().toInstant(),
                                        row.value4(),
                                        row.value5(),
                                        CaseJson.readFile(row.value6().data())));
    }

    /**
     * Who did the task. Asked with a limit, so that the database looks it up for each row of the
     * page; without one it would rather read the lines of all cases once.
     */
    private static Field<String> actor() {
        return field(
                select(CASE_EVENT.ACTOR_ID)
                        .from(CASE_EVENT)
                        .where(CASE_EVENT.CASE_ID.eq(CASE_TASK.CASE_ID))
                        .and(CASE_EVENT.AT.eq(CASE_TASK.CLOSED_AT))
                        .limit(1));
    }

    private static Condition before(PageKey last) {
        var at = last.moment().atOffset(ZoneOffset.UTC);
        return CASE_TASK
                .CLOSED_AT
                .le(at)
                .and(
                        CASE_TASK
                                .CLOSED_AT
                                .lt(at)
                                .or(
                                        row(CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                                                .gt(last.caseId(), last.no())));
    }
}
