package org.tongban.casework.ledger;

import static org.tongban.casework.ledger.CaseLedger.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.Notice;
import org.tongban.casework.SubmittedFile;
import org.tongban.database.Binds;
import org.tongban.database.SharedCommits.Write;

/**
 * The one statement that stores an act: the case's row first, and only if that has moved, the line,
 * what changed in tasks and clocks, the paper, the files. Written as SQL and not built anew for
 * each act, because building it cost more than carrying it out (ADR 10). It has as many forms as
 * there are sets of parts, so that the server plans each once.
 */
final class StoringStatement {

    private static final String MOVE =
            """
            WITH moved AS (
                UPDATE case_file
                   SET state = ?, outcome = ?, version = ?, progress = ?::jsonb, accepted_on = ?, decided_on = ?,
                       event_count = ?, last_hash = ?,
                       closed_at = coalesce(?, closed_at), private_part = coalesce(?, private_part)
                 WHERE case_id = ? AND version = ? AND last_hash = ?
                RETURNING case_id
            )""";

    /** As above, for an act by which another office goes on; all others leave that column alone. */
    private static final String MOVE_TO_ANOTHER =
            MOVE.replace("SET state = ?", "SET agency_key = ?, state = ?");

    private static final String OPEN =
            """
            WITH moved AS (
                INSERT INTO case_file (case_id, case_no, query_code, state, version, item_key, item_version, agency_key,
                       region_code, channel, applicant_kind, applicant_name, applicant_hash, account_id, private_part,
                       progress, received_on, submitted_at, event_count, last_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                RETURNING case_id
            )""";

    /** Last, so that the statement's own count says whether the case has moved. */
    private static final String LINE =
            """

            INSERT INTO case_event (case_id, seq, at, act, act_id, actor_kind, actor_id, actor_name, body, hash)
            SELECT case_id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM moved
            """;

    private static final String TASKS =
            """
            , tasks AS (
                INSERT INTO case_task (case_id, task_no, step_key, step_name, agency_key, post_key, state, due_on,
                       opened_at, closed_at, done_by)
                SELECT case_id, task.* FROM moved, unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS task
                ON CONFLICT (case_id, task_no) DO UPDATE
                   SET agency_key = excluded.agency_key, post_key = excluded.post_key, state = excluded.state, due_on = excluded.due_on,
                       opened_at = excluded.opened_at,
                       closed_at = excluded.closed_at, done_by = excluded.done_by
            )""";

    private static final String CLOCKS =
            """
            , clocks AS (
                INSERT INTO case_clock (case_id, clock_no, kind, started_on, days, unit, due_on, state, agency_key)
                SELECT case_id, clock.*, ? FROM moved, unnest(?, ?, ?, ?, ?, ?, ?) AS clock
                ON CONFLICT (case_id, clock_no) DO UPDATE
                   SET agency_key = excluded.agency_key, days = excluded.days, due_on = excluded.due_on, state = excluded.state
            )""";

    /** The table is the index of the clocks that count; what has ended stands in the case. */
    private static final String ENDED =
            """
            , ended AS (
                DELETE FROM case_clock USING moved
                 WHERE case_clock.case_id = moved.case_id AND clock_no = ANY(?)
            )""";

    private static final String PAPER =
            """
            , paper AS (
                INSERT INTO case_notice (case_id, notice_no, kind, number, issued_on, content)
                SELECT case_id, ?, ?, ?, ?, ?::jsonb FROM moved
            )""";

    private static final String FILES =
            """
            , files AS (
                INSERT INTO case_material (case_id, file_no, material_key, name, sm3, media_type, size_bytes, added_at)
                SELECT case_id, file.*, ? FROM moved, unnest(?, ?, ?, ?, ?, ?) AS file
            )""";

    /** The draft stays, marked as sent: corrections are written on it. */
    private static final String DRAFT =
            """
            , draft_sent AS (
                UPDATE draft SET sent_at = ? FROM moved WHERE draft_id = ?
            )""";

    private final StringBuilder sql = new StringBuilder();
    private final Binds binds = new Binds();

    private StoringStatement() {}

    /** Stores an act on a case that was held as {@code before}. */
    static StoringStatement moving(Held before, Entry entry, Line line, byte[] hash) {
        var next = entry.next();
        var storing = new StoringStatement();
        var isTakenOver = !next.agency().equals(before.file().agency());
        storing.sql.append(isTakenOver ? MOVE_TO_ANOTHER : MOVE);
        if (isTakenOver) storing.binds.text(next.agency());
        storing.binds
                .text(text(next.state()))
                .text(next.result().map(CaseLedger::text).orElse(null))
                .number(next.version())
                .text(CaseJson.write(next))
                .day(next.acceptedOn())
                .day(next.decidedOn())
                .number(line.seq())
                .bytes(hash)
                .moment(next.state() == CaseState.CLOSED ? entry.at() : null)
                .bytes(entry.privatePart().orElse(null))
                .id(next.caseId())
                .number(before.file().version())
                .bytes(before.lastHash());
        storing.tasks(changed(before.file().tasks(), next.tasks()));
        // A clock is looked for by its office: all that run go with the case.
        var clocks = isTakenOver ? next.clocks() : changed(before.file().clocks(), next.clocks());
        storing.clocks(next, clocks.stream().filter(Clock::isOpen).toList());
        storing.ended(clocks.stream().filter(clock -> stood(before, clock)).toList());
        entry.notice().ifPresent(notice -> storing.paper(before.notices() + 1, notice));
        storing.files(entry.files(), entry.at());
        storing.line(line, hash);
        return storing;
    }

