package org.tongban.casework.batch;

import static org.jooq.impl.DSL.inline;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_TASK;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ledger.CaseJson;

/** Open tasks of some seats that could be done together. */
@Component
class BatchTasks {

    /** A person can answer for so many in one go. */
    static final int MOST = 50;

    /** Looked through to find groups; what is due later is found when these are done. */
    private static final int LOOKED_THROUGH = 500;

    /** One item at one step, with how many tasks of it are among those looked through. */
    record Group(String itemKey, String step, String stepName, int count) {}

    /** One task. */
    record Task(UUID caseId, int taskNo, LocalDate dueOn, String applicantName, CaseFile file) {}

    private final DSLContext db;

    BatchTasks(DSLContext db) {
        this.db = db;
    }

    /** Groups of two tasks at least, the largest first. */
    List<Group> groups(Collection<String> seats) {
        var due =
                db.select(CASE_TASK.CASE_ID, CASE_TASK.STEP_KEY, CASE_TASK.STEP_NAME)
                        .from(CASE_TASK)
                        .where(CASE_TASK.POST_KEY.in(seats))
                        .and(CASE_TASK.STATE.eq(inline("open")))
                        .orderBy(CASE_TASK.DUE_ON, CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                        .limit(LOOKED_THROUGH)
                        .asTable("due");
        var count = org.jooq.impl.DSL.count();
        var step = due.field(CASE_TASK.STEP_KEY);
        var name = due.field(CASE_TASK.STEP_NAME);
        return db.select(CASE_FILE.ITEM_KEY, step, name, count)
                .from(due)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(due.field(CASE_TASK.CASE_ID)))
                .groupBy(CASE_FILE.ITEM_KEY, step, name)
                .having(count.ge(2))
                .orderBy(count.desc(), CASE_FILE.ITEM_KEY, step)
                .limit(MOST)
                .fetch(row -> new Group(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The tasks of one group, the first due first. */
    List<Task> tasks(Collection<String> seats, String itemKey, String step) {
        return db.select(
                        CASE_TASK.CASE_ID,
                        CASE_TASK.TASK_NO,
                        CASE_TASK.DUE_ON,
                        CASE_FILE.APPLICANT_NAME,
                        CASE_FILE.PROGRESS)
                .from(CASE_TASK)
                .join(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(CASE_TASK.CASE_ID))
                .where(CASE_TASK.POST_KEY.in(seats))
                .and(CASE_TASK.STATE.eq(inline("open")))
                .and(CASE_TASK.STEP_KEY.eq(step))
                .and(CASE_FILE.ITEM_KEY.eq(itemKey))
                .orderBy(CASE_TASK.DUE_ON, CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                .limit(MOST)
                .fetch(
                        row ->
                                new Task(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        CaseJson.readFile(row.value5().data())));
    }
}
