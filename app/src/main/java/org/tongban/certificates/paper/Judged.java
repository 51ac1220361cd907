package org.tongban.certificates.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.certificates.claim.Claim;
import org.tongban.certificates.claim.ClaimFault;

/**
 * A line of a table with what was found.
 *
 * @param line in the file; the names of the columns are line 1
 * @param cells as typed, by their parts
 * @param claim what it says; there unless the line itself is at fault
 * @param against the certificate that says otherwise or the same
 */
record Judged(
        int line,
        Map<String, String> cells,
        Verdict verdict,
        List<ClaimFault> faults,
        Optional<Claim> claim,
        Optional<UUID> against,
        Optional<Scan> scan) {

    Judged {
        cells = Map.copyOf(cells);
        faults = List.copyOf(faults);
    }

    static Judged refused(
            PaperTable.Row row,
            List<ClaimFault> faults,
            Optional<Claim> claim,
            Optional<Scan> scan) {
        return new Judged(
                row.line(), row.cells(), Verdict.REFUSED, faults, claim, Optional.empty(), scan);
    }

    Judged as(Verdict other, List<ClaimFault> why, Optional<UUID> certificate) {
        return new Judged(line, cells, other, why, claim, certificate, scan);
    }
}
