package org.tongban.casework;

import java.util.List;
import org.jooq.DSLContext;
import org.tongban.casework.ledger.Audit;

/** The proof that all cases are whole, for whoever asks. */
public final class Audited {

    private Audited() {}

    /** What is wrong with a case. */
    public record Fault(String caseNo, String what) {}

    /** What was read, and what was found wrong; at most a hundred faults. */
    public record Report(long cases, long events, List<Fault> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    /**
     * Reads every case with its line and checks all of it. Takes about a second for 10,000 cases.
     */
    public static Report everything(DSLContext db) {
        var report = new Audit(db).run();
        return new Report(
                report.cases(),
                report.events(),
                report.faults().stream().map(f -> new Fault(f.caseNo(), f.what())).toList());
    }
}
