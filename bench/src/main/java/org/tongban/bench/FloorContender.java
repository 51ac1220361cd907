package org.tongban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tongban.database.RowIds;

/**
 * The least that a case can cost on this machine: the rows that Tongban stores for one, copied from
 * a case that it carried, written again under new ids by one hand-written statement an act. It
 * checks the version and does nothing else: no rules, no reading, no JSON, no hash, no signature.
 * It is no engine, only what an engine is measured against.
 */
final class FloorContender implements Contender {

    private static final String UPDATE =
            """
            UPDATE case_file SET state = ?, outcome = ?, version = version + 1, progress = ?::jsonb,
                   accepted_on = received_on, decided_on = CASE WHEN ?::text IS NULL THEN NULL ELSE received_on END,
                   event_count = event_count + 1, last_hash = ?
             WHERE case_id = ? AND version = ?
            """;

    private static final String CLOSE_TASK =
            "UPDATE case_task SET state = 'done', closed_at = now(), done_by = 'bench' WHERE"
                    + " case_id = ? AND task_no = ?";

    private static final String MEET_CLOCKS =
            "DELETE FROM case_clock WHERE case_id = ? AND clock_no = ANY (?::int[])";

    private static final String CLOCK =
            """
            SELECT case_id, no AS clock_no, lower(kind) AS kind, agency_key, "startedOn" AS started_on, days,
                   lower(unit) AS unit, "dueOn" AS due_on, 'running' AS state
              FROM case_file, jsonb_to_recordset(progress -> 'clocks')
                   AS c(no int, kind text, "startedOn" date, days int, unit text, "dueOn" date)
             WHERE no =
            """;

    private final Clock clock;
    private final RowIds ids;
    private @Nullable Model model;

    FloorContender(Clock clock) {
        this.clock = clock;
        this.ids = new RowIds(clock);
    }

    /** Where to write, and what: the acts of one case that Tongban carried. */
    private record Model(DataSource database, Map<Act, Step> steps, CopiedRow file) {}

    /**
     * What one act writes.
     *
     * @param state that the case has afterwards; empty when its row is not touched
     * @param version that it must have had
     * @param doneTask 0 for none
     * @param metClocks as an array of PostgreSQL; empty for none
     */
    private record Step(
            String state,
            @Nullable String outcome,
            int version,
            int doneTask,
            String metClocks,
            List<CopiedRow> rows,
            String sql) {

        Step(
                String state,
                @Nullable String outcome,
                int version,
                int doneTask,
                String metClocks,
                List<CopiedRow> rows) {
            this(
                    state,
                    outcome,
                    version,
                    doneTask,
                    metClocks,
                    rows,
                    sql(rows, doneTask > 0, !metClocks.isEmpty(), !state.isEmpty()));
        }

        /** All parts in one statement; its count is that of the last, the case's own row. */
        private static String sql(
                List<CopiedRow> rows, boolean closesTask, boolean meetsClocks, boolean movesCase) {
            var parts = new ArrayList<>(rows.stream().map(CopiedRow::insert).toList());
            if (closesTask) parts.add(CLOSE_TASK);
            if (meetsClocks) parts.add(MEET_CLOCKS);
            if (movesCase) parts.add(UPDATE);
            var last = parts.removeLast();
            if (parts.isEmpty()) return last;
            var before =
                    IntStream.range(0, parts.size())
                            .mapToObj(i -> "part%d AS (%s)".formatted(i, parts.get(i)))
                            .collect(Collectors.joining(", "));
            return "WITH " + before + " " + last;
        }
    }

    @Override
    public String name() {
        return "Floor";
    }

    /** Lets Tongban make its tables and carry one case, and takes that case as the model. */
    @Override
    public void prepare(DataSource source) {
        try (var tongban = new TongbanContender(clock, Shape.SEQUENTIAL, 4, 0)) {
            tongban.prepare(source);
            tongban.runCase(0, new Acts());
        }
        try (var connection = source.getConnection()) {
            var file = CopiedRow.read(connection, "case_file", "true");
            model = new Model(source, steps(connection, file), file);
        } catch (SQLException unusable) {
            throw new BenchFailed("the floor could not be prepared", unusable);
        }
    }