    /** Stores the first act of a case, which makes it. */
    static StoringStatement opening(NewCase made, Entry entry, Line line, byte[] hash) {
        var next = entry.next();
        var storing = new StoringStatement();
        storing.sql.append(OPEN);
        storing.binds
                .id(next.caseId())
                .text(next.caseNo())
                .text(made.queryCode())
                .text(text(next.state()))
                .number(next.version())
                .text(next.itemKey())
                .number(next.itemVersion())
                .text(next.agency())
                .text(made.regionCode())
                .text(text(made.channel()))
                .text(text(made.applicantKind()))
                .text(made.applicantName())
                .bytes(made.applicantHash())
                .id(made.accountId().orElse(null))
                .bytes(entry.privatePart().orElseThrow())
                .text(CaseJson.write(next))
                .day(next.receivedOn())
                .moment(entry.at())
                .number(line.seq())
                .bytes(hash);
        storing.tasks(next.tasks());
        storing.clocks(next, next.clocks().stream().filter(Clock::isOpen).toList());
        entry.notice().ifPresent(notice -> storing.paper(1, notice));
        storing.files(entry.files(), entry.at());
        made.draftId().ifPresent(draft -> storing.draft(draft, entry.at()));
        storing.line(line, hash);
        return storing;
    }

    /** Changes one row, the case's new line, or none. */
    Write of(UUID caseId) {
        return new Write(caseId, sql.toString(), binds);
    }

    private void line(Line line, byte[] hash) {
        sql.append(LINE);
        binds.number(line.seq())
                .moment(line.at())
                .text(line.act())
                .id(line.actId())
                .text(text(line.actorKind()))
                .text(line.actorId())
                .text(line.actorName())
                .text(line.body())
                .bytes(hash);
    }

    private void tasks(List<CaseTask> tasks) {
        if (tasks.isEmpty()) return;
        sql.append(TASKS);
        binds.numbers(tasks, CaseTask::no)
                .texts(tasks, CaseTask::step)
                .texts(tasks, CaseTask::name)
                .texts(tasks, CaseTask::agency)
                .texts(tasks, CaseTask::seat)
                .texts(tasks, task -> text(task.state()))
                .days(tasks, CaseTask::dueOn)
                .moments(tasks, CaseTask::openedAt)
                .moments(tasks, CaseTask::closedAt)
                .texts(tasks, CaseTask::doneBy);
    }

    private void clocks(CaseFile file, List<Clock> clocks) {
        if (clocks.isEmpty()) return;
        sql.append(CLOCKS);
        binds.text(file.agency())
                .numbers(clocks, Clock::no)
                .texts(clocks, clock -> text(clock.kind()))
                .days(clocks, Clock::startedOn)
                .numbers(clocks, Clock::days)
                .texts(clocks, clock -> text(clock.unit()))
                .days(clocks, Clock::dueOn)
                .texts(clocks, clock -> text(clock.state()));
    }

    private void ended(List<Clock> clocks) {
        if (clocks.isEmpty()) return;
        sql.append(ENDED);
        binds.numbers(clocks, Clock::no);
    }

    /** Whether a clock has ended that the table knows. */
    private static boolean stood(Held before, Clock clock) {
        return !clock.isOpen()
                && before.file().clocks().stream()
                        .anyMatch(was -> was.no() == clock.no() && was.isOpen());
    }

    private void paper(int no, Notice notice) {
        sql.append(PAPER);
        binds.number(no)
                .text(text(notice.kind()))
                .text(notice.number())
                .day(notice.issuedOn())
                .text(CaseJson.write(notice));
    }

    private void files(List<SubmittedFile> files, Instant at) {
        if (files.isEmpty()) return;
        sql.append(FILES);
        binds.moment(at)
                .ids(files, SubmittedFile::fileNo)
                .texts(files, SubmittedFile::material)
                .texts(files, SubmittedFile::name)
                .texts(files, SubmittedFile::sm3)
                .texts(files, SubmittedFile::mediaType)
                .sizes(files, SubmittedFile::size);
    }

    private void draft(UUID draft, Instant at) {
        sql.append(DRAFT);
        binds.moment(at).id(draft);
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
