package org.tongban.casework.ledger;

import static org.tongban.schema.Tables.CASE_CLOCK;
import static org.tongban.schema.Tables.CASE_EVENT;
import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.CASE_TASK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.schema.tables.records.CaseEventRecord;
import org.tongban.schema.tables.records.CaseFileRecord;

/**
 * Reads every case and proves it whole: its line without a gap, every hash the one of its content
 * and of the line before, the row the one that the line's end says, tasks and clocks those of the
 * row.
 */
public final class Audit {

    /** Cases read at a time; the walk is by key, so that millions need no memory. */
    private static final int BATCH = 500;

    /** More faults than these are one fault: somebody has to look. */
    private static final int MOST_FAULTS = 100;

    private static final UUID FIRST = new UUID(0, 0);

    private final DSLContext db;
    private final List<Fault> faults = new ArrayList<>();
    private long cases;
    private long events;

    public Audit(DSLContext db) {
        this.db = db;
    }

    /** What is wrong with a case. */
    public record Fault(String caseNo, String what) {}

    /** What was read, and what was found wrong. */
    public record Report(long cases, long events, List<Fault> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    /** Reads everything. */
    public Report run() {
        var last = FIRST;
        for (var batch = next(last); !batch.isEmpty(); batch = next(last)) {
            check(batch);
            last = batch.getLast().getCaseId();
            if (faults.size() >= MOST_FAULTS) {
                break;
            }
        }
        numbersGivenTwice();
        linesWithoutCase();
        return new Report(cases, events, faults);
    }

    private List<CaseFileRecord> next(UUID after) {
        return db.selectFrom(CASE_FILE)
                .where(CASE_FILE.CASE_ID.gt(after))
                .orderBy(CASE_FILE.CASE_ID)
                .limit(BATCH)
                .fetch();
    }

    private void check(List<CaseFileRecord> batch) {
        var ids = batch.stream().map(CaseFileRecord::getCaseId).toList();
        var lines =
                db
                        .selectFrom(CASE_EVENT)
                        .where(CASE_EVENT.CASE_ID.in(ids))
                        .orderBy(CASE_EVENT.CASE_ID, CASE_EVENT.SEQ)
                        .fetch()
                        .stream()
                        .collect(Collectors.groupingBy(CaseEventRecord::getCaseId));
        var openTasks = openTasks(ids);
        var openClocks = openClocks(ids);
        for (var row : batch) {
            cases++;
            checkLine(row, lines.getOrDefault(row.getCaseId(), List.of()));
            var file = CaseJson.readFile(row.getProgress().data());
            checkRow(row, file);
            var id = row.getCaseId();
            var tasks = file.openTasks().stream().map(t -> id + "/" + t.no()).toList();
            if (!openTasks.stream()
                    .filter(t -> t.startsWith(id.toString()))
                    .toList()
                    .equals(tasks)) {
                fault(row, "待办与办件不一致");
            }
            var clocks =
                    file.clocks().stream()
                            .filter(c -> c.isOpen())
                            .map(c -> id + "/" + c.no())
                            .toList();
            if (!openClocks.stream()
                    .filter(c -> c.startsWith(id.toString()))
                    .toList()
                    .equals(clocks)) {
                fault(row, "时限与办件不一致");
            }
        }
    }

    private List<String> openTasks(List<UUID> ids) {
        return db.select(CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                .from(CASE_TASK)
                .where(CASE_TASK.CASE_ID.in(ids))
                .and(CASE_TASK.STATE.eq("open"))
                .orderBy(CASE_TASK.CASE_ID, CASE_TASK.TASK_NO)
                .fetch(row -> row.value1() + "/" + row.value2());
    }

    private List<String> openClocks(List<UUID> ids) {
        return db.select(CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK_NO)
                .from(CASE_CLOCK)
                .where(CASE_CLOCK.CASE_ID.in(ids))
                .and(CASE_CLOCK.STATE.in("running", "stopped"))
                .orderBy(CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK_NO)
                .fetch(row -> row.value1() + "/" + row.value2());
    }

    private void checkLine(CaseFileRecord row, List<CaseEventRecord> lines) {
        var hash = Line.beginning();
        var seq = 0;
        for (var stored : lines) {
            events++;
            seq++;
            if (stored.getSeq() != seq) {
                fault(row, "第 " + seq + " 条记录缺失");
                return;
            }
            hash = lineOf(stored).hash(hash);
            if (!Arrays.equals(hash, stored.getHash())) {
                fault(row, "第 " + seq + " 条记录被改动过");
                return;
            }
        }
        if (seq != row.getEventCount() || !Arrays.equals(hash, row.getLastHash())) {
            fault(row, "记录的末尾与办件不一致");
        }
    }

    private static Line lineOf(CaseEventRecord stored) {
        return new Line(
                stored.getCaseId(),
                stored.getSeq(),
                stored.getAt().toInstant(),
                stored.getAct(),
                stored.getActId(),
                Actor.Kind.valueOf(stored.getActorKind().toUpperCase(Locale.ROOT)),
                stored.getActorId(),
                stored.getActorName(),
                stored.getBody());
    }

    private void checkRow(CaseFileRecord row, CaseFile file) {
        if (!row.getState().equals(CaseLedger.text(file.state()))
                || row.getVersion() != file.version()
                || !row.getCaseNo().equals(file.caseNo())) {
            fault(row, "办件的列与内容不一致");
        }
    }

    private void numbersGivenTwice() {
        db.select(CASE_FILE.CASE_NO)
                .from(CASE_FILE)
                .groupBy(CASE_FILE.CASE_NO)
                .having(DSL.count().gt(1))
                .limit(MOST_FAULTS)
                .forEach(row -> faults.add(new Fault(row.value1(), "同一编号有两个办件")));
    }

    private void linesWithoutCase() {
        db.selectDistinct(CASE_EVENT.CASE_ID)
                .from(CASE_EVENT)
                .leftAntiJoin(CASE_FILE)
                .on(CASE_FILE.CASE_ID.eq(CASE_EVENT.CASE_ID))
                .limit(MOST_FAULTS)
                .forEach(row -> faults.add(new Fault(row.value1().toString(), "有记录而没有办件")));
    }

    private void fault(CaseFileRecord row, String what) {
        faults.add(new Fault(row.getCaseNo(), what));
    }
}