    private static Map<Act, Step> steps(Connection connection, CopiedRow file) throws SQLException {
        var steps = new EnumMap<Act, Step>(Act.class);
        steps.put(
                Act.APPLY,
                new Step(
                        "",
                        null,
                        0,
                        0,
                        "",
                        List.of(
                                line(connection, 1),
                                clock(connection, 1),
                                paper(connection, 1),
                                asReceived(file))));
        steps.put(
                Act.ACCEPT,
                new Step(
                        "reviewing",
                        null,
                        1,
                        0,
                        "{1}",
                        List.of(
                                line(connection, 2),
                                task(connection, 1),
                                clock(connection, 2),
                                clock(connection, 3),
                                paper(connection, 2))));
        steps.put(
                Act.REVIEW,
                new Step(
                        "reviewing",
                        null,
                        2,
                        1,
                        "",
                        List.of(line(connection, 3), task(connection, 2))));
        steps.put(
                Act.APPROVE,
                new Step(
                        "decided",
                        "granted",
                        3,
                        2,
                        "{2,3}",
                        List.of(line(connection, 4), clock(connection, 4), paper(connection, 3))));
        steps.put(
                Act.ISSUE,
                new Step(
                        "",
                        null,
                        0,
                        0,
                        "",
                        List.of(CopiedRow.read(connection, "certificate", "true"))));
        steps.put(
                Act.DELIVER,
                new Step("closed", "granted", 4, 0, "{4}", List.of(line(connection, 5))));
        return steps;
    }

    private static CopiedRow line(Connection connection, int seq) throws SQLException {
        return CopiedRow.read(connection, "case_event", "seq = " + seq);
    }

    private static CopiedRow paper(Connection connection, int no) throws SQLException {
        return CopiedRow.read(connection, "case_notice", "notice_no = " + no);
    }

    /** As it ran: the rows of ended clocks are gone, the case still tells of them. */
    private static CopiedRow clock(Connection connection, int no) throws SQLException {
        return CopiedRow.made(connection, "case_clock", CLOCK + no);
    }

    private static CopiedRow task(Connection connection, int no) throws SQLException {
        var open = new HashMap<String, @Nullable Object>();
        open.put("state", "open");
        open.put("closed_at", null);
        open.put("done_by", null);
        return CopiedRow.read(connection, "case_task", "task_no = " + no).with(open);
    }

    private static CopiedRow asReceived(CopiedRow file) {
        var received = new HashMap<String, @Nullable Object>();
        received.put("state", "received");
        received.put("version", "1");
        received.put("event_count", "1");
        for (var later : List.of("outcome", "accepted_on", "decided_on", "closed_at")) {
            received.put(later, null);
        }
        return file.with(received);
    }

    @Override
    public String settings() {
        return "one hand-written statement an act; rows copied from a case of Tongban's, without"
                + " rules, reading, JSON, hash or signature";
    }

    @Override
    public void runCase(long number, Acts acts) {
        var caseId = ids.next();
        for (var act : Act.values()) {
            acts.time(act, () -> carryOut(act, caseId, number));
        }
    }

    private void carryOut(Act act, UUID caseId, long number) {
        var step = Objects.requireNonNull(model().steps().get(act));
        try (var connection = model().database().getConnection();
                var statement = connection.prepareStatement(step.sql())) {
            var place = 1;
            for (var row : step.rows()) {
                place = row.bind(statement, place, caseId, number);
            }
            if (step.doneTask() > 0) {
                statement.setObject(place++, caseId);
                statement.setInt(place++, step.doneTask());
            }
            if (!step.metClocks().isEmpty()) {
                statement.setObject(place++, caseId);
                statement.setString(place++, step.metClocks());
            }
            if (!step.state().isEmpty()) {
                statement.setString(place++, step.state());
                statement.setString(place++, step.outcome());
                statement.setString(place++, (String) model().file().value("progress"));
                statement.setString(place++, step.outcome());
                statement.setBytes(place++, (byte[]) model().file().value("last_hash"));
                statement.setObject(place++, caseId);
                statement.setInt(place, step.version());
            }
            if (statement.executeUpdate() != 1) {
                throw new BenchFailed("the floor lost a case at " + act.label());
            }
        } catch (SQLException failed) {
            throw new BenchFailed("the floor failed at " + act.label(), failed);
        }
    }

    @Override
    public long finishedCases() {
        try (var connection = model().database().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT count(*) FROM case_file WHERE state = 'closed'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new BenchFailed("the floor cannot count", failed);
        }
    }

    private Model model() {
        if (model == null) {
            throw new IllegalStateException("not prepared");
        }
        return model;
    }

    @Override
    public void close() {
        // Its pool belongs to the run.
    }
}
