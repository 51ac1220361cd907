package org.tongban.casework.ledger;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.tongban.casework.ledger.CaseLedger.moment;
import static org.tongban.casework.ledger.CaseLedger.text;
import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_MATERIAL;
import static org.tongban.schema.Tables.CASE_NOTICE;
import static org.tongban.schema.Tables.CASE_TASK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.Notice;
import org.tongban.casework.SubmittedFile;

/**
 * The rows that an act writes beside the case's own: its line, what changed in tasks and clocks,
 * the paper, the files. Each is a part of the one storing statement and writes only if the case has
 * moved.
 */
final class CaseRows {

    private final DSLContext db;
    private final List<CaseTask> tasksBefore;
    private final List<Clock> clocksBefore;
    private final int noticesBefore;

    CaseRows(DSLContext db, CaseFile before, int noticesBefore) {
        this(db, before.tasks(), before.clocks(), noticesBefore);
    }

    private CaseRows(DSLContext db, List<CaseTask> tasks, List<Clock> clocks, int noticesBefore) {
        this.db = db;
        this.tasksBefore = tasks;
        this.clocksBefore = clocks;
        this.noticesBefore = noticesBefore;
    }

    static CaseRows ofNewCase(DSLContext db) {
        return new CaseRows(db, List.of(), List.of(), 0);
    }

    List<CommonTableExpression<?>> of(Entry entry, Line line, byte[] hash) {
        var caseId = entry.next().caseId();
        var parts = new ArrayList<CommonTableExpression<?>>();
        parts.add(event(line, hash));
        tasks(caseId, changed(tasksBefore, entry.next().tasks())).ifPresent(parts::add);
        clocks(entry.next(), changed(clocksBefore, entry.next().clocks())).ifPresent(parts::add);
        entry.notice().ifPresent(notice -> parts.add(paper(caseId, notice)));
        files(caseId, entry).ifPresent(parts::add);
        return parts;
    }

    private CommonTableExpression<?> event(Line line, byte[] hash) {
        var row =
                ifMoved(
                        val(line.caseId()),
                        val(line.seq()),
                        val(moment(line.at())),
                        val(line.act()),
                        val(line.actId()),
                        val(text(line.actorKind())),
                        val(line.actorId()),
                        val(line.actorName()),
                        val(line.body()),
                        val(hash));
        return name("line")
                .as(
                        db.insertInto(CASE_EVENT)
                                .columns(
                                        List.of(
                                                CASE_EVENT.CASE_ID,
                                                CASE_EVENT.SEQ,
                                                CASE_EVENT.AT,
                                                CASE_EVENT.ACT,
                                                CASE_EVENT.ACT_ID,
                                                CASE_EVENT.ACTOR_KIND,
                                                CASE_EVENT.ACTOR_ID,
                                                CASE_EVENT.ACTOR_NAME,
                                                CASE_EVENT.BODY,
                                                CASE_EVENT.HASH))
                                .select(row)
                                .returning(CASE_EVENT.SEQ));
    }

    private Optional<CommonTableExpression<?>> tasks(UUID caseId, List<CaseTask> tasks) {
        return union(
                        tasks,
                        task ->
                                ifMoved(
                                        val(caseId),
                                        val(task.no()),
                                        val(task.step()),
                                        val(task.name()),
                                        val(task.agency()),
                                        val(task.post()),
                                        val(text(task.state())),
                                        val(task.dueOn()),
                                        val(moment(task.openedAt())),
                                        val(
                                                task.closedAt() == null
                                                        ? null
                                                        : moment(task.closedAt()),
                                                CASE_TASK.CLOSED_AT),
                                        val(task.doneBy(), CASE_TASK.DONE_BY)))
                .map(
                        rows ->
                                name("tasks")
                                        .as(
                                                db.insertInto(CASE_TASK)
                                                        .columns(
                                                                List.of(
                                                                        CASE_TASK.CASE_ID,
                                                                        CASE_TASK.TASK_NO,
                                                                        CASE_TASK.STEP_KEY,
                                                                        CASE_TASK.STEP_NAME,
                                                                        CASE_TASK.AGENCY_KEY,
                                                                        CASE_TASK.POST_KEY,
                                                                        CASE_TASK.STATE,
                                                                        CASE_TASK.DUE_ON,
                                                                        CASE_TASK.OPENED_AT,
                                                                        CASE_TASK.CLOSED_AT,
                                                                        CASE_TASK.DONE_BY))
                                                        .select(rows)
                                                        .onConflict(
                                                                CASE_TASK.CASE_ID,
                                                                CASE_TASK.TASK_NO)
                                                        .doUpdate()
                                                        .set(
                                                                CASE_TASK.STATE,
                                                                excluded(CASE_TASK.STATE))
                                                        .set(
                                                                CASE_TASK.DUE_ON,
                                                                excluded(CASE_TASK.DUE_ON))
                                                        .set(
                                                                CASE_TASK.CLOSED_AT,
                                                                excluded(CASE_TASK.CLOSED_AT))
                                                        .set(
                                                                CASE_TASK.DONE_BY,
                                                                excluded(CASE_TASK.DONE_BY))
                                                        .returning(CASE_TASK.TASK_NO)));
    }

    private Optional<CommonTableExpression<?>> clocks(CaseFile file, List<Clock> clocks) {
        return union(
                        clocks,
                        clock ->
                                ifMoved(
                                        val(file.caseId()),
                                        val(clock.no()),
                                        val(text(clock.kind())),
                                        val(file.agency()),
                                        val(clock.startedOn()),
                                        val(clock.days()),
                                        val(text(clock.unit())),
                                        val(clock.dueOn(), CASE_CLOCK.DUE_ON),
                                        val(text(clock.state()))))
                .map(
                        rows ->
                                name("clocks")
                                        .as(
                                                db.insertInto(CASE_CLOCK)
                                                        .columns(
                                                                List.of(
                                                                        CASE_CLOCK.CASE_ID,
                                                                        CASE_CLOCK.CLOCK_NO,
                                                                        CASE_CLOCK.KIND,
                                                                        CASE_CLOCK.AGENCY_KEY,
                                                                        CASE_CLOCK.STARTED_ON,
                                                                        CASE_CLOCK.DAYS,
                                                                        CASE_CLOCK.UNIT,
                                                                        CASE_CLOCK.DUE_ON,
                                                                        CASE_CLOCK.STATE))
                                                        .select(rows)
                                                        .onConflict(
                                                                CASE_CLOCK.CASE_ID,
                                                                CASE_CLOCK.CLOCK_NO)
                                                        .doUpdate()
                                                        .set(
                                                                CASE_CLOCK.DAYS,
                                                                excluded(CASE_CLOCK.DAYS))
                                                        .set(
                                                                CASE_CLOCK.DUE_ON,
                                                                excluded(CASE_CLOCK.DUE_ON))
                                                        .set(
                                                                CASE_CLOCK.STATE,
                                                                excluded(CASE_CLOCK.STATE))
                                                        .returning(CASE_CLOCK.CLOCK_NO)));
    }

    private CommonTableExpression<?> paper(UUID caseId, Notice notice) {
        var row =
                ifMoved(
                        val(caseId),
                        val(noticesBefore + 1),
                        val(text(notice.kind())),
                        val(notice.number()),
                        val(notice.issuedOn()),
                        val(JSONB.valueOf(CaseJson.write(notice))));
        return name("paper")
                .as(
                        db.insertInto(CASE_NOTICE)
                                .columns(
                                        List.of(
                                                CASE_NOTICE.CASE_ID,
                                                CASE_NOTICE.NOTICE_NO,
                                                CASE_NOTICE.KIND,
                                                CASE_NOTICE.NUMBER,
                                                CASE_NOTICE.ISSUED_ON,
                                                CASE_NOTICE.CONTENT))
                                .select(row)
                                .returning(CASE_NOTICE.NOTICE_NO));
    }

    private Optional<CommonTableExpression<?>> files(UUID caseId, Entry entry) {
        return union(
                        entry.files(),
                        (SubmittedFile file) ->
                                ifMoved(
                                        val(caseId),
                                        val(file.fileNo()),
                                        val(file.material()),
                                        val(file.name()),
                                        val(file.sm3()),
                                        val(file.mediaType()),
                                        val(file.size()),
                                        val(moment(entry.at()))))
                .map(
                        rows ->
                                name("files")
                                        .as(
                                                db.insertInto(CASE_MATERIAL)
                                                        .columns(
                                                                List.of(
                                                                        CASE_MATERIAL.CASE_ID,
                                                                        CASE_MATERIAL.FILE_NO,
                                                                        CASE_MATERIAL.MATERIAL_KEY,
                                                                        CASE_MATERIAL.NAME,
                                                                        CASE_MATERIAL.SM3,
                                                                        CASE_MATERIAL.MEDIA_TYPE,
                                                                        CASE_MATERIAL.SIZE_BYTES,
                                                                        CASE_MATERIAL.ADDED_AT))
                                                        .select(rows)
                                                        .returning(CASE_MATERIAL.FILE_NO)));
    }

    /** One row, if the case has moved; none if it has not. */
    private static Select<Record> ifMoved(Field<?>... values) {
        return select(values).from(CaseLedger.moved());
    }

    /** Several such rows as one; empty when there are none. */
    private static <T> Optional<Select<Record>> union(
            List<T> rows, Function<T, Select<Record>> each) {
        return rows.stream().map(each).reduce(Select::unionAll);
    }

    /** Tasks and clocks are only ever added or replaced in place. */
    private static <T> List<T> changed(List<T> before, List<T> next) {
        var changed = new ArrayList<T>();
        for (var i = 0; i < next.size(); i++) {
            if (i >= before.size() || !next.get(i).equals(before.get(i))) {
                changed.add(next.get(i));
            }
        }
        return changed;
    }
}
